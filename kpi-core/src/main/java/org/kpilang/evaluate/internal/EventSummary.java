package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;

/**
 * Summarises the values of events, which stand in the order of their periods, and in a period in that of their size.
 * What a window comes to depends on the values in it alone. Keeps working memory; for the use of one thread.
 */
public abstract class EventSummary {

    private EventSummary() {}

    /**
     * What works out a reading.
     *
     * @throws IllegalArgumentException if the reading is not one of values of events
     */
    public static EventSummary of(Reading reading) {
        if (reading instanceof Reading.ShareWithin share) {
            return new Share(share.bound());
        } else if (reading instanceof Reading.OfEvents events) {
            return new OfStatistic(events);
        }
        throw new IllegalArgumentException("not of values: " + reading);
    }

    /**
     * Answers the windows {@code [lo[i], hi[i]]} of events, in any order; a window whose end lies before its start is
     * empty. Writes NaN where there is no answer.
     */
    public abstract void run(double[] values, int length, int[] lo, int[] hi, int windows, double[] out, int at);

    private static final class OfStatistic extends EventSummary {

        private final Reading.OfEvents reading;
        private final WindowSummary summary;
        private int[] known = new int[0];

        OfStatistic(Reading.OfEvents reading) {
            this.reading = reading;
            this.summary = reading.statistic()
                    .summaryOfMany(reading.arguments().stream().mapToDouble(Double::doubleValue).toArray());
        }

        @Override
        public void run(double[] values, int length, int[] lo, int[] hi, int windows, double[] out, int at) {
            if (known.length < windows) {
                known = new int[windows];
            }
            if (reading.statistic().dependsOnPlace()) {
                runOneByOne(values, lo, hi, windows, out, at);
            } else {
                summary.run(values, 0,
                        Windows.of(Arrays.copyOf(lo, windows), Arrays.copyOf(hi, windows), length, 0), out, at, known);
            }
            for (int i = 0; i < windows; i++) {
                double value = known[i] == 0 && reading.statistic().addsUp() ? 0 : out[at + i];
                out[at + i] = value + (value - value);
            }
        }

        /** Each window by itself, so that it does not matter how many events came before it. */
        private void runOneByOne(double[] values, int[] lo, int[] hi, int windows, double[] out, int at) {
            int[] count = new int[1];
            for (int i = 0; i < windows; i++) {
                int events = Math.max(0, hi[i] - lo[i] + 1);
                summary.run(values, lo[i], Windows.one(0, events - 1, events, 0), out, at + i, count);
                known[i] = count[0];
            }
        }
    }

    private static final class Share extends EventSummary {

        private final double bound;
        /** How many of the events before each are within the bound. */
        private int[] before = new int[1];

        Share(double bound) {
            this.bound = bound;
        }

        @Override
        public void run(double[] values, int length, int[] lo, int[] hi, int windows, double[] out, int at) {
            if (before.length <= length) {
                before = new int[Math.max(length + 1, 2 * before.length)];
            }
            for (int i = 0; i < length; i++) {
                before[i + 1] = before[i] + (values[i] <= bound ? 1 : 0);
            }
            for (int i = 0; i < windows; i++) {
                int count = hi[i] - lo[i] + 1;
                out[at + i] = count <= 0 ? Double.NaN : (double) (before[hi[i] + 1] - before[lo[i]]) / count;
            }
        }
    }
}

package org.kpilang.aggregate;

import java.util.Arrays;
import java.util.Objects;

/**
 * Summarises several rows place by place: at each place the known values of all rows. It comes to what the aggregate of
 * those values does that takes in one row after the other, to the last bit. Keeps working memory; for the use of one
 * thread.
 */
public abstract sealed class RowSummary {

    private final boolean[] known;

    private RowSummary(int places) {
        this.known = new boolean[places];
    }

    /** The fastest way to summarise rows of so many places. */
    public static RowSummary of(Aggregate aggregate, int places) {
        Objects.requireNonNull(aggregate, "aggregate is null");
        return aggregate == Aggregates.SUM ? new Sums(places) : new Any(aggregate, places);
    }

    /** Forgets all rows. */
    public void clear() {
        Arrays.fill(known, false);
    }

    /** Takes in a known value at a place. */
    public void add(int place, double value) {
        known[place] = true;
        take(place, value);
    }

    /**
     * Takes in a row.
     *
     * @param row   starts with its array; NaN stands for no value
     * @param whole whether all places are known to have a value, which saves looking
     */
    public void add(double[] row, boolean whole) {
        for (int place = 0; place < known.length; place++) {
            if (!Double.isNaN(row[place])) {
                add(place, row[place]);
            }
        }
    }

    /** Whether a value is known at a place. */
    public boolean isKnown(int place) {
        return known[place];
    }

    /** The summary at a place; NaN if it leaves the range of a double; of no meaning if nothing is known there. */
    public abstract double finish(int place);

    abstract void take(int place, double value);

    /** The sums of {@link CompensatedSum}, many at a time. */
    private static final class Sums extends RowSummary {

        private final double[] sums;
        private final double[] first;
        private final double[] second;
        private final double[] lost;
        private final double[] lostAgain;
        private final double[] state = new double[Aggregates.SUM.width()];

        Sums(int places) {
            super(places);
            this.sums = new double[places];
            this.first = new double[places];
            this.second = new double[places];
            this.lost = new double[places];
            this.lostAgain = new double[places];
        }

        @Override
        public void clear() {
            super.clear();
            Arrays.fill(sums, 0);
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
        }

        @Override
        public void add(double[] row, boolean whole) {
            if (!whole && hasGaps(row, sums.length)) {
                super.add(row, false);
                return;
            }
            Arrays.fill(super.known, true);
            // Loops that do little are done several places at a time.
            addLosing(row, sums, lost, sums.length);
            addLosing(lost, first, lostAgain, sums.length);
            for (int place = 0; place < sums.length; place++) {
                second[place] += lostAgain[place];
            }
        }

        private static boolean hasGaps(double[] row, int places) {
            int gaps = 0;
            for (int place = 0; place < places; place++) {
                gaps |= Double.isNaN(row[place]) ? 1 : 0;
            }
            return gaps != 0;
        }

        private static void addLosing(double[] values, double[] sums, double[] lost, int count) {
            for (int i = 0; i < count; i++) {
                double sum = sums[i] + values[i];
                lost[i] = Summing.lost(sums[i], values[i], sum);
                sums[i] = sum;
            }
        }

        @Override
        void take(int place, double value) {
            load(place);
            Aggregates.SUM.add(state, 0, value, 0);
            sums[place] = state[0];
            first[place] = state[1];
            second[place] = state[2];
        }

        private void load(int place) {
            state[0] = sums[place];
            state[1] = first[place];
            state[2] = second[place];
        }

        @Override
        public double finish(int place) {
            load(place);
            return Aggregates.SUM.finish(state, 0);
        }
    }

    private static final class Any extends RowSummary {

        private final Aggregate aggregate;
        private final int width;
        private final double[] states;

        Any(Aggregate aggregate, int places) {
            super(places);
            this.aggregate = aggregate;
            this.width = aggregate.width();
            this.states = new double[places * width];
            clear();
        }

        @Override
        public void clear() {
            super.clear();
            for (int at = 0; at < states.length; at += width) {
                aggregate.clear(states, at);
            }
        }

        @Override
        void take(int place, double value) {
            aggregate.add(states, place * width, value, 0);
        }

        @Override
        public double finish(int place) {
            return aggregate.finish(states, place * width);
        }
    }
}

package org.kpilang.leadlag;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The periods from the first to the last in which both of two rows have a value, with short gaps filled in.
 *
 * @param first      how many periods before were cut off
 * @param abstention why the pair cannot be tested, or null
 */
record CommonSpan(double[] candidate, double[] outcome, int first, @Nullable Abstention abstention) {

    private static final int FEWEST = 24;
    private static final int LONGEST_GAP = 2;

    /** Cuts two rows that start in the same period; NaN stands for no value. */
    static CommonSpan of(double[] candidate, double[] outcome) {
        int first = 0;
        int end = Math.min(candidate.length, outcome.length);
        while (first < end && (Double.isNaN(candidate[first]) || Double.isNaN(outcome[first]))) {
            first++;
        }
        while (end > first && (Double.isNaN(candidate[end - 1]) || Double.isNaN(outcome[end - 1]))) {
            end--;
        }
        double[] x = Arrays.copyOfRange(candidate, first, end);
        double[] y = Arrays.copyOfRange(outcome, first, end);
        if (x.length < FEWEST) {
            return new CommonSpan(x, y, first, Abstention.INSUFFICIENT_DATA);
        } else if (!fill(x) || !fill(y)) {
            return new CommonSpan(x, y, first, Abstention.GAPS);
        }
        return new CommonSpan(x, y, first, null);
    }

    /** Fills gaps with straight lines; false if one is too long. */
    private static boolean fill(double[] values) {
        int known = 0;
        for (int t = 1; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            int steps = t - known;
            if (steps - 1 > LONGEST_GAP) {
                return false;
            }
            for (int i = 1; i < steps; i++) {
                values[known + i] = values[known] + (values[t] - values[known]) * i / steps;
            }
            known = t;
        }
        return true;
    }
}

package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.facts.InputFacts;

/**
 * Exact sums of facts in longs, over the cells of a group and the periods of a window. A window is the difference of
 * two running totals, which are exact. Keeps working memory; for the use of one thread.
 */
final class LongSums {

    private final InputFacts input;
    private final UnscaledFacts unscaled;
    private final boolean zeros;
    private final boolean balance;
    private final int periods;
    private final long[] sums;
    private final long[] totals;
    private final int[] knownBefore;
    private final BitSet known = new BitSet();

    /**
     * @param zeros   whether a period without a fact is zero, rather than unknown
     * @param balance whether the last period of a window stands for it, rather than the sum of all
     */
    LongSums(InputFacts input, UnscaledFacts unscaled, boolean zeros, boolean balance) {
        this.input = input;
        this.unscaled = unscaled;
        this.zeros = zeros;
        this.balance = balance;
        this.periods = input.lastPeriod() - input.firstPeriod() + 1;
        this.sums = new long[periods];
        this.totals = new long[periods + 1];
        this.knownBefore = new int[periods + 1];
    }

    /**
     * Writes the sums of the cells {@code [from, to)} of an array in all windows, null where nothing is known, and how
     * many periods of each are; false if a long does not suffice.
     */
    boolean fill(int[] cells, int from, int to, BaseWindows windows, @Nullable Rational[] out, int[] knownPeriods) {
        try {
            addUp(cells, from, to);
        } catch (ArithmeticException tooLarge) {
            return false;
        }
        for (int i = 0; i < windows.size(); i++) {
            int lo = Math.min(Math.max(windows.lo()[i], 0), periods);
            int end = Math.max(lo, Math.min(Math.max(windows.hi()[i], -1), periods - 1) + 1);
            knownPeriods[i] = knownBefore[end] - knownBefore[lo];
            long sum = balance && lo < end ? sums[lo] : totals[end] - totals[lo];
            out[i] = knownPeriods[i] == 0 ? null : Rational.of(BigDecimal.valueOf(sum, unscaled.scale()));
        }
        return true;
    }

    private void addUp(int[] cells, int from, int to) {
        Arrays.fill(sums, 0);
        known.clear();
        for (int i = from; i < to; i++) {
            int cell = cells[i];
            for (int fact = input.start(cell); fact < input.end(cell); fact++) {
                int period = input.period(fact) - input.firstPeriod();
                sums[period] = Math.addExact(sums[period], unscaled.values()[fact]);
                known.set(period);
            }
        }
        for (int period = 0; period < periods; period++) {
            totals[period + 1] = Math.addExact(totals[period], sums[period]);
            knownBefore[period + 1] = knownBefore[period] + (zeros || known.get(period) ? 1 : 0);
        }
    }
}

package org.kpilang.facts;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The facts of an input that may change as they are now, cell by cell. */
final class GrownColumns {

    private GrownColumns() {}

    /**
     * Copies them.
     *
     * @param order   the cells by their members
     * @param members the place of each member among the sorted ones, by dimension and code
     */
    static InputFacts of(GrowingInput input, int[] order, List<int[]> members) {
        int width = input.dimensions().size();
        boolean identified = input.hasIdentities();
        GrowingTexts identityCodes = input.identityCodes();
        int[] there = Arrays.stream(order).filter(input::isThere).toArray();
        int[] starts = new int[there.length + 1];
        int[] next = new int[input.cells()];
        int[] codes = new int[there.length * width];
        for (int i = 0; i < there.length; i++) {
            int count = 0;
            if (identified) {
                for (int period = input.firstPeriod(); period <= input.lastPeriod(); period++) {
                    count += input.identities(there[i], period).length;
                }
            } else {
                count = input.facts(there[i]);
            }
            next[there[i]] = starts[i];
            starts[i + 1] = starts[i] + count;
            for (int d = 0; d < width; d++) {
                codes[i * width + d] = members.get(d)[input.member(there[i], d)];
            }
        }
        int size = starts[there.length];
        int[] periods = new int[size];
        double[] values = new double[identified ? 0 : size];
        int[] identities = new int[identified ? size : 0];
        BitSet met = new BitSet();
        for (int period = input.firstPeriod(); identified && period <= input.lastPeriod(); period++) {
            for (int cell : there) {
                Arrays.stream(input.identities(cell, period)).forEach(met::set);
            }
        }
        int[] ranks = identityCodes == null ? null : identityCodes.ranks(met);
        for (int period = input.firstPeriod(); period <= input.lastPeriod(); period++) {
            for (int cell : there) {
                if (identified) {
                    int[] of = Arrays.stream(input.identities(cell, period))
                            .map(code -> ranks == null ? code : ranks[code]).sorted().toArray();
                    Arrays.fill(periods, next[cell], next[cell] + of.length, period);
                    System.arraycopy(of, 0, identities, next[cell], of.length);
                    next[cell] += of.length;
                } else if (!Double.isNaN(input.value(cell, period))) {
                    periods[next[cell]] = period;
                    values[next[cell]++] = input.value(cell, period);
                }
            }
        }
        return new InputFacts(input.input(), input.grain(), input.dimensions(), input.firstPeriod(),
                input.lastPeriod(), codes, starts, periods, values, identified ? identities : null,
                identityCodes == null ? null : identityCodes.sorted(met));
    }
}

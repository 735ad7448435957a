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
     * @param met     the identities that turn up in this input or in one that is numbered together with it
     */
    static InputFacts of(GrowingInput input, int[] order, List<int[]> members, BitSet met) {
        int width = input.dimensions().size();
        GrowingTexts texts = input.identityCodes();
        int[] there = Arrays.stream(order).filter(input::isThere).toArray();
        int[] starts = new int[there.length + 1];
        int[] codes = new int[there.length * width];
        for (int i = 0; i < there.length; i++) {
            for (int d = 0; d < width; d++) {
                codes[i * width + d] = members.get(d)[input.member(there[i], d)];
            }
        }
        CollectedFacts collected = new CollectedFacts(input, texts == null ? null : texts.ranks(met));
        for (int i = 0; i < there.length; i++) {
            collected.addCell(there[i]);
            starts[i + 1] = collected.size();
        }
        return new InputFacts(input.input(), input.grain(), input.dimensions(), input.firstPeriod(), input.lastPeriod(),
                codes, starts, collected.periods(),
                collected.values(texts == null ? null : texts.sorted(met), input.numbering()));
    }
}

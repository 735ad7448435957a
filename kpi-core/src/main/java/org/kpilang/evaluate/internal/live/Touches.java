package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import java.util.Map;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.AbsentRule;

/** Which groups an update of an input may change in which of its periods, counted from an origin. */
final class Touches {

    private final FilledFacts facts;
    private final Groups groups;
    private final int origin;
    /** Whether what stands in one period may depend on all facts of a group. */
    private final boolean whole;

    Touches(FilledFacts facts, Groups groups, int origin, boolean whole) {
        this.facts = facts;
        this.groups = groups;
        this.origin = origin;
        this.whole = whole;
    }

    /** Adds what an update may change. */
    void collect(Map<GrowingInput, GrowingInput.Touched> touched, Cells into) {
        GrowingInput input = facts.input();
        GrowingInput.Touched of = touched.get(input);
        if (of == null) {
            return;
        }
        of.cells().forEach((period, cells) -> {
            into.addAll(period - origin, groups.ofCells(cells));
            if (facts.absent() instanceof AbsentRule.CarriesForward) {
                for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
                    add(cell, period + 1, facts.reach(cell, period), into);
                }
            }
        });
        boolean zeros = facts.absent() instanceof AbsentRule.Zero;
        if (zeros || whole) {
            of.firstFacts().forEach((cell, before) -> add(cell, input.firstPeriod(), input.lastPeriod(), into));
        }
        if (!(facts.absent() instanceof AbsentRule.Unknown)) {
            for (int period = of.lastPeriod() + 1; period <= input.lastPeriod(); period++) {
                into.addRows(period - origin, 0, groups.size());
            }
        }
    }

    private void add(int cell, int first, int last, Cells into) {
        for (int cut = 0; cut < groups.cuts(); cut++) {
            int group = groups.ofCell(cell, cut);
            for (int period = first; group >= 0 && period <= last; period++) {
                into.add(period - origin, group);
            }
        }
    }
}

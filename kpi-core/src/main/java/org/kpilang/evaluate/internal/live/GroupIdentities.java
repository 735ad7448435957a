package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import java.util.Map;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.AbsentRule;

/** Counts the different identities of groups of cells. */
final class GroupIdentities {

    private final FilledFacts facts;
    private final Groups groups;
    private final Touches touches;
    private final int origin;
    private final BitSet met = new BitSet();
    private final BitSet knownPeriods = new BitSet();
    private Cells changed = new Cells();

    GroupIdentities(GrowingInput input, AbsentRule absent, Groups groups) {
        this.facts = new FilledFacts(input, absent);
        this.groups = groups;
        this.origin = input.firstPeriod();
        this.touches = new Touches(facts, groups, origin, false);
    }

    int origin() {
        return origin;
    }

    Groups groups() {
        return groups;
    }

    /** What the last update may have changed. */
    Cells changed() {
        return changed;
    }

    void update(Map<GrowingInput, GrowingInput.Touched> touched) {
        changed = new Cells();
        touches.collect(touched, changed);
    }

    /** How many different identities a group has in some pages; NaN if too few of these are known. */
    double count(int group, LeafWindow window) {
        GrowingInput input = facts.input();
        int first = Math.max(window.lo(), 0) + origin;
        int last = Math.min(window.hi() + origin, input.lastPeriod());
        met.clear();
        knownPeriods.clear();
        boolean there = false;
        for (int i = 0; i < groups.count(group); i++) {
            int cell = groups.cell(group, i);
            if (input.isThere(cell)) {
                there = true;
                collect(cell, first, last);
            }
        }
        int known = first > last ? 0 : there && facts.absent() instanceof AbsentRule.Zero ? last - first + 1
                : knownPeriods.cardinality();
        return window.isEnough(known) ? met.cardinality() : Double.NaN;
    }

    private void collect(int cell, int first, int last) {
        GrowingInput input = facts.input();
        for (int period = first; period <= last; period++) {
            int source = facts.source(cell, period);
            if (source != Integer.MIN_VALUE) {
                knownPeriods.set(period - first);
                if (source == period || period == first) {
                    for (int identity : input.identities(cell, source)) {
                        met.set(identity);
                    }
                }
            }
        }
    }
}

package org.kpilang.evaluate.internal.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import org.kpilang.evaluate.internal.EventSummary;
import org.kpilang.evaluate.internal.Occurrences;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.AbsentRule;

/** What turned up in groups of cells: identities, or the values of events. */
final class GroupEvents {

    private final FilledFacts facts;
    private final Groups groups;
    private final Touches touches;
    private final int origin;
    private final BitSet met = new BitSet();
    private final BitSet knownPeriods = new BitSet();
    private double[] values = new double[16];
    private int size;
    private Cells changed = new Cells();

    GroupEvents(GrowingInput input, AbsentRule absent, Groups groups) {
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

    GrowingInput input() {
        return facts.input();
    }

    /** The last page that there is. */
    int lastPage() {
        return facts.input().lastPeriod() - origin;
    }

    /** How many different identities a group has in some pages; NaN if too few of these are known. */
    double count(int group, LeafWindow window) {
        int first = Math.max(window.lo(), 0) + origin;
        int last = Math.min(window.hi() + origin, facts.input().lastPeriod());
        met.clear();
        knownPeriods.clear();
        boolean there = false;
        for (int i = 0; i < groups.count(group); i++) {
            int cell = groups.cell(group, i);
            if (facts.input().isThere(cell)) {
                there = true;
                collect(cell, first, last);
            }
        }
        return window.isEnough(known(there, first, last)) ? met.cardinality() : Double.NaN;
    }

    private int known(boolean there, int first, int last) {
        return first > last ? 0 : there && facts.absent() instanceof AbsentRule.Zero ? last - first + 1
                : knownPeriods.cardinality();
    }

    /**
     * What is asked of the values of events of a group in some pages; NaN if too few of these are known. In a period
     * they stand in the order of their size.
     */
    double summary(int group, LeafWindow window, EventSummary summary) {
        int first = Math.max(window.lo(), 0) + origin;
        int last = Math.min(window.hi() + origin, facts.input().lastPeriod());
        knownPeriods.clear();
        size = 0;
        boolean there = false;
        for (int period = first; period <= last; period++) {
            int before = size;
            for (int i = 0; i < groups.count(group); i++) {
                there |= facts.input().isThere(groups.cell(group, i));
                add(facts.input().events(groups.cell(group, i), period));
            }
            Arrays.sort(values, before, size);
            knownPeriods.set(period - first, size > before);
        }
        if (!window.isEnough(known(there, first, last))) {
            return Double.NaN;
        }
        double[] result = new double[1];
        summary.run(values, size, new int[] {0}, new int[] {size - 1}, 1, result, 0);
        return result[0];
    }

    private void add(double[] more) {
        if (values.length < size + more.length) {
            values = Arrays.copyOf(values, Math.max(size + more.length, 2 * size));
        }
        for (double value : more) {
            values[size++] = value + 0.0;
        }
    }

    /** When which identities turned up in a group, in some pages of which the last ones need not be there yet. */
    Occurrences occurrences(int group, int firstPage, int lastPage) {
        GrowingInput input = facts.input();
        GroupOccurrences occurrences = new GroupOccurrences(Math.max(firstPage, 0) + origin);
        boolean there = false;
        for (int i = 0; group >= 0 && i < groups.count(group); i++) {
            there |= input.isThere(groups.cell(group, i));
        }
        for (int period = occurrences.origin(); period <= Math.min(lastPage, lastPage()) + origin; period++) {
            for (int i = 0; group >= 0 && i < groups.count(group); i++) {
                occurrences.add(input.identities(groups.cell(group, i), period));
            }
            occurrences.endPeriod(there && facts.absent() instanceof AbsentRule.Zero);
        }
        return occurrences;
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

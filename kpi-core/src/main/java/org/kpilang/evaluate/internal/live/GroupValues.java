package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.InputDefinition;

/**
 * The facts of an input put together by groups of cells: one value for each group and period of the facts. A weighted
 * input has two, of value times weight and of weight.
 */
final class GroupValues {

    private static final int NEVER = Integer.MAX_VALUE;

    private final FilledFacts values;
    private final @Nullable FilledFacts weights;
    private final @Nullable Aggregate overSlices;
    private final Groups groups;
    private final int origin;
    private final Pages upper = new Pages();
    private final Pages lower = new Pages();
    private final Touches touches;
    private final @Nullable Touches weightTouches;
    private final boolean plain;
    private final double[] state;
    /** The page from which on the cells of a group cannot be put together; kept where that may be. */
    private final IntRow additiveBefore = new IntRow();
    private Cells changed = new Cells();
    /** The groups whose {@link #additiveBefore} changed, with the earlier of both. */
    private final Map<Integer, Integer> lessAdditive = new HashMap<>();

    GroupValues(InputDefinition definition, GrowingInput input, @Nullable InputDefinition weight,
            @Nullable GrowingInput weightInput, Groups groups) {
        this.values = new FilledFacts(input, definition.absent());
        this.weights = weight == null || weightInput == null ? null : new FilledFacts(weightInput, weight.absent());
        this.overSlices = weights != null ? Aggregates.SUM : definition.kind().overSlices();
        this.groups = groups;
        this.origin = input.firstPeriod();
        this.state = new double[overSlices == null ? 0 : overSlices.width()];
        this.touches = new Touches(values, groups, origin, overSlices == null);
        this.weightTouches = weights == null ? null : new Touches(weights, groups, origin, false);
        this.plain = weights == null && overSlices != null && values.absent() instanceof AbsentRule.Unknown;
        for (int period = input.firstPeriod(); period <= input.lastPeriod(); period++) {
            workOut(period - origin, 0, groups.size());
        }
        growAdditive();
    }

    /** The ordinal of the first page. */
    int origin() {
        return origin;
    }

    Groups groups() {
        return groups;
    }

    boolean isWeighted() {
        return weights != null;
    }

    boolean mayBeNotAdditive() {
        return overSlices == null;
    }

    Pages upper() {
        return upper;
    }

    Pages lower() {
        return lower;
    }

    /** The page from which on the cells of a group cannot be put together. */
    int additiveBefore(int group) {
        return overSlices != null ? NEVER : additiveBefore.get(group);
    }

    /** What the last update changed. */
    Cells changed() {
        return changed;
    }

    Map<Integer, Integer> lessAdditive() {
        return lessAdditive;
    }

    /** Works out what an update may have changed; the groups took in new rows and cells before. */
    void update(Map<GrowingInput, GrowingInput.Touched> touched, int firstNewGroup) {
        Cells dirty = new Cells();
        touches.collect(touched, dirty);
        if (weightTouches != null) {
            weightTouches.collect(touched, dirty);
        }
        int last = values.input().lastPeriod() - origin;
        for (int page = 0; firstNewGroup < groups.size() && page <= last; page++) {
            dirty.addRows(page, firstNewGroup, groups.size());
        }
        changed = new Cells();
        dirty.forEach((of, page) -> {
            // Facts of weights may reach further than those of values.
            if (page >= 0 && page <= last) {
                workOut(page, of);
            }
        });
        updateAdditive(touched);
    }

    private void workOut(int page, BitSet of) {
        double[] out = upper.writable(page, groups.size());
        double[] divisors = weights == null ? out : lower.writable(page, groups.size());
        double[] facts = plain ? values.input().page(origin + page) : out;
        // Mostly all that was touched changes.
        BitSet different = (BitSet) of.clone();
        for (int group = of.nextSetBit(0); group >= 0; group = of.nextSetBit(group + 1)) {
            int cell = plain ? groups.onlyCell(group) : -1;
            double value = cell < 0 ? value(group, origin + page, true)
                    : cell < facts.length ? facts[cell] : Double.NaN;
            boolean changes = differ(value, out[group]);
            out[group] = value;
            if (weights != null) {
                double divisor = value(group, origin + page, false);
                changes |= differ(divisor, divisors[group]);
                divisors[group] = divisor;
            }
            if (!changes) {
                different.clear(group);
            }
        }
        if (!different.isEmpty()) {
            changed.addAll(page, different);
        }
    }

    private void workOut(int page, int from, int to) {
        BitSet all = new BitSet();
        all.set(from, to);
        workOut(page, all);
    }

    static boolean differ(double a, double b) {
        return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
    }

    /** The value of a group in a period, or its weight. NaN where nothing is known, infinity where it is too large. */
    private double value(int group, int period, boolean product) {
        int count = groups.count(group);
        if (count == 0 || period < values.input().firstPeriod() || period > values.input().lastPeriod()) {
            return Double.NaN;
        }
        boolean zeros = weights == null && overSlices == Aggregates.SUM && values.absent() instanceof AbsentRule.Zero;
        int there = there(group, count);
        if (there == 0) {
            return Double.NaN;
        } else if (overSlices == null) {
            return values.value(earliest(group, count), period);
        } else if (there == 1 && !zeros) {
            return value(theOne(group, count), period, product, false);
        }
        return together(group, count, period, product, zeros, overSlices);
    }

    private double together(int group, int count, int period, boolean product, boolean zeros, Aggregate aggregate) {
        aggregate.clear(state, 0);
        boolean asTheyStand = weights == null && (zeros || values.absent() instanceof AbsentRule.Unknown)
                && !values.input().hasIdentities();
        boolean known = asTheyStand
                ? addFacts(groups.severalCells(group), values.input().page(period), aggregate)
                : addValues(group, count, period, product, zeros, aggregate);
        if (!known) {
            return zeros ? 0 : Double.NaN;
        }
        double sum = aggregate.finish(state, 0);
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
    }

    /** Adds the facts of a page, of which a cell that is not there has none; whether there are any. */
    private boolean addFacts(int[] cells, double[] page, Aggregate aggregate) {
        boolean known = false;
        for (int i = 1; i <= cells[0]; i++) {
            double value = cells[i] < page.length ? page[cells[i]] : Double.NaN;
            if (!Double.isNaN(value)) {
                aggregate.add(state, 0, value, 0);
                known = true;
            }
        }
        return known;
    }

    private boolean addValues(int group, int count, int period, boolean product, boolean zeros, Aggregate aggregate) {
        boolean known = false;
        for (int i = 0; i < count; i++) {
            double value = value(groups.cell(group, i), period, product, zeros);
            if (!Double.isNaN(value)) {
                aggregate.add(state, 0, value, 0);
                known = true;
            }
        }
        return known;
    }

    private double value(int cell, int period, boolean product, boolean zeros) {
        if (weights == null) {
            return zeros || values.absent() instanceof AbsentRule.Unknown ? values.input().value(cell, period)
                    : values.value(cell, period);
        }
        if (!weights.input().isThere(cell)) {
            return Double.NaN;
        }
        double value = values.value(cell, period);
        double by = weights.value(cell, period);
        return Double.isNaN(value) || Double.isNaN(by) ? Double.NaN : product ? value * by : by;
    }

    private int there(int group, int count) {
        int there = 0;
        for (int i = 0; i < count && there < 2; i++) {
            there += values.input().isThere(groups.cell(group, i)) ? 1 : 0;
        }
        return there;
    }

    private int theOne(int group, int count) {
        int i = 0;
        while (!values.input().isThere(groups.cell(group, i))) {
            i++;
        }
        return groups.cell(group, Math.min(i, count - 1));
    }

    /** The cell whose facts begin first. */
    private int earliest(int group, int count) {
        int best = -1;
        for (int i = 0; i < count; i++) {
            int cell = groups.cell(group, i);
            if (values.input().isThere(cell)
                    && (best < 0 || values.input().firstFact(cell) < values.input().firstFact(best))) {
                best = cell;
            }
        }
        return best;
    }

    private void growAdditive() {
        for (int group = additiveBefore.size(); overSlices == null && group < groups.size(); group++) {
            additiveBefore.add(findAdditive(group));
        }
    }

    private void updateAdditive(Map<GrowingInput, GrowingInput.Touched> touched) {
        lessAdditive.clear();
        growAdditive();
        GrowingInput.Touched of = touched.get(values.input());
        if (overSlices != null || of == null) {
            return;
        }
        for (int cell : of.firstFacts().keySet()) {
            for (int cut = 0; cut < groups.cuts(); cut++) {
                int group = groups.ofCell(cell, cut);
                int now = group < 0 ? NEVER : findAdditive(group);
                if (group >= 0 && now != additiveBefore.get(group)) {
                    lessAdditive.merge(group, Math.min(now, additiveBefore.get(group)), Math::min);
                    additiveBefore.set(group, now);
                }
            }
        }
    }

    /** The page of the second cell's first fact. */
    private int findAdditive(int group) {
        int first = NEVER;
        int second = NEVER;
        for (int i = 0; i < groups.count(group); i++) {
            int cell = groups.cell(group, i);
            int of = values.input().isThere(cell) ? values.input().firstFact(cell) : NEVER;
            if (of < first) {
                second = first;
                first = of;
            } else if (of < second) {
                second = of;
            }
        }
        return second == NEVER ? NEVER : second - origin;
    }
}

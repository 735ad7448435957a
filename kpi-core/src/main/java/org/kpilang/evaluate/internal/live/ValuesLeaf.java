package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Aggregate;
import org.kpilang.aggregate.Aggregates;
import org.kpilang.aggregate.ColumnSums;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.facts.GrowingInput;

/** An input of values under a path. A weighted level is two sums, and their quotient. */
final class ValuesLeaf extends FactsLeaf {

    private final GroupValues source;
    private final boolean single;
    private final @Nullable Aggregate kind;
    private final ColumnSums sums = new ColumnSums(BLOCK);
    /** The sums of the latest window, for each block of groups. */
    private final List<MovingPages> moving = new ArrayList<>();
    private final @Nullable WindowSummary overTime;
    private double[] row = new double[16];
    private final double[] answer = new double[1];
    private final int[] known = new int[1];
    /** The latest window, which the rows of a page share. */
    private Windows latest = Windows.one(0, 0, 1, 0);

    ValuesLeaf(Leaf.Facts leaf, GrowingInput input, GroupValues source) {
        super(leaf, input, source.origin(), source.groups());
        this.source = source;
        this.kind = source.isWeighted() ? Aggregates.SUM : leaf.input().kind().overTime();
        this.single = leaf.input().kind().overTime() == null;
        this.overTime = kind == null || kind == Aggregates.LAST ? null : WindowSummary.of(kind);
    }

    @Override
    Cells changed() {
        return source.changed();
    }

    @Override
    boolean isPage(LeafWindow window) {
        return window.isSingle() && !source.isWeighted() && !source.mayBeNotAdditive();
    }

    @Override
    double[] page(LeafWindow window) {
        return source.upper().page(window.hi());
    }

    @Override
    @Nullable BitSet changedBeside(LeafWindow window) {
        if (source.lessAdditive().isEmpty()) {
            return null;
        }
        BitSet groups = new BitSet();
        source.lessAdditive().forEach((group, from) -> {
            if (window.hi() >= from) {
                groups.set(group);
            }
        });
        return groups;
    }

    @Override
    double value(int group, LeafWindow window) {
        if (window.hi() >= source.additiveBefore(group) || single && !window.isSingle()) {
            return Double.NaN;
        }
        double value = summary(source.upper(), group, window);
        if (!window.isEnough(known[0])) {
            return Double.NaN;
        }
        if (source.isWeighted()) {
            value /= summary(source.lower(), group, window);
            value += value - value;
        }
        return value;
    }

    @Override
    boolean fill(int from, int count, LeafWindow window, double[] out) {
        int first = Math.max(0, window.lo());
        if (kind != Aggregates.SUM || source.isWeighted() || window.hi() < first) {
            return false;
        }
        while (moving.size() <= from / BLOCK) {
            moving.add(new MovingPages(source.upper(), moving.size() * BLOCK, sums.another()));
        }
        MovingPages pages = moving.get(from / BLOCK);
        if (!pages.moveTo(first, window.hi(), count)) {
            return false;
        }
        ColumnSums found = pages.sums();
        boolean enough = found.areWhole() && window.isEnough(found.known(0));
        for (int i = 0; i < count; i++) {
            int known = found.known(i);
            out[from + i] = enough || known > 0 && window.isEnough(known) ? found.sum(i) : Double.NaN;
        }
        return true;
    }

    @Override
    void forget(Cells facts) {
        facts.forEach((groups, page) -> moving.forEach(each -> each.forget(page, groups)));
    }

    private double summary(Pages pages, int group, LeafWindow window) {
        if (overTime == null) {
            double value = pages.at(window.hi(), group);
            known[0] = Double.isNaN(value) ? 0 : 1;
            return value + (value - value);
        }
        int from = Math.max(0, window.lo());
        int length = Math.max(0, window.hi() - from + 1);
        if (row.length < length) {
            row = Arrays.copyOf(row, Math.max(length, 2 * row.length));
        }
        for (int i = 0; i < length; i++) {
            row[i] = pages.at(from + i, group);
        }
        latest = latest.like(window.lo() - from, window.hi() - from, length, source.origin() + from);
        overTime.run(row, 0, latest, answer, 0, known);
        return answer[0];
    }
}

package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.internal.IndexColumn;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.time.Window;

/** An index number, whose operand is a stage of its own: asked in the periods of the windows and of the base. */
final class IndexLeaf extends InnerLeaf {

    private static final double HUNDRED = 100;

    private final Leaf.Index leaf;
    private final Window base;
    private final int origin;
    private final List<@Nullable Window> windows = new ArrayList<>();
    private final WindowSummary mean = Statistics.named("avg").orElseThrow().summary();
    private double[] row = new double[16];
    private final double[] answer = new double[1];
    private final int[] known = new int[1];
    /** The latest window, which the rows of a page share. */
    private Windows latest = Windows.one(0, 0, 1, 0);

    IndexLeaf(Leaf.Index leaf, Sources sources, List<Window> first) {
        super(new LiveStage(leaf.operand(), sources, true));
        this.leaf = leaf;
        this.base = IndexColumn.base(leaf.base(), leaf.path().time().from(first.get(0)).window().grain());
        int earliest = base.first();
        for (Window window : first) {
            earliest = Math.min(earliest, leaf.path().time().from(window).window().first());
        }
        this.origin = earliest;
        SortedMap<Integer, Window> numbered = new TreeMap<>();
        periods(base).forEach(period -> numbered.put(period.first() - origin, period));
        for (Window window : first) {
            periods(leaf.path().time().from(window).window())
                    .forEach(period -> numbered.put(period.first() - origin, period));
        }
        operand().start(numbered);
    }

    private static List<Window> periods(Window window) {
        List<Window> periods = new ArrayList<>();
        for (int ordinal = window.first(); ordinal <= window.last(); ordinal++) {
            periods.add(new Window(window.calendar(), window.grain(), ordinal, ordinal));
        }
        return periods;
    }

    @Override
    void take(int index, Window window) {
        Window asked = leaf.path().time().from(window).window();
        for (Window period : periods(asked)) {
            operand().add(period.first() - origin, period);
        }
        while (windows.size() <= index) {
            windows.add(null);
        }
        windows.set(index, asked);
    }

    @Override
    @Nullable BitSet touched(int index, Cells changed) {
        Window window = windows.get(index);
        if (window == null) {
            return null;
        }
        BitSet inside = changed.between(window.first() - origin, window.last() - origin);
        BitSet below = changed.between(base.first() - origin, base.last() - origin);
        if (inside == null || below == null) {
            return inside == null ? below : inside;
        }
        BitSet both = (BitSet) inside.clone();
        both.or(below);
        return both;
    }

    @Override
    double value(int index, int rowNumber) {
        double divisor = mean(base, rowNumber);
        double value = divisor > 0 ? HUNDRED * mean(windows.get(index), rowNumber) / divisor : Double.NaN;
        return value + (value - value);
    }

    private double mean(Window window, int rowNumber) {
        int length = window.length();
        if (row.length < length) {
            row = Arrays.copyOf(row, Math.max(length, 2 * row.length));
        }
        for (int i = 0; i < length; i++) {
            row[i] = operand().at(window.first() - origin + i, rowNumber);
        }
        latest = latest.like(0, length - 1, length, 0);
        mean.run(row, 0, latest, answer, 0, known);
        return known[0] == length ? answer[0] : Double.NaN;
    }
}

package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.internal.Frame;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.StretchWindows;
import org.kpilang.evaluate.internal.SummaryColumn;
import org.kpilang.time.Window;

/** A statistic over the periods of a stretch, whose operand is a stage of its own. */
final class SummaryLeaf extends InnerLeaf {

    private final Leaf.Summary leaf;
    private final Sources sources;
    private final NamedStatistic statistic;
    private final WindowSummary summary;
    /** The page of each window of the operand, where they are picked. */
    private final Map<Window, Integer> pages = new HashMap<>();
    private final List<@Nullable Run> runs = new ArrayList<>();
    private int origin = Integer.MIN_VALUE;
    private double[] row = new double[16];
    private final double[] answer = new double[1];
    private final int[] known = new int[1];
    /** The latest window, which the rows of a page share. */
    private Windows latest = Windows.one(0, 0, 1, 0);

    /**
     * The pages of the operand that a window summarises.
     *
     * @param picked the pages, or null if they are neighbours
     * @param starts whether the pages before the first value of a row do not count
     */
    private record Run(int lo, int hi, int @Nullable [] picked, boolean starts) {}

    SummaryLeaf(Leaf.Summary leaf, Sources sources, List<Window> first) {
        super(new LiveStage(leaf.operand(), sources, true));
        this.leaf = leaf;
        this.sources = sources;
        this.statistic = Statistics.named(leaf.source().function()).orElseThrow();
        this.summary = statistic.summary(leaf.arguments().stream().mapToDouble(Double::doubleValue).toArray());
        StretchWindows stretches = StretchWindows.of(leaf, new Frame(first), sources.outline());
        if (stretches.isRegular()) {
            origin = stretches.origin();
        }
        SortedMap<Integer, Window> numbered = new TreeMap<>();
        for (int i = 0; i < stretches.frame().size(); i++) {
            numbered.put(i, stretches.frame().window(i));
            pages.put(stretches.frame().window(i), i);
        }
        operand().start(numbered);
    }

    @Override
    void take(int index, Window window) {
        StretchWindows stretches = StretchWindows.of(leaf, new Frame(List.of(window)), sources.outline());
        Run run;
        if (stretches.isRegular()) {
            int shift = stretches.origin() - origin;
            run = new Run(stretches.lo()[0] + shift, stretches.hi()[0] + shift, null, stretches.startsAtFirstValue());
            for (int i = 0; i < stretches.frame().size(); i++) {
                operand().add(i + shift, stretches.frame().window(i));
            }
        } else {
            int[] picked = stretches.picked(0);
            int[] own = new int[picked.length];
            for (int i = 0; i < own.length; i++) {
                Window each = stretches.frame().window(picked[i]);
                Integer page = pages.get(each);
                if (page == null) {
                    page = pages.size();
                    pages.put(each, page);
                    operand().add(page, each);
                }
                own[i] = page;
            }
            run = new Run(0, own.length - 1, own, false);
        }
        while (runs.size() <= index) {
            runs.add(null);
        }
        runs.set(index, run);
    }

    @Override
    @Nullable BitSet touched(int index, Cells changed) {
        Run run = runs.get(index);
        if (run == null) {
            return null;
        } else if (run.picked == null) {
            return changed.between(run.lo, run.hi);
        }
        BitSet all = null;
        for (int page : run.picked) {
            BitSet each = changed.between(page, page);
            if (each != null && all == null) {
                all = (BitSet) each.clone();
            } else if (each != null) {
                all.or(each);
            }
        }
        return all;
    }

    @Override
    double value(int index, int rowNumber) {
        Run run = runs.get(index);
        int[] picked = run.picked;
        int from = run.lo;
        if (run.starts) {
            while (from <= run.hi && Double.isNaN(operand().at(from, rowNumber))) {
                from++;
            }
        }
        int length = Math.max(0, run.hi - from + 1);
        if (row.length < length) {
            row = Arrays.copyOf(row, Math.max(length, 2 * row.length));
        }
        for (int i = 0; i < length; i++) {
            row[i] = operand().at(picked == null ? from + i : picked[i], rowNumber);
        }
        latest = latest.like(0, length - 1, length, picked == null ? origin + from : 0);
        summary.run(row, 0, latest, answer, 0, known);
        int needed = SummaryColumn.needed(leaf.source().stretch(), statistic, length);
        boolean enough = length > 0 && known[0] >= needed
                && !(statistic.isOfLast() && Double.isNaN(row[length - 1]));
        return enough ? answer[0] + (answer[0] - answer[0]) : Double.NaN;
    }
}

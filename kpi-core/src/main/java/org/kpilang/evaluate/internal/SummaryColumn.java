package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.aggregate.WindowSummary;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.Reason;
import org.kpilang.expression.Stretch;
import org.kpilang.series.Absence;

/**
 * A statistic over the periods of a stretch: its operand is worked out in those periods, and the values are summarised.
 */
public final class SummaryColumn extends StageLeaf {

    private final Leaf.Summary leaf;
    private final NamedStatistic statistic;
    private final StretchWindows stretches;

    private SummaryColumn(Leaf.Summary leaf, StretchWindows stretches, Stage operand) {
        super(operand, stretches.size());
        this.leaf = leaf;
        this.statistic = Statistics.named(leaf.source().function()).orElseThrow();
        this.stretches = stretches;
    }

    static SummaryColumn of(Leaf.Summary leaf, Frame frame, Panel panel) {
        StretchWindows stretches = StretchWindows.of(leaf, frame, panel.facts());
        return new SummaryColumn(leaf, stretches, new Stage(leaf.operand(), stretches.frame(), panel));
    }

    @Override
    RowFiller filler(Workspace workspace) {
        WindowSummary summary =
                statistic.summary(leaf.arguments().stream().mapToDouble(Double::doubleValue).toArray());
        return new InnerRows(operand(), workspace, stretches.size(), new Answer(statistic, summary, stretches));
    }

    @Override
    ExactRows exact() {
        ExactWorker worker = new ExactWorker(operand());
        ExactSummary summary = new ExactSummary(statistic, leaf.arguments(), stretches);
        return (slice, out) -> summary.fill(worker.about(slice).output(0), out);
    }

    @Override
    List<Reason> reasons(Inquiry inquiry, int window) {
        Inquiry inside = inquiry.inner(operand());
        Set<Reason> reasons = new LinkedHashSet<>();
        int[] periods = stretches.periods(window, firstKnown(inside));
        int last = periods.length == 0 ? -1 : periods[periods.length - 1];
        if (last >= 0 && statistic.isOfLast() && !inside.hasValue(last)) {
            return inside.reasons(last);
        }
        int known = 0;
        int missing = -1;
        for (int period : periods) {
            boolean has = inside.hasValue(period);
            known += has ? 1 : 0;
            missing = missing < 0 && !has ? period : missing;
        }
        String text = Reasons.shown(leaf.operandSource());
        if (periods.length > 0 && known >= needed(leaf.source().stretch(), statistic, periods.length)) {
            return List.of(new Reason(Absence.DOMAIN,
                    "the " + statistic.name() + " of " + known + " value" + (known == 1 ? "" : "s") + " of " + text
                            + " is not defined", leaf.source().origin()));
        }
        if (periods.length == 0) {
            return List.of(new Reason(Absence.PARTIAL_WINDOW, text + " has no value up to " + stretches.label(window),
                    leaf.source().origin()));
        }
        reasons.add(new Reason(Absence.PARTIAL_WINDOW, known + " of " + periods.length + " periods of " + text
                + " have a value up to " + stretches.label(window), leaf.source().origin()));
        if (missing >= 0) {
            reasons.addAll(inside.reasons(missing));
        }
        return new ArrayList<>(reasons);
    }

    NamedStatistic statistic() {
        return statistic;
    }

    /** The periods that are summarised in a window, by their places among all that the operand is worked out in. */
    int[] periods(int window, IntPredicate known) {
        int first = stretches.startsAtFirstValue() ? stretches.lo()[0] : 0;
        while (first < stretches.frame().size() && !known.test(first)) {
            first++;
        }
        return stretches.periods(window, first);
    }

    private int firstKnown(Inquiry inside) {
        for (int period = stretches.startsAtFirstValue() ? stretches.lo()[0] : 0; period < stretches.frame().size();
                period++) {
            if (inside.hasValue(period)) {
                return period;
            }
        }
        return stretches.frame().size();
    }

    /** How many of some periods must have a value. */
    public static int needed(Stretch stretch, NamedStatistic statistic, int periods) {
        return stretch.atLeast() > 0 ? stretch.atLeast() : statistic.counts() ? 0 : periods;
    }

    /** Summarises the rows of one slice after another, in memory that is used again. */
    private static final class Answer implements InnerRows.Row {

        private final NamedStatistic statistic;
        private final WindowSummary summary;
        private final StretchWindows stretches;
        private final int[] known;
        /** The values of one window, where they are no neighbours. */
        private final double[] row;
        private final Windows[] picked;
        /** The windows of the latest slice, where they start at its first value. */
        private @Nullable Windows latest;
        private int latestFirst;

        Answer(NamedStatistic statistic, WindowSummary summary, StretchWindows stretches) {
            this.statistic = statistic;
            this.summary = summary;
            this.stretches = stretches;
            this.known = new int[Math.max(1, stretches.size())];
            this.row = new double[stretches.mostPicked()];
            this.picked = IntStream.range(0, stretches.isRegular() ? 0 : stretches.size())
                    .map(window -> stretches.picked(window).length)
                    .mapToObj(length -> Windows.one(0, length - 1, length, 0)).toArray(Windows[]::new);
        }

        @Override
        public void fill(double[] values, int offset, double[] results, int at) {
            if (stretches.isRegular()) {
                slide(values, offset, results, at);
            } else {
                pick(values, offset, results, at);
            }
        }

        private void slide(double[] values, int offset, double[] results, int at) {
            Windows windows = stretches.startsAtFirstValue() ? fromFirstValue(values, offset) : stretches.windows();
            summary.run(values, offset, windows, results, at, known);
            for (int i = 0; i < windows.size(); i++) {
                int last = windows.hi(i);
                results[at + i] = checked(results[at + i], known[i], last - windows.lo(i) + 1, values[offset + last]);
            }
        }

        private Windows fromFirstValue(double[] values, int offset) {
            Windows all = stretches.windows();
            int first = all.lo(0);
            while (first < all.length() && Double.isNaN(values[offset + first])) {
                first++;
            }
            if (latest == null || latestFirst != first) {
                latest = stretches.windowsFrom(first);
                latestFirst = first;
            }
            return latest;
        }

        private void pick(double[] values, int offset, double[] results, int at) {
            for (int i = 0; i < stretches.size(); i++) {
                int[] periods = stretches.picked(i);
                for (int k = 0; k < periods.length; k++) {
                    row[k] = values[offset + periods[k]];
                }
                summary.run(row, 0, picked[i], results, at + i, known);
                results[at + i] = checked(results[at + i], known[0], periods.length, row[periods.length - 1]);
            }
        }

        private double checked(double result, int known, int periods, double last) {
            boolean enough = periods > 0 && known >= needed(stretches.stretch(), statistic, periods)
                    && !(statistic.isOfLast() && Double.isNaN(last));
            return enough ? result + (result - result) : Double.NaN;
        }
    }
}

package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kpilang.report.KpiView;
import org.kpilang.report.ReportView;
import org.kpilang.report.SeriesChart;
import org.kpilang.scorecard.Goal;
import org.kpilang.scorecard.Pace;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.series.Interval;
import org.kpilang.time.Period;

/**
 * By how much targets may be missed, and where a value leads to at its pace, up to the period in which that is due. The
 * sum of a longer period is not drawn among the values of shorter ones.
 */
final class TargetLayer {

    /** So many periods to come are drawn, at most. */
    private static final int FURTHEST = 24;

    private TargetLayer() {}

    static SeriesChart tolerance(SeriesChart chart, KpiView kpi) {
        ReportView report = kpi.report();
        double[] low = none(report.result().periods());
        double[] high = none(low.length);
        boolean any = false;
        for (int period = 0; period < low.length; period++) {
            Goal goal = report.scorecard().goal(kpi.number(), report.total(), period).orElse(null);
            if (goal != null && !goal.tolerated().equals(goal.wanted())) {
                low[period] = nearer(goal.tolerated().low(), goal.target());
                high[period] = nearer(goal.tolerated().high(), goal.target());
                any = true;
            }
        }
        return any ? chart.tolerance(low, high) : chart;
    }

    private static double nearer(double edge, double target) {
        return Double.isInfinite(edge) ? target : edge;
    }

    static SeriesChart projection(SeriesChart chart, KpiView kpi) {
        for (TargetOutcome outcome : kpi.outcomes(kpi.report().total())) {
            if (outcome.pace().flatMap(pace -> pace.projection().band()).isPresent() && isOfOnePeriod(outcome, kpi)) {
                return projection(chart, outcome, outcome.pace().orElseThrow(), kpi.report());
            }
        }
        return chart;
    }

    private static boolean isOfOnePeriod(TargetOutcome outcome, KpiView kpi) {
        return !kpi.kpi().addsUp() || outcome.due().map(Period::grain).equals(outcome.asOf().map(Period::grain));
    }

    private static SeriesChart projection(SeriesChart chart, TargetOutcome outcome, Pace pace, ReportView report) {
        Period now = outcome.asOf().orElseThrow();
        int from = now.ordinal() - report.result().window().first();
        int due = from + pace.remaining();
        int periods = report.result().periods();
        if (pace.remaining() == 0 || due - periods >= FURTHEST) {
            return chart;
        }
        List<String> more = new ArrayList<>();
        for (int period = periods; period <= due; period++) {
            more.add(now.plus(period - from).toString());
        }
        int all = Math.max(periods, due + 1);
        double[] expected = none(all);
        double[] least = none(all);
        double[] most = none(all);
        Interval band = pace.projection().band().orElseThrow();
        for (int period = from; period <= due; period++) {
            double share = (double) (period - from) / pace.remaining();
            expected[period] = between(pace.actual(), pace.projection().value(), share);
            least[period] = between(pace.actual(), band.low(), share);
            most[period] = between(pace.actual(), band.high(), share);
        }
        Optional<Goal> goal = outcome.goal();
        SeriesChart longer = chart.further(more).projection(expected, least, most);
        return goal.isPresent() ? longer.wanted(due, goal.get().target()) : longer;
    }

    private static double between(double start, double end, double share) {
        return start + (end - start) * share;
    }

    private static double[] none(int periods) {
        double[] none = new double[periods];
        Arrays.fill(none, Double.NaN);
        return none;
    }
}

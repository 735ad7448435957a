package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kpilang.report.ChartLayer;
import org.kpilang.report.KpiView;
import org.kpilang.report.SeriesChart;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.SignalFinding;
import org.kpilang.signal.ProcessChart;
import org.kpilang.signal.Rule;
import org.kpilang.signal.Signal;

/** The centre and the limits of what is usual, and rings around what is not; nothing if too little is known. */
public final class SignalLayer implements ChartLayer {

    @Override
    public SeriesChart on(SeriesChart chart, KpiView kpi) {
        return kpi.signals().map(signals -> on(chart, signals)).orElse(chart);
    }

    private static SeriesChart on(SeriesChart chart, KpiSignals signals) {
        ProcessChart process = signals.chart();
        return chart.limits(figures(process, point -> process.centreOr(point, Double.NaN)),
                figures(process, point -> process.lowerOr(point, Double.NaN)),
                figures(process, point -> process.upperOr(point, Double.NaN))).signals(marks(signals));
    }

    private static double[] figures(ProcessChart process, IntToDoubleFunction figure) {
        return IntStream.range(0, process.size()).mapToDouble(figure).toArray();
    }

    /** Each period once, with what tells most of it: that it lies outside, before that it belongs to a row. */
    private static List<SeriesChart.Signal> marks(KpiSignals signals) {
        List<SeriesChart.Signal> marks = new ArrayList<>();
        for (int period = 0; period < signals.chart().size(); period++) {
            int at = period;
            signals.findings().stream().map(SignalFinding::signal)
                    .filter(signal -> signal.first() <= at && at <= signal.last())
                    .map(Signal::rule).min(Comparator.naturalOrder())
                    .ifPresent(rule -> marks.add(new SeriesChart.Signal(at, why(rule))));
        }
        return marks;
    }

    private static String why(Rule rule) {
        return switch (rule) {
            case POINT -> "outside the limits";
            case RANGE -> "a jump";
            case NEAR_LIMIT -> "near a limit";
            case RUN -> "on one side of the centre for long";
        };
    }
}

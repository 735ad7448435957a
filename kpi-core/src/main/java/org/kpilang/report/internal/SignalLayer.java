package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kpilang.report.ChartLayer;
import org.kpilang.report.KpiView;
import org.kpilang.report.SeriesChart;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.SignalFinding;
import org.kpilang.signal.ProcessChart;

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

    /** Each period once, with the first thing that is unusual of it. */
    private static List<SeriesChart.Signal> marks(KpiSignals signals) {
        List<SeriesChart.Signal> marks = new ArrayList<>();
        for (int period = 0; period < signals.chart().size(); period++) {
            for (SignalFinding finding : signals.findings()) {
                if (finding.signal().first() <= period && period <= finding.signal().last()) {
                    marks.add(new SeriesChart.Signal(period, why(finding)));
                    break;
                }
            }
        }
        return marks;
    }

    private static String why(SignalFinding finding) {
        return switch (finding.signal().rule()) {
            case POINT -> "outside the limits";
            case RANGE -> "a jump";
            case NEAR_LIMIT -> "near a limit";
            case RUN -> "on one side of the centre for long";
        };
    }
}

package org.kpilang.scorecard;

import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.signal.ProcessChart;
import org.kpilang.time.Period;
import org.kpilang.time.Window;
import org.kpilang.unit.Unit;

/**
 * The process behaviour chart of a KPI in a slice, and what is unusual in it. Points are numbered as the periods of the
 * result. Immutable and thread-safe.
 */
public final class KpiSignals {

    private final Result result;
    private final int kpi;
    private final int slice;
    private final ProcessChart chart;
    private final List<SignalFinding> findings;

    KpiSignals(Result result, int kpi, int slice, ProcessChart chart) {
        this.result = result;
        this.kpi = kpi;
        this.slice = slice;
        this.chart = chart;
        this.findings = chart.signals().stream().map(signal -> SignalFinding.of(this, signal)).toList();
    }

    public Kpi kpi() {
        return result.kpis().get(kpi);
    }

    public Slice slice() {
        return result.slices().get(slice);
    }

    /** The points with their limits. */
    public ProcessChart chart() {
        return chart;
    }

    /** What is unusual, by when it was noticed. */
    public List<SignalFinding> findings() {
        return findings;
    }

    /** What the latest value tells; {@link SignalFinding.Verdict#ROUTINE} if there is none. */
    public SignalFinding.Verdict verdict() {
        int latest = latest();
        return latest < 0 ? SignalFinding.Verdict.ROUTINE : verdict(latest);
    }

    /** The number of the latest period that has a value and is not open; -1 if none has. */
    private int latest() {
        int latest = chart.size() - 1;
        while (latest >= 0 && Double.isNaN(chart.valueOr(latest, Double.NaN))) {
            latest--;
        }
        return latest;
    }

    /**
     * What the value of a period tells: of the findings that hold it, a concern before an improvement before a neutral
     * change; routine variation if there is none.
     */
    public SignalFinding.Verdict verdict(int period) {
        Objects.checkIndex(period, chart.size());
        return findings.stream().filter(finding -> finding.holds(period)).map(SignalFinding::verdict)
                .min(Enum::compareTo).orElse(SignalFinding.Verdict.ROUTINE);
    }

    /** The chance that a chart like this shows a finding although nothing has changed. */
    public double falseAlarmChance() {
        return chart.falseAlarmChance();
    }

    /** The latest finding in a sentence; without any, what is usual. */
    public String sentence(ValueText text) {
        int latest = latest();
        if (!findings.isEmpty()) {
            return findings.get(findings.size() - 1).sentence(text);
        }
        String usual = latest < 0 ? "" : usual(latest, text);
        String subject = Sentences.subject(kpi(), slice());
        return usual.isEmpty() ? subject + " has too few values to tell what is usual"
                : subject + " varied as is usual, " + usual + ", up to " + result.period(latest)
                + (chart.isProvisional(latest) ? provisional(latest) : "");
    }

    /** The point of a period; NaN if there is none. */
    double value(int period) {
        return chart.valueOr(period, Double.NaN);
    }

    /** The point of a period, which may not be one of these; NaN if there is none. */
    double valueIn(Period period) {
        Window window = result.window();
        int number = period.ordinal() - window.first();
        return period.grain() == window.grain() && number >= 0 && number < chart.size() ? value(number) : Double.NaN;
    }

    Result result() {
        return result;
    }

    int kpiNumber() {
        return kpi;
    }

    /** {@code 38.2% to 44.1%}, or what is known of it; empty if there are no limits. */
    String usual(int period, ValueText text) {
        Unit unit = kpi().unit();
        double lower = chart.lowerOr(period, Double.NaN);
        double upper = chart.upperOr(period, Double.NaN);
        if (Double.isNaN(lower)) {
            return Double.isNaN(upper) ? "" : "at most " + text.of(upper, unit);
        }
        return Double.isNaN(upper) ? "at least " + text.of(lower, unit)
                : text.of(lower, unit) + " to " + text.of(upper, unit);
    }

    String provisional(int period) {
        int points = Objects.requireNonNull(chart.stretch(period).limits()).points();
        return "; provisional, as " + points + " values tell little";
    }
}

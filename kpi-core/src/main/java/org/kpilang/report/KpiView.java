package org.kpilang.report;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Why;
import org.kpilang.explain.Wording;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Attainment;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.scorecard.TargetOutcomes;
import org.kpilang.scorecard.Trend;
import org.kpilang.series.Interval;
import org.kpilang.signal.ProcessChart;
import org.kpilang.time.Grain;
import org.kpilang.unit.Unit;

/**
 * What parts of a report see of one KPI. Slices and periods are numbered as in the result. What is declared is taken
 * from the definition that holds in the period of the report. Immutable and thread-safe.
 */
public final class KpiView {

    private final ReportView report;
    private final int number;
    private final Kpi kpi;

    KpiView(ReportView report, int number) {
        this.report = report;
        this.number = number;
        this.kpi = report.result().kpis().get(number);
    }

    /** The report that it is in. */
    public ReportView report() {
        return report;
    }

    public Kpi kpi() {
        return kpi;
    }

    /** Its number in the result and the scorecard. */
    public int number() {
        return number;
    }

    /** Its name for people. */
    public String title() {
        return kpi.title();
    }

    /** Where links to its part of the report lead. */
    public String anchor() {
        return "kpi-" + (number + 1);
    }

    public Unit unit() {
        return kpi.unit();
    }

    /** The unit as it is written; empty if none is known. */
    public String unitName() {
        return kpi.unit().equals(Unit.ANY) ? "" : kpi.unit().toString();
    }

    /** The definition that holds in the period of the report, or the latest if none does. */
    public KpiVersion version() {
        return result().version(number, report.period()).orElse(kpi.latest());
    }

    /** The first property of a sort in that definition. */
    public <P extends Property> Optional<P> property(Class<P> sort) {
        return version().property(sort);
    }

    /** All properties of a sort in that definition. */
    public <P extends Property> List<P> properties(Class<P> sort) {
        return version().definition().properties(sort);
    }

    public boolean declaresStatus() {
        return scorecard().declaresStatus(number);
    }

    public boolean declaresTarget() {
        return scorecard().declaresTarget(number);
    }

    private Result result() {
        return report.result();
    }

    private Scorecard scorecard() {
        return report.scorecard();
    }

    /** The value of a slice in a period; NaN if there is none. */
    public double value(int slice, int period) {
        return result().valueOr(number, slice, period, Double.NaN);
    }

    /** The target of a slice in a period; NaN if there is none. */
    public double target(int slice, int period) {
        return scorecard().targetOr(number, slice, period, Double.NaN);
    }

    /** The values of a slice, period by period; NaN where there is none. */
    public double[] values(int slice) {
        return perPeriod(period -> value(slice, period));
    }

    /** The targets of a slice, period by period; NaN where there is none. */
    public double[] targets(int slice) {
        return perPeriod(period -> target(slice, period));
    }

    /** A benchmark of a slice, period by period; NaN where there is none. */
    public double[] benchmark(String label, int slice) {
        return perPeriod(period -> scorecard().benchmarkOr(number, label, slice, period, Double.NaN));
    }

    private double[] perPeriod(IntToDoubleFunction figure) {
        return IntStream.range(0, result().periods()).mapToDouble(figure).toArray();
    }

    /** A value as it is written in tables, all with the same decimals, without its unit; a dash if there is none. */
    public String valueText(int slice, int period) {
        return report.figures().value(number, slice, period);
    }

    /** A target as it is written in tables; empty if there is none. */
    public String targetText(int slice, int period) {
        return report.figures().target(number, slice, period);
    }

    /** The labels of its benchmarks. */
    public List<String> benchmarks() {
        return scorecard().benchmarks(number);
    }

    /** A benchmark as it is written in tables; empty if there is none. */
    public String benchmarkText(String label, int slice, int period) {
        return report.figures().benchmark(number, label, slice, period);
    }

    /** The baseline as it is written in tables; empty if there is none. */
    public String baselineText(int slice, int period) {
        return report.figures().baseline(number, slice, period);
    }

    /** A figure in the unit of the KPI, with that unit and as many decimals as its values; a dash for NaN. */
    public String figure(double value) {
        return report.figures().text(number, value);
    }

    /** The status of a cell; empty if nothing judges it. */
    public Optional<StatusPill> status(int slice, int period) {
        return scorecard().status(number, slice, period).map(StatusPill::of);
    }

    /** How the value of a slice stands against the period before; empty if that is not known. */
    public Optional<Trend> trend(int slice, int period) {
        return report.trends().previous(number, slice, period);
    }

    /** How it stands against a year ago; empty if that is not known, and where years are shown. */
    public Optional<Trend> trendOnYear(int slice, int period) {
        return result().window().grain() == Grain.YEAR ? Optional.empty()
                : report.trends().yearAgo(number, slice, period);
    }

    /** The change of a slice since the period before, with what it means: {@code ↑ +2.1%, better}. */
    public String change(int slice, int period) {
        return trend(slice, period).map(this::text).orElse("");
    }

    /** The change of a slice since the period before, without a verdict: {@code ↑ +2.1%}. */
    public String changeAlone(int slice, int period) {
        return trend(slice, period).map(trend -> TrendText.of(trend, report.numbers())).orElse("");
    }

    /** The change since a year ago, in the same way. */
    public String changeOnYear(int slice, int period) {
        return trendOnYear(slice, period).map(this::text).orElse("");
    }

    private String text(Trend trend) {
        String word = TrendText.verdict(trend);
        return TrendText.of(trend, report.numbers()) + (word.isEmpty() ? "" : ", " + word);
    }

    /** What is usual and what is not in the totals; empty if too few are known to tell. */
    public Optional<KpiSignals> signals() {
        KpiSignals signals = report.signals().of(number, report.total());
        ProcessChart chart = signals.chart();
        return IntStream.range(0, chart.size()).anyMatch(
                point -> !Double.isNaN(chart.centreOr(point, Double.NaN)) && !chart.isProvisional(point))
                ? Optional.of(signals) : Optional.empty();
    }

    /** How its targets stand in a slice. */
    public List<TargetOutcome> outcomes(int slice) {
        return TargetOutcomes.of(scorecard(), number, slice);
    }

    /** How much of its target is attained in the period of the report. */
    public Attainment attainment() {
        return report.attainments().of(number, report.total(), report.period());
    }

    /** Where a value of few cases may lie, {@link ReportView#CONFIDENCE} sure; empty where that is not known. */
    public Optional<Interval> interval(int slice, int period) {
        return report.uncertainty().interval(number, slice, period, ReportView.CONFIDENCE);
    }

    /** The status of an open period by its pace; empty if none is known. */
    public Optional<StatusPill> statusAtPace(int period) {
        return report.parts().flatMap(parts -> scorecard().statusAtPace(number, report.total(), period, parts))
                .filter(status -> !status.equals(Scorecard.OPEN)).map(StatusPill::of);
    }

    /** How the value of the period was worked out, each formula with names and then with numbers; empty without one. */
    public List<String> inNumbers() {
        if (Double.isNaN(value(report.total(), report.period()))) {
            return List.of();
        }
        Why why = Why.of(result(), kpi.id(), Context.of(result().period(report.period())));
        Wording wording = Wording.of(result().model());
        return why.steps().stream()
                .map(step -> FormulaInNumbers.label(step) + " = "
                        + String.join(" = ", FormulaInNumbers.lines(step, wording, report.numbers())))
                .toList();
    }

    /** What moved the total from another period to that of the report; both were asked. */
    public ChangeExplanation changeFrom(int from) {
        return ChangeExplanation.of(result(), kpi.id()).from(Context.of(result().period(from)))
                .to(Context.of(result().period(report.period())));
    }

    /** Why the total has no value in periods in which it has none, each cause once. */
    public List<String> absences() {
        Legend legend = new Legend();
        for (int period = 0; period < result().periods(); period++) {
            if (!result().hasValue(number, report.total(), period)) {
                legend.add(result().why(number, report.total(), period), Slice.TOTAL);
            }
        }
        return legend.lines();
    }

    /** From when on it has another definition, or by which definition it is shown, in fragments. */
    public List<String> definitionNotes() {
        return new DefinitionNotes(result()).of(number);
    }

    /** The numbers of the periods from which on it has another definition. */
    public List<Integer> definitionChanges() {
        return new DefinitionNotes(result()).changes(number);
    }

    /** The members of a slice, as a name for it: {@code EMEA, online}; {@code Total} for all of the business. */
    public String sliceName(int slice) {
        Slice shown = result().slices().get(slice);
        return shown.isTotal() ? "Total" : String.join(", ", shown.members().values().stream()
                .map(member -> member.isBlank() ? "(empty)" : member).toList());
    }

    @Override
    public String toString() {
        return kpi.id();
    }
}

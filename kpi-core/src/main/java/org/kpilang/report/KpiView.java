package org.kpilang.report;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Scorecard;
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

    /** How the value of a slice changed over so many periods; empty if that is not known. */
    Optional<Movement> movement(int slice, int period, int periods) {
        return period < periods ? Optional.empty()
                : Movement.of(value(slice, period - periods), value(slice, period), unit(), Optional.of(version()));
    }

    /** The change of a slice since the period before, with whether it is better: {@code ↑ +2.1%, better}. */
    public String change(int slice, int period) {
        return movement(slice, period, 1).map(this::text).orElse("");
    }

    /** The change of a slice since the period before, without a verdict: {@code ↑ +2.1%}. */
    public String changeAlone(int slice, int period) {
        return movement(slice, period, 1).map(movement -> movement.text(report.numbers())).orElse("");
    }

    /** The change since the same period a year ago, in the same way; empty for periods that no year is made of. */
    public String changeOnYear(int slice, int period) {
        int year = report.periodsOfYear();
        return year < 2 ? "" : movement(slice, period, year).map(this::text).orElse("");
    }

    private String text(Movement movement) {
        String word = movement.verdict().word();
        return movement.text(report.numbers()) + (word.isEmpty() ? "" : ", " + word);
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

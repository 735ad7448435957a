package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.kpilang.model.Fingerprint;
import org.kpilang.model.Property;
import org.kpilang.scorecard.KpiSignals;
import org.kpilang.scorecard.Pace;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.SignalFinding;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.scorecard.Trend;
import org.kpilang.series.Interval;
import org.kpilang.time.Period;

/**
 * A scorecard as one JSON object: where each KPI stands in the last period that is complete and has values, beside its
 * values before. Its form is written down in the JSON Schema {@code scorecard.schema.json} beside this class; {@code
 * result.schema.json} is that of {@link JsonReport}. Numbers have every digit, a percent is a ratio, and what is not
 * known is null. Immutable and thread-safe.
 */
public final class ScorecardJson implements Report {

    private final Scorecard scorecard;

    private ScorecardJson(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    /**
     * The scorecard as JSON.
     *
     * @throws IllegalArgumentException if the totals of the KPIs were not asked
     */
    public static ScorecardJson of(Scorecard scorecard) {
        ReportContents.requireTotal(scorecard);
        return new ScorecardJson(scorecard);
    }

    @Override
    public void write(Appendable out) throws IOException {
        ReportView view = new ReportView(scorecard, Numbers.of(scorecard.result().model()));
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("period").value(JsonWriter.text(view.period(view.period())));
        json.next("grain").value(JsonWriter.text(view.result().window().grain().word()));
        json.next("periods").begin('[');
        for (int period = 0; period < view.result().periods(); period++) {
            json.next().value(JsonWriter.text(view.period(period)));
        }
        json.end(']');
        json.next("counts").begin('[');
        for (Map.Entry<String, Integer> count : counts(view).entrySet()) {
            json.next().value("{\"status\": " + JsonWriter.text(count.getKey()) + ", \"tone\": "
                    + JsonWriter.text(Tone.of(count.getKey()).style()) + ", \"kpis\": " + count.getValue() + "}");
        }
        json.end(']');
        json.next("kpis").begin('[');
        for (KpiView kpi : view.kpis()) {
            kpi(kpi, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private static Map<String, Integer> counts(ReportView view) {
        Map<String, Integer> counts = new TreeMap<>();
        for (KpiView kpi : view.kpis()) {
            kpi.status(view.total(), view.period()).ifPresent(status -> counts.merge(status.word(), 1, Integer::sum));
        }
        return counts;
    }

    private static void kpi(KpiView kpi, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("id").value(JsonWriter.text(kpi.kpi().id()));
        json.next("title").value(JsonWriter.text(kpi.title()));
        json.next("unit").value(JsonFigures.unit(kpi.unit()));
        json.next("better").value(kpi.property(Property.Better.class)
                .map(better -> JsonFigures.word(better.way())).orElse("null"));
        json.next("objective").value(JsonWriter.text(kpi.property(Property.Objective.class)
                .map(Property.Objective::name).orElse(null)));
        json.next("owners").value(texts(kpi.property(Property.Owner.class).map(Property.Owner::names)
                .orElse(List.of())));
        json.next("fingerprint").value(JsonWriter.text(
                Fingerprint.of(kpi.report().result().model(), kpi.kpi()).definition()));
        json.next("attainment").value(JsonFigures.number(kpi.attainment().share()));
        json.next("weight").value(JsonFigures.number(kpi.attainment().weight()));
        json.next("signals").value(kpi.signals().map(signals -> signals(signals, kpi.report().period()))
                .orElse("null"));
        json.next("slices").begin('[');
        for (int slice = 0; slice <= kpi.report().total(); slice++) {
            slice(kpi, slice, json.next());
        }
        json.end(']').end('}');
    }

    private static void slice(KpiView kpi, int slice, JsonWriter json) throws IOException {
        int period = kpi.report().period();
        json.begin('{');
        json.next("slice").value(JsonFigures.slice(kpi.report().result().slices().get(slice)));
        json.next("value").value(JsonFigures.number(kpi.value(slice, period)));
        json.next("target").value(JsonFigures.number(kpi.target(slice, period)));
        json.next("interval").value(kpi.interval(slice, period).map(ScorecardJson::interval).orElse("null"));
        json.next("status").value(JsonWriter.text(kpi.status(slice, period).map(StatusPill::word).orElse(null)));
        json.next("change").value(change(kpi.trend(slice, period)));
        json.next("changeOnYear").value(change(kpi.trendOnYear(slice, period)));
        json.next("targets").value(kpi.outcomes(slice).stream().map(ScorecardJson::outcome)
                .collect(Collectors.joining(", ", "[", "]")));
        json.next("values").value(numbers(kpi.values(slice)));
        json.end('}');
    }

    private static String change(Optional<Trend> trend) {
        return trend.map(known -> "{\"against\": " + JsonWriter.text(known.against().toString()) + ", \"before\": "
                + JsonFigures.number(known.before()) + ", \"by\": " + JsonFigures.number(known.change())
                + ", \"strength\": " + known.strength().map(JsonFigures::word).orElse("null") + ", \"verdict\": "
                + JsonFigures.word(known.verdict()) + "}").orElse("null");
    }

    private static String signals(KpiSignals signals, int period) {
        return "{\"verdict\": " + JsonFigures.word(signals.verdict())
                + ", \"centre\": " + JsonFigures.number(signals.chart().centreOr(period, Double.NaN))
                + ", \"lower\": " + JsonFigures.number(signals.chart().lowerOr(period, Double.NaN))
                + ", \"upper\": " + JsonFigures.number(signals.chart().upperOr(period, Double.NaN))
                + ", \"falseAlarmChance\": " + JsonFigures.number(signals.falseAlarmChance())
                + ", \"findings\": " + signals.findings().stream().map(ScorecardJson::finding)
                        .collect(Collectors.joining(", ", "[", "]")) + "}";
    }

    private static String finding(SignalFinding finding) {
        return "{\"rule\": " + JsonFigures.word(finding.signal().rule()) + ", \"verdict\": "
                + JsonFigures.word(finding.verdict()) + ", \"first\": " + JsonWriter.text(finding.first().toString())
                + ", \"last\": " + JsonWriter.text(finding.last().toString()) + "}";
    }

    private static String outcome(TargetOutcome outcome) {
        return "{\"achievement\": " + JsonFigures.word(outcome.achievement())
                + ", \"due\": " + JsonWriter.text(outcome.due().map(Period::toString).orElse(null))
                + ", \"asOf\": " + JsonWriter.text(outcome.asOf().map(Period::toString).orElse(null))
                + ", \"value\": " + JsonFigures.number(outcome.value())
                + ", \"target\": " + outcome.goal().map(goal -> JsonFigures.number(goal.target())).orElse("null")
                + ", \"progress\": " + JsonFigures.number(outcome.progress())
                + ", \"required\": " + JsonFigures.number(outcome.required())
                + ", \"pace\": " + outcome.pace().map(ScorecardJson::pace).orElse("null") + "}";
    }

    private static String pace(Pace pace) {
        return "{\"verdict\": " + JsonFigures.word(pace.verdict())
                + ", \"expected\": " + JsonFigures.number(pace.expected())
                + ", \"projection\": " + JsonFigures.number(pace.projection().value())
                + ", \"band\": " + pace.projection().band().map(ScorecardJson::interval).orElse("null") + "}";
    }

    private static String interval(Interval interval) {
        return "[" + JsonFigures.number(interval.low()) + ", " + JsonFigures.number(interval.high()) + "]";
    }

    private static String numbers(double[] values) {
        return DoubleStream.of(values).mapToObj(JsonFigures::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(JsonWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toString() {
        return text();
    }
}

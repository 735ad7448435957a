package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Scorecard;

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
        json.next("status").value(JsonWriter.text(kpi.status(slice, period).map(StatusPill::word).orElse(null)));
        json.next("change").value(change(kpi.movement(slice, period, 1)));
        int year = kpi.report().periodsOfYear();
        json.next("changeOnYear").value(year < 2 ? "null" : change(kpi.movement(slice, period, year)));
        json.next("values").value(numbers(kpi.values(slice)));
        json.end('}');
    }

    private static String change(Optional<Movement> movement) {
        @Nullable Movement known = movement.orElse(null);
        return known == null ? "null" : "{\"by\": " + JsonFigures.number(known.change()) + ", \"unit\": "
                + JsonFigures.unit(known.unit()) + ", \"verdict\": " + JsonFigures.word(known.verdict()) + "}";
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

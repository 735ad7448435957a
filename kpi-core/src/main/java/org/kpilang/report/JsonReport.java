package org.kpilang.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.scorecard.Scorecard;

/**
 * A result as one JSON object. Immutable and thread-safe.
 *
 * <pre>{@code
 * {
 *   "calendar": "gregorian",
 *   "grain": "month",
 *   "periods": ["2024-01", "2024-02"],
 *   "dimensions": ["region"],
 *   "kpis": [
 *     {
 *       "id": "gross_margin",
 *       "title": "Gross margin",
 *       "unit": "percent",
 *       "series": [
 *         {
 *           "slice": {"region": "EMEA"},
 *           "values": [0.4, null],
 *           "targets": [0.42, 0.42],
 *           "statuses": ["amber", "no data"],
 *           "absent": [
 *             {"period": "2024-02", "reasons": [{"code": "NO_FACT", "message": "no fact for ...", "place": null}]}
 *           ]
 *         }
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>{@code values}, {@code targets} and {@code statuses} have one entry for each of the {@code periods}; where there
 * is none, it is null. {@code targets} and {@code statuses} are there if the KPI declares any, {@code absent} if a
 * value is missing; so are {@code baselines}, and {@code benchmarks} by their labels. {@code variant} is there if the
 * KPI is one, and {@code versions}, which says since and until when the definition of each period holds, if it has
 * several or does not always hold; {@code defined} then says which of them were asked for. The slice of the total is
 * an empty object. {@code unit} is null where none is known. Numbers have every digit, and
 * values those that were asked if {@linkplain org.kpilang.evaluate.Evaluation#decimals decimals} were; a percent is a
 * ratio.
 */
public final class JsonReport implements Report {

    private final Result result;

    private JsonReport(Result result) {
        this.result = Objects.requireNonNull(result, "result is null");
    }

    public static JsonReport of(Result result) {
        return new JsonReport(result);
    }

    @Override
    public void write(Appendable out) throws IOException {
        Scorecard scorecard = Scorecard.of(result);
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("calendar").value(JsonWriter.text(result.model().calendar().name()));
        json.next("grain").value(JsonWriter.text(result.window().grain().word()));
        json.next("periods").value(perPeriod(period -> JsonWriter.text(result.period(period).toString())));
        json.next("dimensions").value(array(result.dimensions().stream().map(JsonWriter::text).toList()));
        json.next("kpis").begin('[');
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            kpi(scorecard, kpi, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private void kpi(Scorecard scorecard, int number, JsonWriter json) throws IOException {
        Kpi kpi = result.kpis().get(number);
        json.begin('{');
        json.next("id").value(JsonWriter.text(kpi.id()));
        json.next("title").value(JsonWriter.text(kpi.title()));
        if (kpi.variant() != null) {
            json.next("variant").value(JsonWriter.text(kpi.variant()));
        }
        if (kpi.isVersioned()) {
            json.next("defined").value(JsonWriter.text(result.asDefined().toString()));
            json.next("versions").value(perPeriod(period ->
                    JsonWriter.text(result.version(number, period).map(KpiVersion::validity).orElse(null))));
        }
        json.next("unit").value(JsonFigures.unit(kpi.unit()));
        json.next("series").begin('[');
        for (int slice = 0; slice < result.slices().size(); slice++) {
            series(scorecard, number, slice, json.next());
        }
        json.end(']').end('}');
    }

    private String value(int kpi, int slice, int period) {
        return result.decimals() == null ? JsonFigures.number(result.valueOr(kpi, slice, period, Double.NaN))
                : result.decimal(kpi, slice, period).map(BigDecimal::toPlainString).orElse("null");
    }

    private void series(Scorecard scorecard, int kpi, int slice, JsonWriter json) throws IOException {
        json.begin('{');
        json.next("slice").value(JsonFigures.slice(result.slices().get(slice)));
        json.next("values").value(perPeriod(period -> value(kpi, slice, period)));
        if (scorecard.declaresTarget(kpi)) {
            json.next("targets")
                    .value(perPeriod(period -> JsonFigures.number(scorecard.targetOr(kpi, slice, period, Double.NaN))));
        }
        if (scorecard.declaresStatus(kpi)) {
            json.next("statuses")
                    .value(perPeriod(period -> JsonWriter.text(scorecard.status(kpi, slice, period).orElse(null))));
        }
        if (scorecard.declaresBaseline(kpi)) {
            json.next("baselines")
                    .value(perPeriod(period -> JsonFigures.number(scorecard.baselineOr(kpi, slice, period, Double.NaN))));
        }
        if (!scorecard.benchmarks(kpi).isEmpty()) {
            json.next("benchmarks").value(scorecard.benchmarks(kpi).stream()
                    .map(label -> JsonWriter.text(label) + ": " + perPeriod(period ->
                            JsonFigures.number(scorecard.benchmarkOr(kpi, label, slice, period, Double.NaN))))
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        List<Integer> absent = IntStream.range(0, result.periods())
                .filter(period -> !result.hasValue(kpi, slice, period)).boxed().toList();
        if (!absent.isEmpty()) {
            json.next("absent").begin('[');
            for (int period : absent) {
                json.next().value(absent(kpi, slice, period));
            }
            json.end(']');
        }
        json.end('}');
    }

    private String absent(int kpi, int slice, int period) {
        return "{\"period\": " + JsonWriter.text(result.period(period).toString()) + ", \"reasons\": "
                + array(result.why(kpi, slice, period).stream().map(JsonReport::reason).toList()) + "}";
    }

    private static String reason(Reason reason) {
        @Nullable String place = reason.origin().isKnown() ? reason.origin().describe() : null;
        return "{\"code\": " + JsonWriter.text(reason.code().name()) + ", \"message\": "
                + JsonWriter.text(reason.message()) + ", \"place\": " + JsonWriter.text(place) + "}";
    }

    private String perPeriod(IntFunction<String> json) {
        return array(IntStream.range(0, result.periods()).mapToObj(json).toList());
    }

    private static String array(List<String> json) {
        return "[" + String.join(", ", json) + "]";
    }

    @Override
    public String toString() {
        return text();
    }
}

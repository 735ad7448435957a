package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.Assumption;
import org.kpilang.explain.Comparison;
import org.kpilang.explain.Scenario;
import org.kpilang.model.Kpi;

/**
 * What KPIs are and what they would be, as one JSON object. Immutable and thread-safe.
 *
 * <pre>{@code
 * {
 *   "grain": "month",
 *   "periods": ["2024-01", "2024-02"],
 *   "assumptions": ["revenue * 1.1"],
 *   "kpis": [
 *     {
 *       "id": "gross_margin",
 *       "title": "Gross margin",
 *       "unit": "percent",
 *       "series": [
 *         {"slice": {}, "actual": [0.4, null], "supposed": [0.45, null], "change": [0.05, null]}
 *       ]
 *     }
 *   ]
 * }
 * }</pre>
 *
 * <p>Lists have one entry for each of the periods, null where there is no value. A percent is a ratio; the slice of the
 * total is an empty object.
 */
public final class ComparisonJsonReport implements Report {

    private final Comparison comparison;
    private final List<Assumption> assumptions;

    private ComparisonJsonReport(Comparison comparison, List<Assumption> assumptions) {
        this.comparison = Objects.requireNonNull(comparison, "comparison is null");
        this.assumptions = List.copyOf(assumptions);
    }

    /** The report of a comparison, and of the assumptions that it was made under. */
    public static ComparisonJsonReport of(Comparison comparison, Scenario scenario) {
        return new ComparisonJsonReport(comparison, scenario.assumptions());
    }

    @Override
    public void write(Appendable out) throws IOException {
        Result actual = comparison.actual();
        JsonWriter json = new JsonWriter(out);
        json.begin('{');
        json.next("grain").value(JsonWriter.text(actual.window().grain().word()));
        json.next("periods").value(IntStream.range(0, actual.periods())
                .mapToObj(period -> JsonWriter.text(actual.period(period).toString()))
                .collect(Collectors.joining(", ", "[", "]")));
        json.next("assumptions").value(assumptions.stream().map(each -> JsonWriter.text(each.toString()))
                .collect(Collectors.joining(", ", "[", "]")));
        json.next("kpis").begin('[');
        for (int kpi = 0; kpi < actual.kpis().size(); kpi++) {
            kpi(kpi, json.next());
        }
        json.end(']').end('}');
        out.append('\n');
    }

    private void kpi(int number, JsonWriter json) throws IOException {
        Kpi kpi = comparison.actual().kpis().get(number);
        json.begin('{');
        json.next("id").value(JsonWriter.text(kpi.id()));
        json.next("title").value(JsonWriter.text(kpi.title()));
        json.next("unit").value(JsonFigures.unit(kpi.unit()));
        json.next("series").begin('[');
        List<Slice> slices = comparison.actual().slices();
        for (int i = 0; i < slices.size(); i++) {
            int slice = i;
            json.next().value("{\"slice\": " + JsonFigures.slice(slices.get(slice)) + ", \"actual\": "
                    + row(period -> comparison.actual().valueOr(number, slice, period, Double.NaN)) + ", \"supposed\": "
                    + row(period -> comparison.supposed().valueOr(number, slice, period, Double.NaN)) + ", \"change\": "
                    + row(period -> comparison.difference(number, slice, period).orElse(Double.NaN)) + "}");
        }
        json.end(']').end('}');
    }

    private String row(IntToDoubleFunction value) {
        return IntStream.range(0, comparison.actual().periods())
                .mapToObj(period -> JsonFigures.number(value.applyAsDouble(period)))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toString() {
        return text();
    }
}

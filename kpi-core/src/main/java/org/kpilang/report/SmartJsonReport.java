package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.scorecard.ModelReview;
import org.kpilang.scorecard.Smart;
import org.kpilang.scorecard.SmartVerdict;
import org.kpilang.source.Diagnostic;

/**
 * The five verdicts of each KPI as one JSON object, for programs. Immutable and thread-safe.
 *
 * <pre>{@code
 * {
 *   "kpis": [
 *     {
 *       "kpi": "churn",
 *       "met": 4,
 *       "verdicts": [
 *         {"criterion": "specific", "outcome": "met", "reasons": ["says what it tells"], "missing": []}
 *       ]
 *     }
 *   ],
 *   "model": {
 *     "leading": 1, "coincident": 0, "lagging": 2, "unsaid": 1,
 *     "findings": [{"code": "KPI-M021", "message": "nobody answers for `churn`", "hint": "say who does: `owner \"…\"`"}]
 *   }
 * }
 * }</pre>
 *
 * <p>{@code outcome} is {@code met}, {@code not_met} or {@code undecided}. {@code model} is null if the model was not
 * looked at.
 */
public final class SmartJsonReport implements Report {

    private final List<Smart> kpis;
    private final @Nullable ModelReview review;

    private SmartJsonReport(List<Smart> kpis, @Nullable ModelReview review) {
        this.kpis = List.copyOf(kpis);
        this.review = review;
    }

    /** The report of some KPIs, and of what the model lacks if that was looked at. */
    public static SmartJsonReport of(List<Smart> kpis, @Nullable ModelReview review) {
        return new SmartJsonReport(kpis, review);
    }

    @Override
    public void write(Appendable out) throws IOException {
        JsonWriter json = new JsonWriter(out);
        json.begin('{').next("kpis").begin('[');
        for (Smart smart : kpis) {
            json.next().begin('{');
            json.next("kpi").value(JsonWriter.text(smart.kpi().id()));
            json.next("met").value(Integer.toString(smart.met()));
            json.next("verdicts").begin('[');
            for (SmartVerdict verdict : smart.verdicts()) {
                json.next().value("{\"criterion\": " + JsonWriter.text(verdict.criterion().toString())
                        + ", \"outcome\": " + JsonWriter.text(verdict.outcome().name().toLowerCase(Locale.ROOT))
                        + ", \"reasons\": " + texts(verdict.reasons())
                        + ", \"missing\": " + texts(verdict.missing()) + "}");
            }
            json.end(']').end('}');
        }
        json.end(']').next("model");
        if (review == null) {
            json.value("null");
        } else {
            model(review, json);
        }
        json.end('}');
        out.append('\n');
    }

    private static void model(ModelReview review, JsonWriter json) throws IOException {
        ModelReview.Balance balance = review.balance();
        json.begin('{');
        json.next("leading").value(Integer.toString(balance.leading()));
        json.next("coincident").value(Integer.toString(balance.coincident()));
        json.next("lagging").value(Integer.toString(balance.lagging()));
        json.next("unsaid").value(Integer.toString(balance.unsaid()));
        json.next("findings").begin('[');
        for (Diagnostic finding : review.findings()) {
            json.next().value("{\"code\": " + JsonWriter.text(finding.code().id())
                    + ", \"message\": " + JsonWriter.text(finding.message())
                    + ", \"hint\": " + JsonWriter.text(finding.hint()) + "}");
        }
        json.end(']').end('}');
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(JsonWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public String toString() {
        return text();
    }
}

package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Why;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.ChangeJsonReport;
import org.kpilang.report.Report;
import org.kpilang.report.WhyJsonReport;
import org.kpilang.time.Period;

/** The answers to "why is it so" and "what moved it" as programs read them, member for member. */
class ExplanationJsonTest {

    private static final Model MODEL = KpiLanguage.model("""
            currency USD
            unit order
            input revenue : USD flow
            input orders : order flow
            kpi order_value "Order \\"value\\"" = revenue / orders { unit USD / order }
            """);

    private static Result result() {
        return Evaluation.of(MODEL, Facts.builder(MODEL).startingAt("2024-01").column("revenue", 200, 300, 100)
                .column("orders", 10, 12, 0).build()).run();
    }

    private static JsonNode read(Report report) throws IOException {
        return new ObjectMapper().readTree(report.text());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void whyHasItsStepsAndWhatTheyRead() throws IOException {
        Why why = Why.of(result(), "order_value", Context.of(Period.parse("2024-02")));
        assertThat(read(WhyJsonReport.of(why, MODEL))).isEqualTo(json("""
                {"kpi": "order_value", "title": "Order \\"value\\"", "period": "2024-02", "slice": {}, "value": 25,
                 "unit": "USD / order", "reasons": [],
                 "steps": [{"label": "Order \\"value\\"", "asked": "order_value", "formula": "revenue / orders",
                   "words": "revenue / orders", "numbers": "300.00 USD / 12 order", "definition": "always", "value": 25,
                   "parts": [
                     {"label": "revenue", "asked": "revenue", "value": 300, "unit": "USD",
                      "window": {"from": "2024-02", "to": "2024-02"},
                      "facts": {"known": 1, "asked": {"from": "2024-02", "to": "2024-02"},
                                "extent": {"from": "2024-01", "to": "2024-03"}}, "inside": []},
                     {"label": "orders", "asked": "orders", "value": 12, "unit": "order",
                      "window": {"from": "2024-02", "to": "2024-02"},
                      "facts": {"known": 1, "asked": {"from": "2024-02", "to": "2024-02"},
                                "extent": {"from": "2024-01", "to": "2024-03"}}, "inside": []}]}]}
                """));
    }

    @Test
    void withoutAValueThereIsTheReason() throws IOException {
        JsonNode why = read(WhyJsonReport.of(
                Why.of(result(), "order_value", Context.of(Period.parse("2024-03"))), MODEL));
        assertThat(why.get("value").isNull()).isTrue();
        assertThat(why.get("reasons")).hasSize(1);
        assertThat(why.get("reasons").get(0).get("code").asText()).isEqualTo("ZERO_DIVISOR");
    }

    /** 200 / 10 becomes 300 / 12: 100 * (1/10 + 1/12) / 2, and the rest of 5. */
    @Test
    void aChangeHasItsEndsAndItsRows() throws IOException {
        JsonNode moved = read(ChangeJsonReport.of(
                ChangeExplanation.of(result(), "order_value").from("2024-01").to("2024-02").decompose()));
        assertThat(moved.get("title").asText()).isEqualTo("Order \"value\"");
        assertThat(moved.get("from")).isEqualTo(json("""
                {"name": "", "period": "2024-01", "slice": {}, "value": 20}"""));
        assertThat(moved.get("to")).isEqualTo(json("""
                {"name": "", "period": "2024-02", "slice": {}, "value": 25}"""));
        assertThat(moved.get("change").asDouble()).isEqualTo(5);
        assertThat(moved.get("refusal").isNull()).isTrue();
        assertThat(moved.get("warnings")).isEmpty();
        assertThat(moved.get("rows")).hasSize(2);
        assertThat(moved.get("rows").get(0).get("label").asText()).isEqualTo("revenue");
        assertThat(moved.get("rows").get(0).get("sort").asText()).isEqualTo("value");
        assertThat(moved.get("rows").get(0).get("input").asText()).isEqualTo("revenue");
        assertThat(moved.get("rows").get(0).get("before").asDouble()).isEqualTo(200);
        assertThat(moved.get("rows").get(0).get("after").asDouble()).isEqualTo(300);
        assertThat(moved.get("rows").get(0).get("amount").asDouble() + moved.get("rows").get(1).get("amount").asDouble())
                .isCloseTo(5, within(1e-12));
    }

    @Test
    void whatCannotBeSplitSaysWhy() throws IOException {
        JsonNode moved = read(ChangeJsonReport.of(
                ChangeExplanation.of(result(), "order_value").from("2024-01").to("2024-03").decompose()));
        assertThat(moved.get("change").isNull()).isTrue();
        assertThat(moved.get("refusal").asText()).isNotEmpty();
        assertThat(moved.get("rows")).isEmpty();
    }
}

package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/** Eight KPIs over 24 months that were worked out by pandas and, at some places, by ta4j. */
class GoldenTest {

    private static JsonNode golden;
    private static Result result;

    @BeforeAll
    static void evaluate() throws JsonProcessingException {
        golden = new ObjectMapper().readTree(Cases.text("golden-eight-kpis.json"));
        Model model = KpiLanguage.model(Cases.text("golden-eight-kpis.kpi"));
        FactsBuilder facts = Facts.builder(model).startingAt(golden.get("periods").get(0).asText());
        golden.get("inputs").properties().forEach(input -> facts.column(input.getKey(),
                StreamSupport.stream(input.getValue().spliterator(), false).mapToDouble(JsonNode::doubleValue)
                        .toArray()));
        result = Evaluation.of(model, facts.build()).grain(Grain.MONTH).run();
    }

    @Test
    void hasAllEight() {
        assertThat(result.kpis()).hasSize(8).extracting(Object::toString)
                .containsExactlyElementsOf(() -> golden.get("expected").fieldNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gross_margin_pct", "revenue_yoy_pct", "revenue_ttm", "nps", "churn_pct", "ltv_cac",
            "revenue_ma3", "ytd_vs_target_pct"})
    void agreesInEveryMonth(String kpi) {
        JsonNode expected = golden.get("expected").get(kpi);
        // The file writes a percent as 40, the language as 0.4.
        double scale = kpi.endsWith("_pct") ? 100 : 1;
        assertThat(result.periods()).isEqualTo(24).isEqualTo(expected.size());
        for (int month = 0; month < 24; month++) {
            String period = result.period(month).toString();
            OptionalDouble value = result.value(kpi, period);
            if (expected.get(month).isNull()) {
                assertThat(value).as(period).isEmpty();
                assertThat(result.why(kpi, period)).as(period).isNotEmpty();
            } else {
                assertThat(value.orElseThrow() * scale).as(period)
                        .isCloseTo(expected.get(month).doubleValue(), within(1e-9));
            }
        }
    }
}

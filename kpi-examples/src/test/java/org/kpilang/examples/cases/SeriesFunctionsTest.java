package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

/** Window and series functions of other systems, each as a formula of the language. */
class SeriesFunctionsTest {

    /** Operations that no formula of the language says, with the number of their cases and the reason. */
    private static final Map<String, Integer> LEFT_OUT = new LinkedHashMap<>(Map.of(
            // A most frequent value is a question about categories.
            "mode", 1,
            // Double exponential smoothing; the language has no smoothing with a trend.
            "holt_linear_prom", 5,
            // Weights that are normalised over the past; smoothing here is seeded with the first value.
            "ewma_adjust", 1,
            // Guessing what lies in a gap: what is unknown stays unknown.
            "fill_linear", 1,
            // Counter resets; there are no counters.
            "resets", 1));

    private static List<JsonNode> cases = List.of();

    @BeforeAll
    static void read() throws JsonProcessingException {
        cases = StreamSupport.stream(new ObjectMapper().readTree(Cases.text("series-functions.json")).spliterator(),
                false)
                .toList();
    }

    @Test
    void areAllThere() {
        assertThat(cases).hasSize(46);
        LEFT_OUT.forEach((operation, number) -> assertThat(cases).as(operation)
                .filteredOn(each -> each.get("op").asText().equals(operation)).hasSize(number));
        assertThat(cases).filteredOn(each -> !LEFT_OUT.containsKey(each.get("op").asText())).hasSize(37);
    }

    @TestFactory
    Stream<DynamicTest> comeToWhatOthersFound() {
        return cases.stream().filter(each -> !LEFT_OUT.containsKey(each.get("op").asText()))
                .map(each -> dynamicTest(each.get("id").asText(), () -> agrees(each)));
    }

    private static void agrees(JsonNode each) {
        String operation = each.get("op").asText();
        if (operation.equals("rollup")) {
            rollsUp(each);
        } else if (operation.equals("rolling_var_nonneg")) {
            Result result = row(each).ask("stddev(x over 3 days) ^ 2");
            for (int day = 2; day < result.periods(); day++) {
                assertThat(result.valueOr(0, 0, day, Double.NaN)).isNotNegative();
            }
        } else if (each.get("expected").isArray()) {
            agreesDayByDay(each);
        } else {
            assertThat(row(each).last(formula(each)).orElseThrow()).isCloseTo(each.get("expected").doubleValue(),
                    within(tolerance(each)));
        }
    }

    private static void agreesDayByDay(JsonNode each) {
        Result result = row(each).ask(formula(each));
        assertThat(result.periods()).isEqualTo(each.get("expected").size());
        for (int day = 0; day < result.periods(); day++) {
            JsonNode expected = each.get("expected").get(day);
            if (expected.isNull() || isOfOneValue(each, day)) {
                assertThat(result.hasValue(0, 0, day)).as("day %d", day).isFalse();
            } else {
                assertThat(result.valueOr(0, 0, day, Double.NaN)).as("day %d", day)
                        .isCloseTo(expected.doubleValue(), within(tolerance(each)));
            }
        }
    }

    /** A single value has no sample variance, where ta4j has 0: a difference on purpose. */
    private static boolean isOfOneValue(JsonNode each, int day) {
        return day == 0 && each.get("op").asText().equals("rolling_var_sample");
    }

    private static double tolerance(JsonNode each) {
        return each.get("tolerance").doubleValue();
    }

    /** The formula that says the same over days. */
    private static String formula(JsonNode each) {
        JsonNode given = each.get("params");
        int all = row(each).size();
        String over = " over " + (given.has("n") ? given.get("n").asInt() : all) + " days"
                + (given.has("min") ? " at least " + given.get("min").asInt() : "");
        return switch (each.get("op").asText()) {
            case "mean", "rolling_mean" -> "avg(x" + over + ")";
            case "sum", "rolling_sum" -> "sum(x" + over + ")";
            case "count" -> "count(x" + over + ")";
            case "last" -> "last(x" + over + ")";
            case "sum_sq" -> "avg(x * x" + over + ") * " + all;
            case "quantile_hf7" -> "quantile(x" + over + ", " + given.get("q").asDouble() + ")";
            case "variance_pop" -> "stddev(x" + over + ") ^ 2 * " + (all - 1) + " / " + all;
            case "rolling_var_sample" -> "stddev(x" + over + ") ^ 2";
            // A single value does not differ from itself.
            case "rolling_var_pop" ->
                    "stddev(x over 4 days at least 2) ^ 2 * (count(x over 4 days) - 1) / count(x over 4 days)"
                    + " else 0";
            case "ema_alpha_seed_first" -> "ewma(x, " + given.get("alpha").asDouble() + ")";
            case "rolling_wma" -> "(x[2 days ago] + 2 * x[1 day ago] + 3 * x) / 6";
            case "increases" -> "avg(if x > x[1 day ago] then 1 else 0 over " + (all - 1) + " days) * " + (all - 1);
            case "decreases" -> "avg(if x < x[1 day ago] then 1 else 0 over " + (all - 1) + " days) * " + (all - 1);
            case "descent" -> "avg(max(x[1 day ago] - x, 0) over " + (all - 1) + " days) * " + (all - 1);
            case "rolling_min_days" -> "min" + closed(given);
            case "rolling_median_days" -> "median" + closed(given);
            // A day stands for a millisecond.
            case "slope_per_sec" -> "slope(x over " + all + " days at least 2) * 1000";
            case "predict_at_ms" -> straightLine(all, Math.round(given.get("sec").asDouble() * 1000));
            default -> throw new AssertionError(each.get("op"));
        };
    }

    /** The value of the least-squares line on a day. */
    static String straightLine(int all, long day) {
        String over = " over " + all + " days at least 2)";
        return "avg(x" + over + " + slope(x" + over + " * (" + day + " - avg(t" + over + ")";
    }

    /** Windows of three days of which the first or the last may not count; ours are closed on the right. */
    private static String closed(JsonNode given) {
        return switch (given.get("closed").asText()) {
            case "right" -> "(x over 3 days at least 1)";
            case "left" -> "(x[1 day ago] over 3 days at least 1)";
            case "neither" -> "(x[1 day ago] over 2 days at least 1)";
            default -> throw new AssertionError(given);
        };
    }

    private static DailyRow row(JsonNode each) {
        JsonNode values = each.get("input");
        JsonNode times = each.get("params").get("t_ms");
        if (times != null) {
            Double[] row = new Double[times.get(times.size() - 1).asInt() + 1];
            for (int i = 0; i < times.size(); i++) {
                row[times.get(i).asInt()] = values.get(i).doubleValue();
            }
            return DailyRow.of(Arrays.asList(row));
        }
        List<Double> row = new ArrayList<>();
        values.forEach(value -> row.add(value.isNull() ? null : value.doubleValue()));
        return DailyRow.of(row);
    }

    /** Essbase's time balances: a flow adds up, a balance is its last, and the first is asked for by name. */
    private static void rollsUp(JsonNode each) {
        Model model = KpiLanguage.model("""
                input flow, first : flow
                input last        : stock
                kpi all_flow  = flow
                kpi first_one = first(first over 3 months)
                kpi last_one  = last
                """);
        Facts facts = Facts.builder(model).startingAt("2023-01").column("flow", numbers(each, "flow"))
                .column("first", numbers(each, "first")).column("last", numbers(each, "last")).build();
        Result result = Evaluation.of(model, facts).from("2023-Q1").to("2023-Q1")
                .grain(model.calendar().parse("2023-Q1").grain()).run();
        Map.of("flow", "all_flow", "first", "first_one", "last", "last_one").forEach((name, kpi) ->
                assertThat(result.value(kpi, "2023-Q1"))
                        .isEqualTo(OptionalDouble.of(each.get("expected").get(name).doubleValue())));
    }

    private static double[] numbers(JsonNode each, String name) {
        return StreamSupport.stream(each.get("input").get(name).spliterator(), false).mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}

package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Windows of Prometheus' own test scripts (Apache-2.0), where the language has the aggregate. */
class PromqlWindowsTest {

    /** Relative; what the rounding of the printed values allows. */
    private static final double TOLERANCE = 1e-12;

    /** Functions that no formula of the language says, with the number of their cases. */
    private static final Map<String, Integer> NO_SUCH_AGGREGATE = Map.ofEntries(
            // Rates of counters, carried on to the ends of the window from the samples inside; there are no counters.
            Map.entry("rate", 31), Map.entry("increase", 26), Map.entry("irate", 2), Map.entry("delta", 3),
            Map.entry("idelta", 1), Map.entry("resets", 19),
            // How often a value changed: no statistic of the language.
            Map.entry("changes", 22),
            // Smoothing with a trend.
            Map.entry("double_exponential_smoothing", 5),
            // The median distance from the median: a statistic inside of a statistic over the same window.
            Map.entry("mad_over_time", 3),
            // Points in time as values.
            Map.entry("ts_of_first_over_time", 2), Map.entry("ts_of_last_over_time", 1),
                    Map.entry("ts_of_max_over_time", 1));

    /** Cases of functions that the language has, but with numbers that are none; by reason. */
    private static final Map<String, Integer> REFUSED = Map.of(
            // NaN and infinity are refused on the way in.
            "NaN or infinity among the samples", 17,
            // A window in which nothing was ever loaded is no question.
            "no samples", 4,
            // A fraction outside of 0 to 1 is an error, and not infinity.
            "impossible quantile", 3);

    private static List<JsonNode> cases = List.of();

    @BeforeAll
    static void read() throws JsonProcessingException {
        cases = StreamSupport.stream(new ObjectMapper().readTree(Cases.text("promql-windows.json")).spliterator(),
                false)
                .toList();
    }

    @Test
    void areAllThere() {
        assertThat(cases).hasSize(184);
        Map<String, Long> functions = cases.stream().map(PromqlWindowsTest::function)
                .filter(NO_SUCH_AGGREGATE::containsKey)
                .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        assertThat(functions).hasSameSizeAs(NO_SUCH_AGGREGATE)
                .allSatisfy((name, number) -> assertThat(number).as(name)
                        .isEqualTo(NO_SUCH_AGGREGATE.get(name).longValue()));
        assertThat(cases.stream().filter(each -> !NO_SUCH_AGGREGATE.containsKey(function(each)))
                .map(PromqlWindowsTest::refusal).filter(reason -> !reason.isEmpty())
                .collect(Collectors.groupingBy(reason -> reason, Collectors.summingInt(reason -> 1))))
                        .isEqualTo(REFUSED);
        assertThat(asked()).hasSize(44);
    }

    private static List<JsonNode> asked() {
        return cases.stream().filter(each -> !NO_SUCH_AGGREGATE.containsKey(function(each)) && refusal(each).isEmpty())
                .toList();
    }

    private static String function(JsonNode each) {
        return each.get("fn").asText();
    }

    private static String refusal(JsonNode each) {
        JsonNode fraction = each.get("params").get(0);
        if (each.get("v").isEmpty()) {
            return "no samples";
        } else if (StreamSupport.stream(each.get("v").spliterator(), false).anyMatch(value -> !value.isNumber())) {
            return "NaN or infinity among the samples";
        }
        boolean impossible = function(each).equals("quantile_over_time")
                && (fraction.doubleValue() < 0 || fraction.doubleValue() > 1);
        return impossible ? "impossible quantile" : "";
    }

    @TestFactory
    Stream<DynamicTest> comeToWhatPrometheusFound() {
        return asked().stream().map(each -> dynamicTest(each.get("source").asText() + ": " + each.get("query")
                .asText(), () -> {
            double expected = each.get("expected").doubleValue();
            assertThat(row(each).last(formula(each)).orElseThrow())
                    .isCloseTo(expected, within(TOLERANCE * Math.abs(expected)));
        }));
    }

    /** The formula over days that says the same: a day stands for the time that all distances are multiples of. */
    private static String formula(JsonNode each) {
        int all = row(each).size();
        int samples = each.get("v").size();
        String over = "(x over " + all + " days at least 1";
        return switch (function(each)) {
            case "sum_over_time" -> "sum" + over + ")";
            case "avg_over_time" -> "avg" + over + ")";
            case "min_over_time" -> "min" + over + ")";
            case "max_over_time" -> "max" + over + ")";
            case "count_over_time" -> "count" + over + ")";
            case "first_over_time" -> "first" + over + ")";
            case "last_over_time" -> "last" + over + ")";
            case "quantile_over_time" -> "quantile" + over + ", " + each.get("params").get(0).doubleValue() + ")";
            case "stdvar_over_time" -> "stddev" + over + ") ^ 2 * " + (samples - 1) + " / " + samples;
            case "deriv" -> "slope" + over + ") / " + step(times(each)) + " * 1000";
            case "predict_linear" -> SeriesFunctionsTest.straightLine(all, Math.round(
                    (each.get("evalAtSec").doubleValue() + each.get("params").get(0)
                            .doubleValue()) * 1000 - times(each)[0])
                    / step(times(each)));
            default -> throw new AssertionError(function(each));
        };
    }

    private static DailyRow row(JsonNode each) {
        long[] times = times(each);
        long step = step(times);
        Double[] row = new Double[Math.toIntExact((times[times.length - 1] - times[0]) / step) + 1];
        IntStream.range(0, times.length).forEach(i ->
                row[Math.toIntExact((times[i] - times[0]) / step)] = each.get("v").get(i).doubleValue());
        return DailyRow.of(new ArrayList<>(Arrays.asList(row)));
    }

    /** In milliseconds. */
    private static long[] times(JsonNode each) {
        return StreamSupport.stream(each.get("t").spliterator(), false)
                .mapToLong(time -> Math.round(time.doubleValue() * 1000)).toArray();
    }

    /** The time of which all distances between samples are multiples, in milliseconds. */
    private static long step(long[] times) {
        long step = 0;
        for (int i = 1; i < times.length; i++) {
            long a = times[i] - times[i - 1];
            while (a != 0) {
                long rest = step % a;
                step = a;
                a = rest;
            }
        }
        return Math.max(1, step);
    }
}

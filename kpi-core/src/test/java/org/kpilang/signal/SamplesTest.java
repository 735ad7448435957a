package org.kpilang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.series.Interval;

/** Rates and scores of samples, by published figures. */
class SamplesTest {

    static Stream<JsonNode> wilson() {
        return StatisticsCases.ofKinds("wilson95").stream();
    }

    @ParameterizedTest
    @MethodSource("wilson")
    void ratesLieWhereOthersSay(JsonNode item) {
        Interval interval = new Proportion(item.get("x").asDouble(), item.get("n").asDouble()).interval(0.95);
        assertThat(interval.low()).isCloseTo(item.get("lower").asDouble(), within(item.get("tol").asDouble()));
        assertThat(interval.high()).isCloseTo(item.get("upper").asDouble(), within(item.get("tol").asDouble()));
    }

    @Test
    void ratesDoNotLeaveZeroToOneByRounding() {
        JsonNode cases = StatisticsCases.ofKinds("wilson95-clip").get(0).get("cases");
        Interval all = new Proportion(cases.get(0).get(0).asDouble(), cases.get(0).get(1).asDouble()).interval(0.95);
        assertThat(all.high()).isEqualTo(1);
        Interval none = new Proportion(cases.get(1).get(0).asDouble(), cases.get(1).get(1).asDouble()).interval(0.95);
        assertThat(none.low()).isEqualTo(0);
    }

    /** Table II of Newcombe, Statistics in Medicine 17, 1998, method 10. */
    @ParameterizedTest
    @CsvSource({"56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926", "0, 10, 0, 20, -0.1611, 0.2775", "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1", "10, 10, 0, 10, 0.6075, 1"})
    void differencesOfRatesLieWhereNewcombeSays(double k, double n, double otherK, double otherN, double low,
            double high) {
        Proportion rate = new Proportion(k, n);
        Proportion other = new Proportion(otherK, otherN);
        Interval difference = rate.less(other, 0.95);
        assertThat(difference.low()).isCloseTo(low, within(5e-5));
        assertThat(difference.high()).isCloseTo(high, within(5e-5));
        assertThat(rate.differsFrom(other, 0.95)).isEqualTo(low > 0);
        assertThat(other.differsFrom(rate, 0.95)).isEqualTo(low > 0);
    }

    static Stream<JsonNode> scores() {
        return StatisticsCases.ofKinds("nps").stream();
    }

    @ParameterizedTest
    @MethodSource("scores")
    void scoresHaveTheirMargin(JsonNode item) {
        PromoterScore score = new PromoterScore(item.get("promoters").asDouble(), item.get("passives").asDouble(),
                item.get("detractors").asDouble());
        JsonNode expected = item.get("expect");
        assertThat(score.score()).isCloseTo(expected.get("nps").asDouble(), within(1e-9));
        assertThat(score.variance()).isCloseTo(expected.get("variance").asDouble(), within(1e-9));
        assertThat(score.margin(0.95)).isCloseTo(expected.get("moe95").asDouble(), within(1e-9));
        assertThat(score.margin(0.9) / score.margin(0.95)).isCloseTo(1.644853627 / 1.959963985, within(1e-9));
    }

    @Test
    void twoSurveysDifferByMoreThanTheirMargin() {
        PromoterScore now = new PromoterScore(60, 20, 20);
        PromoterScore before = new PromoterScore(162, 108, 54);
        // 1.959964 * 100 * sqrt(0.64 / 100 + 0.5555556 / 324) = 17.6554
        assertThat(now.marginOfDifference(before, 0.95)).isCloseTo(17.655, within(5e-3));
        assertThat(now.differsFrom(before, 0.95)).isFalse();
        assertThat(now.chanceOfDifference(before)).isBetween(0.45, 0.47);
        PromoterScore bad = new PromoterScore(40, 20, 40);
        assertThat(now.differsFrom(bad, 0.95)).isTrue();
        assertThat(now.chanceOfDifference(bad)).isLessThan(0.05);
        assertThat(now.chanceOfDifference(now)).isEqualTo(1);
        assertThat(new PromoterScore(5, 0, 0).chanceOfDifference(new PromoterScore(0, 0, 5))).isZero();
        assertThat(new PromoterScore(5, 0, 0).interval(0.95)).isEqualTo(Interval.of(100));
    }

    @Test
    void whatWasNotCountedIsRefused() {
        assertThatThrownBy(() -> new Proportion(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PromoterScore(0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PromoterScore(-1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proportion(1, 2).interval(1)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.kpilang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.series.Interval;

/** Limits and signals of published charts, and what becomes of gaps, changes and constant rows. */
class ProcessBehaviourTest {

    private static final double NONE = Double.NaN;
    private static final Class<?> REFUSED = IllegalArgumentException.class;

    static Stream<JsonNode> publishedLimits() {
        return StatisticsCases.ofKinds("xmr", "xmr-median-mr", "xmr-median-both", "rule1", "rule3-run-of-8").stream()
                .filter(item -> item.has("expect"));
    }

    private static LimitFormula formula(JsonNode item) {
        return switch (item.get("kind").asText()) {
            case "xmr-median-mr" -> LimitFormula.MEDIAN_RANGE;
            case "xmr-median-both" -> LimitFormula.MEDIAN;
            default -> LimitFormula.MEAN;
        };
    }

    @ParameterizedTest
    @MethodSource("publishedLimits")
    void limitsAreThosePublished(JsonNode item) {
        LimitFormula formula = formula(item);
        double[] values = StatisticsCases.values(item);
        ProcessLimits limits = ProcessLimits.of(formula, values, 0, values.length);
        JsonNode expected = item.get("expect");
        Offset<Double> tolerance = within(item.get("tol").asDouble());
        // One handbook divides by 1.128 where tables have 2.66: its limits are those of its own factor.
        double factor = item.has("constants") ? item.get("constants").get(0).asDouble() : formula.limitFactor();
        double width = limits.width() / formula.limitFactor() * factor;

        expected.properties().forEach(field -> assertThat(switch (field.getKey()) {
            case "mean", "median" -> limits.centre(0);
            case "mrBar", "mrMedian" -> limits.typicalRange();
            case "lnpl" -> limits.centre(0) - width;
            case "unpl" -> limits.centre(0) + width;
            default -> limits.rangeLimit();
        }).as(item.get("id") + " " + field.getKey()).isCloseTo(field.getValue().asDouble(), tolerance));
        assertThat(limits.upper(0) - limits.lower(0)).isCloseTo(2 * limits.width(), within(1e-9));
    }

    @Test
    void aHandbookOfOtherFactorsDiffersInTheLastDigits() {
        ProcessChart chart = ProcessBehaviour.standard().chart(StatisticsCases.values(
                StatisticsCases.named("xmr-nist-flow")));
        assertThat(chart.lowerOr(0, NONE)).isCloseTo(45.8151, within(5e-5));
        assertThat(chart.upperOr(0, NONE)).isCloseTo(55.8049, within(5e-5));
        assertThat(chart.signals()).isEmpty();
    }

    static Stream<JsonNode> publishedTrends() {
        return StatisticsCases.ofKinds("trended-limits-half-averages").stream();
    }

    @ParameterizedTest
    @MethodSource("publishedTrends")
    void trendsGoThroughTheHalves(JsonNode item) {
        double[] values = StatisticsCases.values(item);
        ProcessLimits limits = ProcessLimits.of(LimitFormula.TREND, values, 0, values.length);
        JsonNode expected = item.get("expect");
        Offset<Double> tolerance = within(item.get("tol").asDouble());
        // The halves have ten points, so that their middles are half a point beside the fifth.
        assertThat((limits.centre(4) + limits.centre(5)) / 2).isCloseTo(expected.get("half1").asDouble(), tolerance);
        assertThat((limits.centre(14) + limits.centre(15)) / 2).isCloseTo(expected.get("half2").asDouble(), tolerance);
        assertThat(limits.slope()).isCloseTo(expected.get("slope").asDouble(), tolerance);
        assertThat(limits.width()).isCloseTo(expected.get("limitOffset").asDouble(), tolerance);
    }

    @Test
    void aSteadyTrendHasNoSignals() {
        double[] line = IntStream.range(0, 21).mapToDouble(i -> 3 + 0.7 * i + i % 3).toArray();
        ProcessChart chart = ProcessBehaviour.standard().formula(LimitFormula.TREND).chart(line);
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.upperOr(20, NONE) - chart.centreOr(20, NONE))
                .isCloseTo(chart.centreOr(20, NONE) - chart.lowerOr(20, NONE), within(1e-9));
        assertThat(ProcessBehaviour.standard().chart(line).signals()).isNotEmpty();
    }

    private static List<Integer> points(ProcessChart chart, Rule rule) {
        return chart.signals().stream().filter(signal -> signal.rule() == rule).map(Signal::first).toList();
    }

    @Test
    void thePointAndTheJumpOfTheDataForSoftware() {
        ProcessChart chart = ProcessBehaviour.standard().chart(
                StatisticsCases.values(StatisticsCases.named("xmr-verify-software")));
        assertThat(points(chart, Rule.POINT)).containsExactly(15);
        assertThat(points(chart, Rule.RANGE)).containsExactly(15);
        assertThat(chart.rangeOr(15, NONE)).isEqualTo(1737);
        assertThat(chart.rangeLimitOr(15, NONE)).isCloseTo(1163.19, within(0.005));
        JsonNode ranges = StatisticsCases.named("xmr-verify-software").get("movingRanges");
        assertThat(IntStream.range(1, chart.size()).mapToDouble(i -> chart.rangeOr(i, NONE)))
                .containsExactlyElementsOf(StreamSupport.stream(ranges.spliterator(), false).map(JsonNode::asDouble)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xmr-rule1-accidents-A", "xmr-rule1-accidents-B"})
    void pointsOutsideTheLimitsOfAnother(String id) {
        JsonNode item = StatisticsCases.named(id);
        ProcessLimits other = ProcessLimits.between(item.get("crossLimits").get("lower").asDouble(),
                item.get("crossLimits").get("upper").asDouble());
        ProcessChart chart = ProcessBehaviour.standard().limits(other).chart(StatisticsCases.values(item));
        assertThat(points(chart, Rule.POINT)).containsExactlyElementsOf(StreamSupport
                .stream(item.get("signalsAgainstCrossLimits").spliterator(), false).map(JsonNode::asInt).toList());
    }

    @Test
    void aPointOnTheLimitIsNotOutside() {
        JsonNode item = StatisticsCases.named("xmr-rule1-receivables");
        double[] values = StatisticsCases.values(item);
        ProcessLimits own = ProcessLimits.of(LimitFormula.MEAN, values, 0, values.length);
        assertThat(own.lower(0)).isCloseTo(51.3513, within(5e-5));
        assertThat(own.upper(0)).isCloseTo(60.7654, within(5e-5));
        assertThat(own.rangeLimit()).isCloseTo(5.7829, within(5e-5));
        double upper = item.get("upper").asDouble();
        ProcessChart chart = ProcessBehaviour.standard().limits(ProcessLimits.between(own.lower(0), upper))
                .chart(values);
        assertThat(values[13]).isEqualTo(upper);
        assertThat(points(chart, Rule.POINT)).containsExactly(11, 12, 19, 22);
        assertThat(points(ProcessBehaviour.standard().chart(values), Rule.RANGE)).containsExactly(19);
    }

    @Test
    void eightOnOneSideAreARun() {
        ProcessChart chart = ProcessBehaviour.standard().chart(
                StatisticsCases.values(StatisticsCases.named("xmr-run8-smokers")));
        assertThat(chart.signals()).contains(new Signal(Rule.RUN, Side.BELOW, 6, 13, 13));
        assertThat(points(chart, Rule.RUN)).hasSize(1);
    }

    @Test
    void aRunThatGoesOnIsOneSignal() {
        ProcessBehaviour known = ProcessBehaviour.standard().limits(ProcessLimits.between(0, 10));
        double[] above = new double[12];
        Arrays.fill(above, 6);
        assertThat(known.chart(above).signals()).containsExactly(new Signal(Rule.RUN, Side.ABOVE, 0, 11, 7));
        above[7] = 5;
        assertThat(known.chart(above).signals()).as("the centre is on no side").isEmpty();
        above[7] = Double.NaN;
        assertThat(known.chart(above).signals()).as("a gap ends a run").isEmpty();
    }

    @Test
    void threeOfFourNearerToTheLimit() {
        ProcessBehaviour known = ProcessBehaviour.standard().limits(ProcessLimits.between(0, 20));
        assertThat(known.chart(16, 12, 17, 16, 9).signals()).containsExactly(
                new Signal(Rule.NEAR_LIMIT, Side.ABOVE, 0, 3, 3));
        assertThat(known.chart(9, 3, 4, 2, 9).signals()).containsExactly(
                new Signal(Rule.NEAR_LIMIT, Side.BELOW, 1, 3, 3));
        assertThat(known.chart(16, 15, 17, 12, 16).signals()).as("half way is not nearer").containsExactly();
        assertThat(known.chart(16, 9, 17, 9, 16).signals()).as("three of five").isEmpty();
        assertThat(known.chart(16, Double.NaN, 17, 16).signals()).as("a gap").isEmpty();
        assertThat(known.chart(16, 16, 4, 16, 16, 9, 9, 9, 16, 16, 16).signals()).containsExactly(
                new Signal(Rule.NEAR_LIMIT, Side.ABOVE, 0, 4, 3), new Signal(Rule.NEAR_LIMIT, Side.ABOVE, 8, 10, 10));
        assertThat(known.rules(EnumSet.of(Rule.POINT)).chart(16, 12, 17, 16).signals()).isEmpty();
    }

    @Test
    void thereIsNoRangeAcrossAGap() {
        ProcessChart chart = ProcessBehaviour.standard().chart(10, 12, Double.NaN, 40, 42);
        assertThat(chart.rangeLimitOr(0, NONE)).isCloseTo(3.268 * 2, within(1e-12));
        assertThat(IntStream.range(0, 5).mapToDouble(i -> chart.rangeOr(i, -1)).toArray())
                .containsExactly(-1, 2, -1, -1, 2);
        assertThat(chart.valueOr(2, -1)).isEqualTo(-1);
        assertThat(points(chart, Rule.RANGE)).isEmpty();
    }

    @Test
    void aStatedChangeBeginsNewLimits() {
        double[] values = {10, 11, 10, 11, 10, 11, 20, 21, 20, 21, 20, 21};
        ProcessBehaviour behaviour = ProcessBehaviour.standard();
        assertThat(behaviour.chart(values).signals()).isNotEmpty();
        ProcessChart chart = behaviour.changes(6, 99).chart(values);
        assertThat(chart.signals()).isEmpty();
        assertThat(chart.stretches()).hasSize(2);
        assertThat(chart.centreOr(5, NONE)).isEqualTo(10.5);
        assertThat(chart.centreOr(6, NONE)).isEqualTo(20.5);
        assertThat(chart.rangeOr(6, NONE)).isNaN();
        assertThat(chart.stretch(5).end()).isEqualTo(6);
    }

    @Test
    void laterPointsDoNotMoveFrozenLimits() {
        double[] values = {10, 11, 10, 11, 30, 31, 30};
        ProcessChart chart = ProcessBehaviour.standard().baseline(4).chart(values);
        assertThat(chart.centreOr(6, NONE)).isEqualTo(10.5);
        assertThat(points(chart, Rule.POINT)).containsExactly(4, 5, 6);
        ProcessChart stated = ProcessBehaviour.standard().baseline(4, 6).chart(values);
        assertThat(points(stated, Rule.POINT)).containsExactly(0, 1, 2, 3);
        assertThat(ProcessBehaviour.standard().baseline(4, 6).changes(3).chart(values).centreOr(0, NONE))
                .as("a stretch before the baseline is its own").isCloseTo(31.0 / 3, within(1e-12));
        assertThat(ProcessBehaviour.standard().baseline(2).chart(NONE, 10, NONE, 11, 30).centreOr(0, NONE))
                .as("missing points do not count").isEqualTo(10.5);
    }

    @Test
    void limitsWhereThereCanBeNoValueAreNotDrawn() {
        ProcessChart chart = ProcessBehaviour.standard().within(Interval.between(0, 1))
                .chart(0.01, 0.03, 0.02, 0.05, 0.01);
        assertThat(chart.lowerOr(0, NONE)).isNaN();
        assertThat(chart.upperOr(0, NONE)).isGreaterThan(0.05);
        assertThat(ProcessBehaviour.standard().chart(0.01, 0.03, 0.02, 0.05, 0.01).lowerOr(0, NONE)).isNegative();
    }

    @Test
    void aConstantRowHasNoSignalsUntilItChanges() {
        double[] constant = DoubleStream.generate(() -> 0.1).limit(30).toArray();
        for (LimitFormula formula : LimitFormula.values()) {
            ProcessChart chart = ProcessBehaviour.standard().formula(formula).chart(constant);
            assertThat(chart.signals()).isEmpty();
            assertThat(chart.upperOr(29, NONE)).isCloseTo(0.1, within(1e-15));
            assertThat(chart.lowerOr(29, NONE)).isCloseTo(0.1, within(1e-15));
        }
        double[] rounded = IntStream.range(0, 30).mapToDouble(i -> (i + 7) * 0.4 / (i + 7) + Math.ulp(0.4) * (i / 10))
                .toArray();
        assertThat(ProcessBehaviour.standard().chart(rounded).signals()).as("the last bits are rounding").isEmpty();
        constant[29] = 0.2;
        assertThat(points(ProcessBehaviour.standard().baseline(20).chart(constant), Rule.POINT)).containsExactly(29);
    }

    @Test
    void fewPointsTellLittle() {
        assertThat(ProcessBehaviour.standard().chart(1, 2, 3, 4).isProvisional(0)).isTrue();
        assertThat(ProcessBehaviour.standard().chart(1, 2, 3, 4, 5).isProvisional(0)).isFalse();
        assertThat(ProcessBehaviour.standard().limits(ProcessLimits.between(1, 2)).chart(1).isProvisional(0)).isFalse();
        ProcessChart one = ProcessBehaviour.standard().chart(NONE, 3);
        assertThat(one.centreOr(0, NONE)).isEqualTo(3);
        assertThat(one.upperOr(0, NONE)).isNaN();
        assertThat(one.signals()).isEmpty();
        assertThat(one.falseAlarmChance()).isZero();
        ProcessChart none = ProcessBehaviour.standard().chart(NONE, NONE);
        assertThat(none.centreOr(1, -1)).isEqualTo(-1);
        assertThat(none.stretch(0).limits()).isNull();
        assertThat(ProcessBehaviour.standard().chart().signals()).isEmpty();
    }

    @Test
    void whatIsNoChartIsRefused() {
        ProcessBehaviour standard = ProcessBehaviour.standard();
        assertThatThrownBy(() -> standard.chart(1, Double.POSITIVE_INFINITY)).isInstanceOf(REFUSED);
        assertThatThrownBy(() -> standard.baseline(0)).isInstanceOf(REFUSED);
        assertThatThrownBy(() -> standard.baseline(3, 2)).isInstanceOf(REFUSED);
        assertThatThrownBy(() -> standard.rules(EnumSet.noneOf(Rule.class))).isInstanceOf(REFUSED);
        assertThatThrownBy(() -> ProcessLimits.between(2, 1)).isInstanceOf(REFUSED);
        assertThatThrownBy(() -> new Signal(Rule.RUN, Side.ABOVE, 3, 2, 3)).isInstanceOf(REFUSED);
        assertThat(Objects.toString(new Signal(Rule.RUN, Side.ABOVE, 3, 12, 10))).contains("RUN", "ABOVE");
    }
}

package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of numbers on which other systems have gone wrong, each under the name of where that is told. */
class AggregatesTest {

    private static final double HUGE = 9.98846567431158e307;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void summarisesExactly(String source, Aggregate aggregate, double[] values, double expected) {
        assertThat(Rows.of(aggregate, values)).isEqualTo(Double.valueOf(expected));
        assertThat(Rows.trailing(WindowSummary.of(aggregate), values.length, values))
                .containsExactly(Double.valueOf(expected));
        for (int split = 0; split <= values.length; split++) {
            assertThat(Rows.merged(aggregate, split, values)).as("split at %d", split)
                    .isEqualTo(Double.valueOf(expected));
        }
    }

    static Stream<Arguments> summarisesExactly() {
        double[] cancelling = {1, 1e100, 1, -1e100};
        double[] alternating = {-2.258e220, -1.78264e219, 0.76342771, 1.9592258, 2.3757689e217, -2.3757689e217,
            2.258e220, 7.69805412, 1.78264e219, -458.90154};
        double[] equal = new double[52];
        Arrays.fill(equal, 52);
        return Stream.of(
                Arguments.of("prometheus, alternating", Aggregates.SUM, alternating, -448.48083237000003),
                Arguments.of("prometheus, alternating", Aggregates.MEAN, alternating, -44.848083237000004),
                Arguments.of("sum of 1, 1e100, 1, -1e100", Aggregates.SUM, cancelling, 2),
                Arguments.of("mean of 1, 1e100, 1, -1e100", Aggregates.MEAN, cancelling, 0.5),
                Arguments.of("mean that must not overflow", Aggregates.MEAN, new double[] {HUGE, HUGE}, HUGE),
                Arguments.of("mean of the largest", Aggregates.MEAN,
                        new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE}, Double.MAX_VALUE),
                Arguments.of("mean of huge opposites", Aggregates.MEAN,
                        new double[] {HUGE, HUGE, -HUGE, -HUGE}, 0),
                Arguments.of("prometheus#16714", Aggregates.MEAN, equal, 52),
                Arguments.of("ten times a tenth", Aggregates.SUM, DoubleStream.generate(() -> 0.1).limit(10).toArray(), 1),
                Arguments.of("numpy#9631", Aggregates.DEVIATION,
                        DoubleStream.generate(() -> 6715266981.538051).limit(12).toArray(), 0),
                Arguments.of("prometheus#4927", Aggregates.DEVIATION,
                        DoubleStream.generate(() -> 1.5990505637277868).limit(3).toArray(), 0),
                Arguments.of("slope of a constant", Aggregates.SLOPE,
                        DoubleStream.generate(() -> 0.1).limit(17).toArray(), 0),
                Arguments.of("slope of a huge constant", Aggregates.SLOPE, new double[] {1e308, 1e308, 1e308}, 0),
                Arguments.of("deviation of one number", Aggregates.DEVIATION, new double[] {7}, Double.NaN),
                Arguments.of("deviation of one huge number", Aggregates.DEVIATION, new double[] {1e300}, Double.NaN),
                Arguments.of("deviation of huge equals", Aggregates.DEVIATION, new double[] {1e300, 1e300}, 0),
                Arguments.of("slope of one number", Aggregates.SLOPE, new double[] {7}, Double.NaN),
                Arguments.of("sum beyond the range", Aggregates.SUM, new double[] {HUGE, HUGE}, Double.NaN),
                Arguments.of("first", Aggregates.FIRST, new double[] {20, 25, 21}, 20),
                Arguments.of("last", Aggregates.LAST, new double[] {25, 21, 30}, 30),
                Arguments.of("first known", Aggregates.FIRST, new double[] {Double.NaN, 0, 21}, 0),
                Arguments.of("last known", Aggregates.LAST, new double[] {25, 0, Double.NaN}, 0),
                Arguments.of("count of the known", Aggregates.COUNT, new double[] {25, Double.NaN, 0}, 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void summarises(String source, Aggregate aggregate, double[] values, double expected) {
        assertThat(Rows.of(aggregate, values)).isCloseTo(expected, withinPercentage(1e-11));
        assertThat(Rows.trailing(WindowSummary.of(aggregate), values.length, values)[0])
                .isCloseTo(expected, withinPercentage(1e-11));
        for (int split = 0; split <= values.length; split++) {
            assertThat(Rows.merged(aggregate, split, values)).as("split at %d", split)
                    .isCloseTo(expected, withinPercentage(1e-10));
        }
    }

    static Stream<Arguments> summarises() {
        double[] victoria = {123, 34, 44, 21, 54, 34, 99, 12, 44, 32, 34, 34};
        return Stream.of(
                Arguments.of("mean of 1e10 and five 1e-6", Aggregates.MEAN,
                        new double[] {1e10, 1e-6, 1e-6, 1e-6, 1e-6, 1e-6}, 1666666666.6666675),
                Arguments.of("mean of six", Aggregates.MEAN,
                        new double[] {5.30921651659898, .961118537914768, 1.62091361305318, .865089463758091,
                            .323055185914577, .951811357687154}, 1.67186744582113),
                // The population variance of these is 10.56; the sample has n - 1.
                Arguments.of("prometheus, variance", Aggregates.DEVIATION, new double[] {0, 8, 8, 2, 3},
                        Math.sqrt(10.56 * 5 / 4)),
                Arguments.of("victoria metrics, sum", Aggregates.SUM, victoria, 565),
                Arguments.of("victoria metrics, mean", Aggregates.MEAN, victoria, 47.083333333333336),
                Arguments.of("victoria metrics, minimum", Aggregates.MINIMUM, victoria, 12),
                Arguments.of("victoria metrics, maximum", Aggregates.MAXIMUM, victoria, 123),
                Arguments.of("victoria metrics, deviation", Aggregates.DEVIATION, victoria,
                        Math.sqrt(945.7430555555555 * 12 / 11)),
                Arguments.of("prometheus, slope per 300 s", Aggregates.SLOPE,
                        new double[] {0, 10, 20, 30, 40, 0, 10, 20, 30, 40, 50}, 0.010606060606060607 * 300),
                Arguments.of("slope over a gap", Aggregates.SLOPE,
                        new double[] {1, Double.NaN, Double.NaN, 7, 9}, 2));
    }

    @Test
    void aSlopeKnowsPositionsOfAnyDistance() {
        // VictoriaMetrics, per second
        double[] milliseconds = {5, 15, 24, 36, 49, 60, 78, 80, 97, 115, 120, 130};
        double[] values = {123, 34, 44, 21, 54, 34, 99, 12, 44, 32, 34, 34};
        double[] state = new double[Aggregates.SLOPE.width()];
        for (int i = 0; i < values.length; i++) {
            Aggregates.SLOPE.add(state, 0, values[i], milliseconds[i] / 1000);
        }
        assertThat(Aggregates.SLOPE.finish(state, 0)).isCloseTo(-266.858602314061, withinPercentage(1e-11));
    }

    @Test
    void aNegativeZeroDoesNotShow() {
        for (Aggregate aggregate : new Aggregate[] {Aggregates.SUM, Aggregates.MEAN, Aggregates.MINIMUM, Aggregates.MAXIMUM,
            Aggregates.SLOPE}) {
            assertThat(1 / Rows.of(aggregate, -0.0, -0.0)).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(1 / Rows.trailing(WindowSummary.of(aggregate), 2, -0.0, -0.0)[0])
                    .isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void onlyACountKnowsAnAnswerForNoNumbers() {
        assertThat(Aggregates.COUNT.empty()).isZero();
        assertThat(Aggregates.SUM.empty()).isNaN();
        assertThat(Aggregates.MEAN.empty()).isNaN();
    }

    @Test
    void statesOfOneArrayDoNotTouchEachOther() {
        for (NamedStatistic statistic : Statistics.all()) {
            statistic.aggregate().ifPresent(aggregate -> {
                int width = aggregate.width();
                double[] states = new double[3 * width];
                Arrays.fill(states, 77);
                aggregate.clear(states, width);
                aggregate.add(states, width, 5, 0);
                aggregate.merge(states, width, states.clone(), width);
                aggregate.finish(states, width);
                assertThat(Arrays.copyOfRange(states, 0, width)).containsOnly(77);
                assertThat(Arrays.copyOfRange(states, 2 * width, 3 * width)).containsOnly(77);
            });
        }
    }
}

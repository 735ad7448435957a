package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    @Test
    void theLanguageHasTheseStatistics() {
        assertThat(Statistics.names()).containsExactly("sum", "avg", "min", "max", "median", "stddev", "quantile", "count",
                "first", "last", "slope", "rank", "ewma").doesNotHaveDuplicates();
        assertThat(Statistics.all()).extracting(NamedStatistic::name).isEqualTo(Statistics.names());
    }

    @Test
    void aNameFindsItsStatisticAndNoOtherDoes() {
        for (String name : Statistics.names()) {
            assertThat(Statistics.named(name)).get().hasToString(name);
        }
        assertThat(Statistics.named("mean")).isEmpty();
        assertThat(Statistics.named("SUM")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sum, 0, true, true, false", "avg, 0, true, false, false", "median, 0, false, false, false",
        "quantile, 1, false, false, false", "count, 0, true, false, true", "slope, 0, true, false, false",
        "rank, 0, false, false, false", "ewma, 1, false, false, false"
    })
    void aStatisticSaysWhatItIs(String name, int arguments, boolean mergeable, boolean addsUp, boolean counts) {
        NamedStatistic statistic = Statistics.named(name).orElseThrow();
        assertThat(statistic.arguments()).isEqualTo(arguments);
        assertThat(statistic.isMergeable()).isEqualTo(mergeable);
        assertThat(statistic.aggregate().isPresent()).isEqualTo(mergeable);
        assertThat(statistic.addsUp()).isEqualTo(addsUp);
        assertThat(statistic.counts()).isEqualTo(counts);
        assertThat(statistic.description()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void argumentsMustFit() {
        NamedStatistic quantile = Statistics.named("quantile").orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(quantile::summary)
                .withMessage("`quantile` takes 1 argument, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Statistics.named("sum").orElseThrow().summary(1, 2))
                .withMessage("`sum` takes 0 arguments, not 2");
    }

    @ParameterizedTest
    @CsvSource({"0.3, true", "1, true", "12, true", "0, false", "-1, false", "2.5, false", "1e300, false", "NaN, false"})
    void smoothingIsANumberOfPeriodsOrAWeight(double smoothing, boolean fits) {
        assertThat(Statistics.named("ewma").orElseThrow().argument().orElseThrow().fits().test(smoothing)).isEqualTo(fits);
    }

    /** kdb+, pandas, kdb+ with data of stockcharts, and the sheet of ta4j for its smoothed average. */
    @ParameterizedTest
    @CsvSource({
        "0.3333333333333333, 1 0 0 0 0 0 0 0, 1 .6666667 .4444444 .2962963 .1975309 .1316872 .0877915 .0585277",
        "5, 1 2 4 8, 1 1.333333 2.222222 4.148148",
        "10, 22.27 22.19 22.08 22.17 22.18 22.13 22.23 22.43 22.24 22.29, - - - - - - - - - 22.25040",
        "10, 22.27 22.19 22.08 22.17 22.18 22.13 22.23 22.43 22.24 22.29 22.15 22.39 22.38 22.61,"
                + "- - - - - - - - - - - - - 22.34206",
        "0.1, 21217.5 21215.5 21214 21214 21210.5, 21217.5 21217.3 21216.97 21216.673 21216.0557"
    })
    void smoothesFromTheFirstValueOn(double smoothing, String values, String expected) {
        double[] row = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        String[] results = expected.split(" ");
        int[] hi = IntStream.range(0, row.length).toArray();
        double[] smoothed =
                Rows.slide(Statistics.named("ewma").orElseThrow().summary(smoothing), row, new int[row.length], hi);
        for (int i = 0; i < row.length; i++) {
            if (!results[i].equals("-")) {
                assertThat(smoothed[i]).as("%s", i).isCloseTo(Double.parseDouble(results[i]), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3, 5 7 6 9 1 9, - - 2 1 3 1", "4, 2 2 1 2 3, - - - 1 1", "2, 1 2 1 2, - 1 2 1", "1, 5 5, 1 1",
        "5, 1 2 3 4 5, - - - - 1", "5, 5 4 3 2 1, - - - - 5"
    })
    void ranksTheLastValue(int length, String values, String expected) {
        double[] row = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        double[] places = Arrays.stream(expected.split(" ")).filter(place -> !place.equals("-"))
                .mapToDouble(Double::parseDouble).toArray();
        assertThat(Rows.trailing(Statistics.named("rank").orElseThrow().summary(), length, row)).isEqualTo(places);
    }

    @Test
    void aHugeStepIsSmoothedAsWell() {
        WindowSummary ewma = Statistics.named("ewma").orElseThrow().summary(0.5);
        assertThat(Rows.trailing(ewma, 2, -Double.MAX_VALUE, Double.MAX_VALUE)[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aQuantileOutsideItsRangeIsRefused(double fraction) {
        NamedStatistic quantile = Statistics.named("quantile").orElseThrow();
        assertThatIllegalArgumentException().isThrownBy(() -> quantile.summary(fraction))
                .withMessageContaining("between 0 and 1");
    }

    @ParameterizedTest
    @CsvSource({
        // Prometheus
        ".75, 0 1 4, 2.5", ".8, 0 1 4, 2.8", ".5, 0 1, .5",
        // VictoriaMetrics
        ".1, 123 34 44 21 54 34 99 12 44 32 34 34, 22.1", ".5, 123 34 44 21 54 34 99 12 44 32 34 34, 34",
        ".9, 123 34 44 21 54 34 99 12 44 32 34 34, 94.5",
        // the ends, a single value, equal values
        "0, 3 1 2, 1", "1, 3 1 2, 3", ".9, 7, 7", ".3, 7 7 7 7, 7"
    })
    void interpolatesQuantiles(double fraction, String values, double expected) {
        double[] row = Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        WindowSummary quantile = Statistics.named("quantile").orElseThrow().summary(fraction);
        assertThat(Rows.trailing(quantile, row.length, row)[0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void aMedianLiesBetweenValuesHoweverFarApart() {
        WindowSummary median = Statistics.named("median").orElseThrow().summary();
        assertThat(Rows.trailing(median, 2, -Double.MAX_VALUE, Double.MAX_VALUE)[0]).isZero();
        // median absolute deviation of 4 6 2 1 999 1 2, whose median is 2
        assertThat(Rows.trailing(median, 7, 4, 6, 2, 1, 999, 1, 2)[0]).isEqualTo(2);
        assertThat(Rows.trailing(median, 7, 2, 4, 0, 1, 997, 1, 0)[0]).isEqualTo(1);
    }
}

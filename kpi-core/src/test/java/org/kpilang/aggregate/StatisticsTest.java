package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsTest {

    @Test
    void theLanguageHasTheseStatistics() {
        assertThat(Statistics.names()).containsExactly("sum", "avg", "min", "max", "median", "stddev", "quantile", "count",
                "first", "last", "slope").doesNotHaveDuplicates();
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
        "quantile, 1, false, false, false", "count, 0, true, false, true", "slope, 0, true, false, false"
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

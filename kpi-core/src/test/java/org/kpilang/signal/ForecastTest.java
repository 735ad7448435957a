package org.kpilang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kpilang.series.Interval;

/** Ways to go on from a history. */
class ForecastTest {

    private static final double GAP = Double.NaN;

    /** NIST/SEMATECH e-Handbook of Statistical Methods, section 6.4.3.5: forecasts printed with one decimal. */
    @Test
    void holtGoesOnAsInTheHandbook() {
        double[] history = {6.4, 5.6, 7.8, 8.8, 11.0, 11.6, 16.7, 15.3, 21.6, 22.4};
        assertThat(Forecast.holt(0.3623, 1).of(history, 5))
                .containsExactly(new double[] {25.8, 28.7, 31.7, 34.6, 37.6}, within(0.05));
    }

    @Test
    void holtKeepsToALineWhateverItsParameters() {
        assertThat(Forecast.holt(0.2, 0.7).of(new double[] {1, 3, 5, GAP, 9}, 2))
                .containsExactly(new double[] {11, 13}, within(1e-12));
        assertThat(Forecast.holt(0, 0).of(new double[] {GAP, 2, 3}, 1)).containsExactly(4);
        assertThat(Forecast.holt(1, 1).of(new double[] {5}, 1)).containsExactly(GAP);
        assertThatThrownBy(() -> Forecast.holt(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Forecast.holt(0.5, GAP)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSeasonComesAgain() {
        double[] quarters = {1, 2, 3, 4, 5, GAP, 7, 8};
        assertThat(Forecast.seasonalNaive(4).of(quarters, 6)).containsExactly(5, GAP, 7, 8, 5, GAP);
        assertThat(Forecast.seasonalNaive(12).of(quarters, 5)).containsExactly(GAP, GAP, GAP, GAP, 1);
        assertThat(Forecast.seasonalNaive(1).of(quarters, 2)).containsExactly(8, 8);
        assertThatThrownBy(() -> Forecast.seasonalNaive(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void driftGoesOnAlongTheWholeHistory() {
        assertThat(Forecast.drift().of(new double[] {10, 50, 16}, 3)).containsExactly(19, 22, 25);
        assertThat(Forecast.drift().of(new double[] {GAP, 10, GAP, 16, GAP}, 1)).containsExactly(22);
        assertThat(Forecast.drift().of(new double[] {10}, 2)).containsExactly(GAP, GAP);
        assertThat(Forecast.drift().of(new double[0], 0)).isEmpty();
    }

    @Test
    void aRunRateHasABandThatNarrows() {
        double[] sales = {10, 12, 11, 13};
        RunRate rate = RunRate.of(sales, 2);
        assertThat(rate.forecast()).isCloseTo(46 + 2 * 11.5, within(1e-12));
        // The mean moving range is 5/3; 2 periods to come, doubted by 4 known ones.
        assertThat(rate.margin()).isCloseTo(2.66 * 5 / 3 * Math.sqrt(2 + 4 / 4.0), within(1e-12));
        assertThat(rate.band()).isEqualTo(Interval.between(rate.forecast() - rate.margin(),
                rate.forecast() + rate.margin()));
        assertThat(RunRate.of(sales, 1).margin()).isLessThan(rate.margin());
        assertThat(RunRate.of(sales, 0).band()).isEqualTo(Interval.of(46));
        assertThat(RunRate.of(new double[] {10, GAP, 12, 14}, 0).forecast()).as("a gap is to come").isCloseTo(48,
                within(1e-12));
        assertThat(RunRate.of(new double[] {10}, 3).band()).isEqualTo(Interval.ANY);
        assertThatThrownBy(() -> RunRate.of(new double[] {GAP}, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forecastsDoNotChangeTheHistory() {
        double[] history = {340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310, 337};
        double[] copy = history.clone();
        Forecast.holt(0.5, 0.5).of(history, 3);
        Forecast.seasonalNaive(12).of(history, 3);
        assertThat(Arrays.equals(history, copy)).isTrue();
    }
}

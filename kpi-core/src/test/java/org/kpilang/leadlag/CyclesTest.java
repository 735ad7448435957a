package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CyclesTest {

    /** A cycle of 40 months. */
    private static double[] wave(int months, int shift) {
        double[] wave = new double[months];
        for (int t = 0; t < months; t++) {
            wave[t] = Math.sin(2 * Math.PI * (t + shift) / 40);
        }
        return wave;
    }

    @Test
    void peaksAndTroughsOfAWaveTakeTurns() {
        assertThat(TurningPoints.ofMonths(wave(120, 0)).points()).extracting(TurningPoint::index)
                .containsExactly(10, 30, 50, 70, 90, 110);
        assertThat(TurningPoints.ofMonths(wave(120, 0)).points()).extracting(TurningPoint::peak)
                .containsExactly(true, false, true, false, true, false);
    }

    @Test
    void aShortDipIsNoPhase() {
        double[] wave = wave(120, 0);
        wave[12] = -0.5;
        wave[13] = -0.6;
        wave[14] = -0.4;
        assertThat(TurningPoints.ofMonths(wave).points()).extracting(TurningPoint::index)
                .containsExactly(10, 30, 50, 70, 90, 110);
    }

    @Test
    void cyclesOfLessThanTwoYearsAreNotCounted() {
        double[] fast = new double[120];
        for (int t = 0; t < fast.length; t++) {
            fast[t] = Math.sin(2 * Math.PI * t / 20) * (1 + t / 100.0);
        }
        TurningPoints points = TurningPoints.ofMonths(fast);
        for (int i = 2; i < points.points().size(); i++) {
            assertThat(points.points().get(i).index() - points.points().get(i - 2).index()).isGreaterThanOrEqualTo(24);
        }
    }

    @Test
    void aWaveThatComesFiveMonthsEarlierLeadsByFive() {
        TurningPoints reference = TurningPoints.ofMonths(wave(240, 0));
        TurningPoints earlier = TurningPoints.ofMonths(wave(240, 5));
        assertThat(earlier.medianLead(reference, 12)).hasValue(5);
        assertThat(reference.medianLead(earlier, 12)).hasValue(-5);
        assertThat(earlier.medianLead(reference, 3)).isEmpty();
    }

    @Test
    void phasesReachFromTurnToTurn() {
        int[] phases = TurningPoints.ofMonths(wave(60, 0)).phases(60);
        assertThat(phases[10]).isZero();
        assertThat(phases[11]).isEqualTo(-1);
        assertThat(phases[30]).isEqualTo(-1);
        assertThat(phases[31]).isEqualTo(1);
        assertThat(phases[50]).isEqualTo(1);
        assertThat(phases[51]).isZero();
    }

    @Test
    void phasesLongerThanCyclesMakeNoSense() {
        assertThatThrownBy(() -> TurningPoints.of(wave(60, 0), 30, 20)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theBandLetsCyclesThroughAndNeitherTrendsNorNoise() {
        double[] values = new double[360];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + 0.5 * t + 3 * Math.sin(2 * Math.PI * t / 40) + (t % 2 == 0 ? 1 : -1);
        }
        double[] band = HodrickPrescott.band(values, 12, 120);
        for (int t = 60; t < 300; t++) {
            assertThat(band[t]).isCloseTo(3 * Math.sin(2 * Math.PI * t / 40), within(0.2));
        }
    }

    /** OECD, System of Composite Leading Indicators, 2012. */
    @Test
    void theBandsOfTheOecdHaveTheirLambdas() {
        assertThat(HodrickPrescott.lambda(120)).isCloseTo(133_107.94, within(0.005));
        assertThat(HodrickPrescott.lambda(12)).isCloseTo(13.93, within(0.005));
    }

    @Test
    void aStraightLineIsItsOwnTrend() {
        double[] line = {1, 3, 5, 7, 9, 11};
        assertThat(HodrickPrescott.trend(line, 1_600)).containsExactly(line, within(1e-9));
        assertThat(HodrickPrescott.trend(new double[] {1, 5}, 1_600)).containsExactly(1, 5);
    }
}

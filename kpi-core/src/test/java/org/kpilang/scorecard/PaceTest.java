package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.Pace.Verdict;
import org.kpilang.series.Interval;
import org.kpilang.signal.RunRate;

class PaceTest {

    /** Source: kpifrontier.com; the page prints 95.9% from a rounded 66.7%. */
    @Test
    void salesAfterTwentyOfThirtyDays() {
        Pace pace = Pace.ofTotal(Goal.atLeast(500_000), 320_000, 20.0 / 30, 10);

        assertThat(pace.actual() / pace.goal().target()).as("achieved").isEqualTo(0.64);
        assertThat(pace.elapsed()).isCloseTo(0.6666666667, within(1e-10));
        assertThat(pace.ratio().orElseThrow()).isCloseTo(0.96, within(1e-12));
        assertThat(pace.projection().value()).isCloseTo(480_000, within(1e-6));
        assertThat(pace.required().orElseThrow()).isEqualTo(18_000);
        assertThat(pace.verdict()).as("nothing is known of the days").isEqualTo(Verdict.UNKNOWN);
    }

    /** Source: thedataschool.co.uk. */
    @Test
    void aYearAtItsHalf() {
        assertThat(Pace.ofTotal(Goal.atLeast(1_000_000), 485_000, 0.5, 6).projection().value()).isEqualTo(970_000);
    }

    /** By hand: mR 2, 2, 2, 2; the band is 2.66 x 2 x sqrt(7 + 49/5) = 21.81. */
    @Test
    void aBandIsAsWideAsTheKnownPeriodsVary() {
        Projection projection = Projection.ofTotal(new double[] {10, 12, 10, 12, 10}, 7);

        assertThat(projection.value()).isCloseTo(129.6, within(1e-9));
        Interval band = projection.band().orElseThrow();
        assertThat(band.high() - projection.value()).isCloseTo(5.32 * Math.sqrt(7 + 49.0 / 5), within(1e-9));
        assertThat(projection.value() - band.low()).isCloseTo(5.32 * Math.sqrt(16.8), within(1e-9));
    }

    /** One rule for amounts: that of a run rate. */
    @Test
    void aTotalOfEqualPeriodsIsARunRate() {
        double[] values = {10, 13, 9, 12, 11, 16};
        RunRate rate = RunRate.of(values, 5);
        Projection projection = Projection.ofTotal(values, 5);

        assertThat(projection.value()).isCloseTo(rate.forecast(), within(1e-12));
        assertThat(projection.band().orElseThrow().high()).isCloseTo(rate.band().high(), within(1e-9));
        assertThat(projection.band().orElseThrow().low()).isCloseTo(rate.band().low(), within(1e-9));
    }

    @Test
    void aProjectionLiesWhereValuesCan() {
        Interval share = Interval.between(0, 1);
        Projection falling = Projection.ofRate(0.4, new double[] {0.3, 0.19, 0.1}, new double[] {0.25, 0.5, 0.75});
        assertThat(falling.value()).isCloseTo(-0.005, within(0.01));
        Projection within = falling.within(share);
        assertThat(within.value()).isEqualTo(Math.max(0, falling.value()));
        assertThat(within.band().orElseThrow().low()).isZero();
        assertThat(within.band().orElseThrow().high()).isEqualTo(falling.band().orElseThrow().high());
        Projection below = new Projection(-2, Optional.of(Interval.between(-3, -1))).within(share);
        assertThat(below).isEqualTo(new Projection(0, Optional.of(Interval.of(0))));
        assertThat(falling.within(Interval.ANY)).isSameAs(falling);
    }

    @ParameterizedTest
    @CsvSource({"100, ON_PACE", "107, ON_PACE", "110, AT_RISK", "129, AT_RISK", "150, AT_RISK", "152, OFF_PACE"})
    void aVerdictNeedsTheWholeBand(double target, Verdict verdict) {
        assertThat(pace(Goal.atLeast(target)).verdict()).isEqualTo(verdict);
    }

    @Test
    void whatLiesWithinTheToleranceIsAtRisk() {
        assertThat(pace(Goal.of(152, Interval.atLeast(152), 5)).verdict()).isEqualTo(Verdict.AT_RISK);
        assertThat(pace(Goal.atMost(152)).verdict()).as("a budget").isEqualTo(Verdict.ON_PACE);
    }

    private static Pace pace(Goal goal) {
        double[] shares = {1 / 12.0, 1 / 12.0, 1 / 12.0, 1 / 12.0, 1 / 12.0};
        return Pace.ofTotal(goal, new double[] {10, 12, 10, 12, 10}, shares, 7);
    }

    @Test
    void saysNothingInTheFirstFifthUnlessAsked() {
        double[] shares = {1 / 20.0, 1 / 20.0, 1 / 20.0};
        Pace early = Pace.ofTotal(Goal.atLeast(100), new double[] {6, 7, 6}, shares, 17);

        assertThat(early.verdict()).isEqualTo(Verdict.TOO_EARLY);
        assertThat(early.verdict(0)).isNotEqualTo(Verdict.TOO_EARLY);
        double[] fifth = {0.2};
        assertThat(Pace.ofTotal(Goal.atLeast(100), fifth, fifth, 4).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aProfileExpectsMoreOfSomePeriods() {
        double[] shares = {0.1, 0.2, 0.3};
        Projection season = Projection.ofTotal(new double[] {50, 100, 150}, shares, 2);

        assertThat(season.value()).isCloseTo(500, within(1e-9));
        Interval band = season.band().orElseThrow();
        assertThat(band.high() - band.low()).as("it keeps to the profile").isCloseTo(0, within(1e-9));
    }

    @Test
    void aBalanceGoesOnByItsMeanChange() {
        Projection customers = Projection.ofBalance(100, new double[] {102, 105, 106, 108}, 4);

        assertThat(customers.value()).isEqualTo(116);
        double ranges = (1 + 2 + 1) / 3.0;
        assertThat(customers.band().orElseThrow().high()).isCloseTo(
                116 + 2.66 * ranges * Math.sqrt(4 + 16 / 4.0), within(1e-9));
    }

    @Test
    void aRateGoesOnAlongALineFromItsStart() {
        Projection exact = Projection.ofRate(14, new double[] {13, 12, 11}, new double[] {0.25, 0.5, 0.75});
        assertThat(exact.value()).isCloseTo(10, within(1e-9));

        Projection noisy = Projection.ofRate(0, new double[] {1, 0, 2}, new double[] {0.25, 0.5, 0.75});
        double slope = (0.25 + 1.5) / (0.0625 + 0.25 + 0.5625);
        double[] off = {1 - slope / 4, -slope / 2, 2 - slope * 3 / 4};
        double ranges = (Math.abs(off[1] - off[0]) + Math.abs(off[2] - off[1])) / 2;
        assertThat(noisy.value()).isCloseTo(slope, within(1e-12));
        assertThat(noisy.band().orElseThrow().high() - slope)
                .isCloseTo(2.66 * ranges * Math.sqrt(1 + 1 / 0.875), within(1e-9));
    }

    @Test
    void withTwoValuesThereIsNoBandAndWithoutAnyNoProjection() {
        assertThat(Projection.ofTotal(new double[] {1, 1}, 3).band()).isEmpty();
        assertThat(Projection.ofTotal(new double[] {1, 1}, 0)).isEqualTo(
                new Projection(2, Optional.of(Interval.of(2))));
        assertThatIllegalArgumentException().isThrownBy(() -> Projection.ofTotal(new double[0], 3));
        assertThatIllegalArgumentException().isThrownBy(() -> Projection.ofTotal(new double[] {Double.NaN}, 3));
    }
}

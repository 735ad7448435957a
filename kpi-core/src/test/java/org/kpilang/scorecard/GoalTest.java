package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.Goal.Standing;
import org.kpilang.series.Interval;

class GoalTest {

    private static final Goal RANGE = Goal.of(3, Interval.between(2, 4), 1);

    /** The budget of 100 and the actual of 110 are the example of Essbase's {@code @VAR}. */
    @Test
    void aGapIsOnTheSideOfWhatIsBetter() {
        assertThat(Goal.atMost(100).gap(110)).as("an expense").isEqualTo(-10);
        assertThat(Goal.atLeast(100).gap(110)).as("otherwise").isEqualTo(10);
        assertThat(RANGE.gap(3)).isEqualTo(1);
        assertThat(RANGE.gap(6)).isEqualTo(-2);
    }

    @ParameterizedTest
    @CsvSource({"0.42, MET", "0.4199, AT_RISK", "0.4, AT_RISK", "0.3999, MISSED"})
    void aToleranceReachesToItsEndAsOnPaper(double value, Standing standing) {
        assertThat(Goal.of(0.42, Interval.atLeast(0.42), 0.02).standing(value)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource({"5, MET", "5.25, AT_RISK", "5.26, MISSED", "-100, MET"})
    void lowerIsBetter(double value, Standing standing) {
        assertThat(Goal.of(5, Interval.atMost(5), 0.25).standing(value)).isEqualTo(standing);
    }

    @Test
    void aValueToBeBetteredIsNotGoodEnoughItself() {
        assertThat(Goal.of(5, Interval.below(5), 0).standing(5)).isEqualTo(Standing.MISSED);
        assertThat(Goal.of(5, Interval.below(5), 1).standing(5)).isEqualTo(Standing.AT_RISK);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 180, 140, 0.5", "1, 100, 180, 90, -0.125", "1, 100, 180, 200, 1.25", "-1, 14, 10, 12, 0.5",
        "-1, 14, 10, 15, -0.25"})
    void progressIsTheShareOfTheWayThatIsDone(int way, double base, double target, double now, double progress) {
        Goal goal = way > 0 ? Goal.atLeast(target) : Goal.atMost(target);
        assertThat(goal.progress(base, now)).hasValue(progress);
    }

    @Test
    void progressToARangeTakesTheNearerEdge() {
        assertThat(RANGE.progress(0, 1)).hasValue(0.5);
        assertThat(RANGE.progress(0, 2)).hasValue(1);
        assertThat(RANGE.progress(0, 3.5)).hasValue(1);
        assertThat(RANGE.progress(0, 5)).as("beyond it").hasValue(0.5);
        assertThat(RANGE.progress(8, 5)).as("from above").hasValue(0.75);
        assertThat(RANGE.progress(3, 3)).as("no way to go").isEmpty();
    }

    @Test
    void whatIsRequiredIsTheRestByThePeriodsToCome() {
        assertThat(Goal.atLeast(500_000).required(320_000, 10)).hasValue(18_000);
        assertThat(Goal.atMost(10).required(14, 4)).hasValue(-1);
        assertThat(Goal.atLeast(10).required(12, 4)).as("it may fall").hasValue(-0.5);
        assertThat(RANGE.required(3, 4)).hasValue(0);
        assertThat(RANGE.required(8, 2)).hasValue(-2);
        assertThat(Goal.atLeast(10).required(5, 0)).isEmpty();
    }

    @Test
    void aGoalWithoutANumberIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Goal.atLeast(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new Goal(1, Interval.atLeast(1), Interval.atLeast(2)));
    }
}

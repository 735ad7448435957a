package org.kpilang.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntervalTest {

    private static final Interval UNIT = Interval.between(0, 1);

    static Stream<Arguments> calculations() {
        return Stream.of(
                Arguments.of(UNIT.plus(Interval.above(2)), "above 2.0"),
                Arguments.of(Interval.of(1).minus(UNIT), "0.0 to 1.0"),
                Arguments.of(Interval.POSITIVE.minus(Interval.POSITIVE), "any number"),
                Arguments.of(Interval.above(1).negated(), "below -1.0"),
                Arguments.of(UNIT.times(Interval.between(-3, 2)), "-3.0 to 2.0"),
                Arguments.of(Interval.POSITIVE.times(Interval.POSITIVE), "above 0.0"),
                Arguments.of(UNIT.times(Interval.POSITIVE), "at least 0.0"),
                Arguments.of(Interval.of(0).times(Interval.ANY), "0.0"),
                Arguments.of(Interval.of(1).dividedBy(UNIT), "at least 1.0"),
                Arguments.of(Interval.of(1).dividedBy(Interval.between(-1, 1)), "any number"),
                Arguments.of(Interval.of(1).dividedBy(Interval.of(0)), "no number"),
                Arguments.of(Interval.NOT_NEGATIVE.dividedBy(Interval.NOT_NEGATIVE), "at least 0.0"),
                Arguments.of(Interval.between(2, 6).dividedBy(Interval.between(-2, -1)), "-6.0 to -1.0"),
                Arguments.of(Interval.of(0).dividedBy(Interval.ANY), "0.0"),
                Arguments.of(Interval.between(-2, 3).power(Interval.of(2)), "0.0 to 9.0"),
                Arguments.of(Interval.between(-2, 3).power(Interval.of(3)), "-8.0 to 27.0"),
                Arguments.of(Interval.between(-2, 3).power(Interval.of(0)), "1.0"),
                Arguments.of(Interval.between(-2, -1).power(Interval.of(0.5)), "no number"),
                Arguments.of(Interval.between(-4, 9).power(Interval.of(0.5)), "0.0 to 3.0"),
                Arguments.of(Interval.between(-4, -2).power(Interval.of(-1)), "-0.5 to -0.25"),
                Arguments.of(UNIT.power(Interval.between(0, 2)), "0.0 to 1.0"),
                Arguments.of(Interval.between(0, 0.5).power(Interval.NOT_NEGATIVE), "0.0 to 1.0"),
                Arguments.of(Interval.between(1, 2).power(new Interval(0, 1, true, true)), "1.0 to below 2.0"),
                Arguments.of(Interval.of(1e300).times(Interval.of(1e300)), "no number"),
                Arguments.of(Interval.between(3, 5).sums(), "at least 3.0"),
                Arguments.of(Interval.between(-3, 5).sums(), "any number"),
                Arguments.of(Interval.between(-3, -1).sums(), "at most -1.0"),
                Arguments.of(Interval.between(0, 5).hull(Interval.above(3)), "at least 0.0"),
                Arguments.of(Interval.below(5).hull(Interval.of(5)), "at most 5.0"),
                Arguments.of(Interval.between(0, 5).intersect(Interval.below(5)), "0.0 to below 5.0"),
                Arguments.of(Interval.below(0).intersect(Interval.NOT_NEGATIVE), "no number"),
                Arguments.of(Interval.NONE.plus(UNIT).times(UNIT).negated(), "no number"));
    }

    @ParameterizedTest
    @MethodSource("calculations")
    void calculates(Interval interval, String expected) {
        assertThat(interval).hasToString(expected);
    }

    @Test
    void holdsWhatBelongsToIt() {
        assertThat(Interval.above(0).contains(0)).isFalse();
        assertThat(Interval.above(0).contains(Double.MIN_VALUE)).isTrue();
        assertThat(UNIT.contains(new Interval(0, 1, true, true))).isTrue();
        assertThat(new Interval(0, 1, true, true).contains(UNIT)).isFalse();
        assertThat(UNIT.contains(Interval.NONE)).isTrue();
        assertThat(Interval.NONE.contains(UNIT)).isFalse();
        assertThat(Interval.between(-0.0, 0.0)).isEqualTo(Interval.of(0));
        assertThat(Interval.between(2, 1)).isEqualTo(Interval.NONE);
    }

    @Test
    void endIsANumber() {
        assertThatThrownBy(() -> Interval.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.kpilang.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AxisProperties {

    @Property
    void ticksCoverAllValuesAndAreFew(@ForAll double from, @ForAll double to) {
        double low = Math.min(from, to);
        double high = Math.max(from, to);
        Axis axis = Axis.of(low, high, 5);

        double tolerance = axis.step() * 1e-6;
        assertThat(axis.low()).isLessThanOrEqualTo(Math.max(low, -1e300) + tolerance);
        assertThat(axis.high()).isGreaterThanOrEqualTo(Math.min(high, 1e300) - tolerance);
        assertThat(axis.ticks()).hasSizeBetween(2, 9).isSorted();
        assertThat(axis.share(low)).isBetween(0.0, 1.0);
        assertThat(axis.share(high)).isBetween(axis.share(low), 1.0);
    }

    @Example
    void ticksAreRound() {
        assertThat(Axis.of(0.351, 0.432, 5).ticks()).containsExactly(0.34, 0.36, 0.38, 0.4, 0.42, 0.44);
        assertThat(Axis.of(0, 1234, 5).ticks()).containsExactly(0.0, 250.0, 500.0, 750.0, 1000.0, 1250.0);
        assertThat(Axis.of(-3, 7, 5).ticks()).containsExactly(-4.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0);
    }

    @Example
    void whatLiesNotFarAboveZeroBeginsThere() {
        assertThat(Axis.of(30, 100, 5).low()).isZero();
        assertThat(Axis.of(90, 100, 5).low()).isEqualTo(90);
        assertThat(Axis.of(-100, -30, 5).high()).isZero();
    }

    @Example
    void aValueThatDoesNotChangeLiesInTheMiddle() {
        assertThat(Axis.of(5, 5, 5).share(5)).isEqualTo(0.5);
        assertThat(Axis.of(0, 0, 5).share(0)).isEqualTo(0.5);
    }
}

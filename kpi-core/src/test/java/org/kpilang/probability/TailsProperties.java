package org.kpilang.probability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The tails against Apache Commons Statistics, which is written independently. */
class TailsProperties {

    private static final double RELATIVE = 1e-11;

    /** The other library loses digits further out, as a figure worked out with fifty digits shows below. */
    private static final double SMALLEST = 1e-200;

    private static void agree(double actual, double expected) {
        Assume.that(Math.abs(expected) > SMALLEST);
        assertThat(actual).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }

    @Property
    void studentAgrees(@ForAll @DoubleRange(min = -60, max = 60) double t,
            @ForAll @DoubleRange(min = 0.3, max = 2_000) double freedom) {
        agree(Student.upperTail(t, freedom), TDistribution.of(freedom).survivalProbability(t));
    }

    @Property
    void fisherAgrees(@ForAll @DoubleRange(min = 0.01, max = 200) double f,
            @ForAll @DoubleRange(min = 1, max = 60) double above,
            @ForAll @DoubleRange(min = 1, max = 2_000) double below) {
        agree(Fisher.upperTail(f, above, below), FDistribution.of(above, below).survivalProbability(f));
    }

    @Property
    void chiSquaredAgrees(@ForAll @DoubleRange(min = 0.01, max = 800) double x,
            @ForAll @DoubleRange(min = 0.5, max = 200) double freedom) {
        agree(ChiSquared.upperTail(x, freedom), ChiSquaredDistribution.of(freedom).survivalProbability(x));
    }

    @Property
    void normalAgrees(@ForAll @DoubleRange(min = -30, max = 30) double z) {
        agree(Normal.upperTail(z), NormalDistribution.of(0, 1).survivalProbability(z));
    }

    @Property
    void theQuantileIsTheValueOfItsTail(@ForAll @DoubleRange(min = -300, max = -0.5) double exponent) {
        double chance = Math.pow(10, exponent);
        agree(Normal.upperQuantile(chance), NormalDistribution.of(0, 1).inverseSurvivalProbability(chance));
    }

    @Property
    void theQuantilesOfBothSidesMirrorEachOther(@ForAll @DoubleRange(min = 0.01, max = 0.99) double chance) {
        assertThat(Normal.upperQuantile(1 - chance)).isCloseTo(-Normal.upperQuantile(chance), within(1e-14));
    }

    @Example
    void tailsKeepTheirRelativeAccuracyFarOut() {
        agree(Student.twoSidedTail(40, 400), 2 * TDistribution.of(400).survivalProbability(40));
        assertThat(Student.twoSidedTail(40, 400)).isBetween(1e-150, 1e-130);
        assertThat(Fisher.upperTail(39.26, 55.91, 1732.28)).isCloseTo(5.073014773690692582e-264, within(1e-276));
        assertThat(Normal.upperQuantile(0.025)).isCloseTo(1.959963984540054, within(1e-15));
    }

    @Example
    void edgesAreSaid() {
        assertThat(Student.upperTail(0, 5)).isEqualTo(0.5);
        assertThat(Fisher.upperTail(-1, 2, 3)).isEqualTo(1);
        assertThat(ChiSquared.upperTail(0, 2)).isEqualTo(1);
        assertThatThrownBy(() -> Student.upperTail(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Normal.upperQuantile(1)).isInstanceOf(IllegalArgumentException.class);
    }
}

package org.kpilang.series;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is calculated from numbers of some intervals lies in what is calculated from the intervals. */
class IntervalProperties {

    /** An interval and a number in it. */
    record Inside(Interval interval, double value) {}

    @Provide
    Arbitrary<Inside> insides() {
        Arbitrary<Double> numbers = Arbitraries.of(-1e9, -3.5, -2.0, -1.0, -0.25, 0.0, 0.1, 0.5, 1.0, 2.0, 3.0, 7.5, 1e9);
        Arbitrary<Integer> shapes = Arbitraries.integers().between(0, 6);
        return Combinators.combine(numbers, numbers, numbers, shapes).as((a, b, c, shape) -> {
            double low = Math.min(a, Math.min(b, c));
            double high = Math.max(a, Math.max(b, c));
            double value = a + b + c - low - high;
            return new Inside(switch (shape) {
                case 0 -> Interval.atLeast(low);
                case 1 -> Interval.atMost(high);
                case 2 -> Interval.ANY;
                case 3 -> low < value ? Interval.above(low) : Interval.of(value);
                case 4 -> high > value ? Interval.below(high) : Interval.of(value);
                default -> Interval.between(low, high);
            }, between(low, value, high));
        });
    }

    /** The middle number may be off by rounding. */
    private static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    @Property
    void arithmetic(@ForAll("insides") Inside a, @ForAll("insides") Inside b) {
        Assume.that(a.interval.contains(a.value) && b.interval.contains(b.value));
        lies(a.value + b.value, a.interval.plus(b.interval));
        lies(a.value - b.value, a.interval.minus(b.interval));
        lies(a.value * b.value, a.interval.times(b.interval));
        lies(a.value / b.value, a.interval.dividedBy(b.interval));
        lies(StrictMath.pow(a.value, b.value), a.interval.power(b.interval));
        lies(StrictMath.pow(a.value, 2), a.interval.power(Interval.of(2)));
        lies(StrictMath.pow(a.value, -3), a.interval.power(Interval.of(-3)));
        lies(StrictMath.pow(a.value, 0.5), a.interval.power(Interval.of(0.5)));
        lies(a.value, a.interval.hull(b.interval));
        lies(a.value + a.value, a.interval.sums());
    }

    @Example
    void powersThatVanishAreZero() {
        assertThat(Interval.above(2).power(Interval.atMost(-1e9))).isEqualTo(Interval.of(0));
        assertThat(Interval.between(0.5, 0.9).power(Interval.above(3)).contains(0)).isTrue();
    }

    @Example
    void whatRoundsToOneNumberIsThatNumber() {
        assertThat(new Interval(0, 1e-17, true, true).minus(Interval.of(1))).isEqualTo(Interval.of(-1));
    }

    @Property
    void bothAndEither(@ForAll("insides") Inside a, @ForAll("insides") Inside b) {
        Interval both = a.interval.intersect(b.interval);
        assertThat(a.interval.contains(both)).isTrue();
        assertThat(a.interval.hull(b.interval).contains(a.interval)).isTrue();
        assertThat(both.contains(b.value)).isEqualTo(a.interval.contains(b.value) && b.interval.contains(b.value));
        assertThat(a.interval.negated().negated()).isEqualTo(a.interval);
    }

    private static void lies(double value, Interval interval) {
        if (Double.isFinite(value)) {
            double slack = 1e-12 * Math.abs(value);
            assertThat(value >= interval.low() - slack && value <= interval.high() + slack)
                    .as("%s in %s", value, interval).isTrue();
        }
    }
}

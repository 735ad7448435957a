package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AggregateProperties {

    private static final List<Aggregate> ALL = Statistics.all().stream()
            .flatMap(statistic -> statistic.aggregate().stream()).toList();

    @Provide
    Arbitrary<double[]> numbers() {
        return Rows.numbers();
    }

    @Provide
    Arbitrary<double[]> wholeNumbers() {
        return Rows.wholeNumbers().filter(values -> Rows.known(values, 0, values.length).length > 0);
    }

    @Provide
    Arbitrary<Aggregate> aggregates() {
        return Arbitraries.of(ALL);
    }

    @Property
    void aSumIsWithinOneUlpOfTheTrueSum(@ForAll("numbers") double[] values) {
        double truth = exactSum(values).doubleValue();
        // What a third compensation would hold shows only where nearly all cancels.
        double tolerance = Math.ulp(truth) + Rows.spread(values) * values.length * 0x1p-150;
        assertThat(Math.abs(Rows.of(Aggregates.SUM, values) - truth)).isLessThanOrEqualTo(tolerance);
        for (int split = 0; split <= values.length; split++) {
            assertThat(Math.abs(Rows.merged(Aggregates.SUM, split, values) - truth)).isLessThanOrEqualTo(tolerance);
        }
    }

    private static BigDecimal exactSum(double... values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property
    void mergingAtAnyPlaceIsAddingAll(@ForAll("aggregates") Aggregate aggregate, @ForAll("wholeNumbers") double[] values) {
        double whole = Rows.of(aggregate, values);
        boolean exact = aggregate != Aggregates.DEVIATION && aggregate != Aggregates.SLOPE;
        for (int split = 0; split <= values.length; split++) {
            double merged = Rows.merged(aggregate, split, values);
            if (exact || Double.isNaN(whole)) {
                assertThat(merged).isEqualTo(Double.valueOf(whole));
            } else {
                assertThat(merged).isCloseTo(whole, within(1e-9));
            }
        }
    }

    @Property
    void mergingWithNothingChangesNothing(@ForAll("aggregates") Aggregate aggregate, @ForAll("numbers") double[] values) {
        double whole = Rows.of(aggregate, values);
        assertThat(Rows.merged(aggregate, 0, values)).isEqualTo(Double.valueOf(whole));
        assertThat(Rows.merged(aggregate, values.length, values)).isEqualTo(Double.valueOf(whole));
    }

    @Property
    void theOrderOfWholeNumbersDoesNotShow(@ForAll("wholeNumbers") double[] values, @ForAll Random random) {
        Double[] boxed = Arrays.stream(values).boxed().toArray(Double[]::new);
        Collections.shuffle(Arrays.asList(boxed), random);
        double[] shuffled = Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray();
        for (Aggregate aggregate : List.of(Aggregates.SUM, Aggregates.MEAN, Aggregates.MINIMUM, Aggregates.MAXIMUM,
                Aggregates.COUNT)) {
            assertThat(Rows.of(aggregate, shuffled)).isEqualTo(Rows.of(aggregate, values));
        }
    }

    @Property
    void theMeanLiesBetweenTheExtremes(@ForAll("numbers") double[] values) {
        double mean = Rows.of(Aggregates.MEAN, values);
        assertThat(Rows.of(Aggregates.MINIMUM, values) <= mean).isTrue();
        assertThat(mean <= Rows.of(Aggregates.MAXIMUM, values)).isTrue();
    }

    @Property
    void theMeanOfEqualNumbersIsThatNumber(@ForAll double value, @ForAll @IntRange(min = 1, max = 60) int count) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        assertThat(Rows.of(Aggregates.MEAN, values)).isEqualTo(value + 0.0);
    }

    @Property
    void theDeviationAgreesWithExactArithmeticAndIsNeverNegative(@ForAll("wholeNumbers") double[] values) {
        double[] known = Rows.known(values, 0, values.length);
        double deviation = Rows.of(Aggregates.DEVIATION, values);
        if (known.length == 1) {
            assertThat(deviation).isNaN();
            return;
        }
        BigDecimal mean = exactSum(known).divide(BigDecimal.valueOf(known.length), MathContext.DECIMAL128);
        double squares = Arrays.stream(known)
                .mapToObj(value -> new BigDecimal(value).subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
        assertThat(deviation).isNotNegative().isCloseTo(Math.sqrt(squares / (known.length - 1)), within(1e-9));
    }

    @Property
    void equalNumbersHaveNoDeviationAndNoSlope(@ForAll @DoubleRange(min = -1e300, max = 1e300) double value,
            @ForAll @IntRange(min = 2, max = 40) int count, @ForAll @IntRange(min = 0, max = 40) int split) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        for (Aggregate aggregate : List.of(Aggregates.DEVIATION, Aggregates.SLOPE)) {
            assertThat(Rows.of(aggregate, values)).isZero();
            assertThat(Rows.merged(aggregate, Math.min(split, count), values)).isZero();
        }
    }

    @Property
    void aLineHasItsSlope(@ForAll @IntRange(min = -100, max = 100) int slope,
            @ForAll @IntRange(min = -1000, max = 1000) int start, @ForAll("wholeNumbers") double[] gaps) {
        double[] line = new double[gaps.length + 2];
        for (int i = 0; i < line.length; i++) {
            line[i] = i < gaps.length && Double.isNaN(gaps[i]) ? Double.NaN : start + slope * i;
        }
        assertThat(Rows.of(Aggregates.SLOPE, line)).isCloseTo(slope, within(1e-9));
    }

    @Property
    void zerosAddToExactlyZero(@ForAll @IntRange(min = 1, max = 50) int count, @ForAll @DoubleRange double gone) {
        double[] values = new double[count + 1];
        values[0] = gone;
        assertThat(Rows.slide(new SlidingWindow(Aggregates.SUM), values, new int[] {0, 1}, new int[] {count, count})[1])
                .isZero();
    }
}

package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ExactSumProperties {

    /** Numbers of all sizes, from any bits. */
    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 1.0,
                        0x1p53, 1 + 0x1p-52, 0x1p-53));
    }

    @Provide
    Arbitrary<double[]> rows() {
        return numbers().array(Double[].class).ofMaxSize(20)
                .map(row -> Arrays.stream(row).mapToDouble(Double::doubleValue).toArray());
    }

    private static double exact(double... values) {
        return Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
    }

    @Property
    void aSumIsRoundedOnce(@ForAll("rows") double[] values) {
        ExactSum sum = new ExactSum();
        Arrays.stream(values).forEach(sum::add);
        assertThat(sum.value()).isEqualTo(exact(values));
    }

    @Property
    void whatIsTakenAwayLeavesNothing(@ForAll("rows") double[] values, @ForAll("rows") double[] gone) {
        ExactSum sum = new ExactSum();
        Arrays.stream(gone).forEach(sum::add);
        Arrays.stream(values).forEach(sum::add);
        Arrays.stream(gone).forEach(sum::remove);
        assertThat(sum.value()).isEqualTo(exact(values));
        sum.clear();
        assertThat(sum.value()).isZero();
    }

    @Test
    void infinityIsNoSumAndCanBeTakenAwayAsWell() {
        ExactSum sum = new ExactSum();
        sum.add(1);
        sum.add(Double.POSITIVE_INFINITY);
        assertThat(sum.value()).isNaN();
        sum.remove(Double.POSITIVE_INFINITY);
        assertThat(sum.value()).isEqualTo(1);
    }

    @Test
    void halfOfTheLastPlaceIsRoundedToEvenUnlessThereIsMore() {
        ExactSum sum = new ExactSum();
        sum.add(1);
        sum.add(0x1p-53);
        assertThat(sum.value()).isEqualTo(1);
        sum.add(Double.MIN_VALUE);
        assertThat(sum.value()).isEqualTo(1 + 0x1p-52);
    }

    @Test
    void aSumBeyondTheRangeIsToldScaled() {
        ExactSum sum = new ExactSum();
        sum.add(Double.MAX_VALUE);
        sum.add(Double.MAX_VALUE);
        assertThat(sum.value()).isInfinite();
        assertThat(sum.rounded(-1)).isEqualTo(Double.MAX_VALUE);
    }
}

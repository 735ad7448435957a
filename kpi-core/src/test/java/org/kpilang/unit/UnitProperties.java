package org.kpilang.unit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class UnitProperties {

    @Provide
    Arbitrary<Unit> units() {
        Arbitrary<Unit> factors = Arbitraries.of("USD", "customer", "day", "points", "percent", "ratio").map(Unit::of);
        return factors.list().ofMaxSize(4).flatMap(above -> factors.list().ofMaxSize(4)
                .map(below -> below.stream().reduce(above.stream().reduce(Unit.NUMBER, Unit::times), Unit::dividedBy)));
    }

    @Property
    void multiplicationIsCommutative(@ForAll("units") Unit a, @ForAll("units") Unit b) {
        assertThat(a.times(b)).isEqualTo(b.times(a)).hasSameHashCodeAs(b.times(a));
    }

    @Property
    void multiplicationIsAssociative(@ForAll("units") Unit a, @ForAll("units") Unit b, @ForAll("units") Unit c) {
        assertThat(a.times(b).times(c).isLike(a.times(b.times(c)))).isTrue();
    }

    @Property
    void aNumberChangesNothing(@ForAll("units") Unit unit) {
        assertThat(unit.times(Unit.NUMBER)).isEqualTo(unit);
        assertThat(Unit.NUMBER.times(unit)).isEqualTo(unit);
        assertThat(unit.dividedBy(Unit.NUMBER)).isEqualTo(unit);
    }

    @Property
    void divisionUndoesMultiplication(@ForAll("units") Unit a, @ForAll("units") Unit b) {
        assertThat(a.times(b).dividedBy(b).isLike(a)).isTrue();
        assertThat(a.dividedBy(b).times(b).isLike(a)).isTrue();
        assertThat(a.dividedBy(a)).isEqualTo(Unit.NUMBER);
        assertThat(Unit.NUMBER.dividedBy(a).isLike(a.power(-1))).isTrue();
    }

    @Property
    void aPowerIsRepeatedMultiplication(@ForAll("units") Unit unit, @ForAll @IntRange(max = 5) int exponent) {
        Unit expected = Unit.NUMBER;
        for (int i = 0; i < exponent; i++) {
            expected = expected.times(unit);
        }
        assertThat(unit.power(exponent)).isEqualTo(expected);
        assertThat(unit.power(-exponent).isLike(Unit.NUMBER.dividedBy(expected))).isTrue();
    }

    @Property
    void onlyAPureNumberIsAPercent(@ForAll("units") Unit a, @ForAll("units") Unit b) {
        for (Unit unit : new Unit[] {a.times(b), a.dividedBy(b), a.power(2)}) {
            assertThat(unit.isPercent() && !unit.isPure()).isFalse();
            assertThat(unit.powers().values()).doesNotContain(0);
        }
    }
}

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
        Arbitrary<Unit> factors = Arbitraries.of("USD", "customer", "day", "points", "percent", "percentage_points", "ratio")
                .map(Unit::of);
        return factors.list().ofMaxSize(4).flatMap(above -> factors.list().ofMaxSize(4)
                .map(below -> below.stream().reduce(above.stream().reduce(Unit.NUMBER, Unit::times), Unit::dividedBy)));
    }

    @Provide
    Arbitrary<Unit> all() {
        return Arbitraries.oneOf(units(), Arbitraries.of(Unit.ANY, Unit.BARE));
    }

    @Property
    void likenessIsSymmetric(@ForAll("all") Unit a, @ForAll("all") Unit b) {
        assertThat(a.isLike(a)).isTrue();
        assertThat(a.isLike(b)).isEqualTo(b.isLike(a));
    }

    @Property
    void likeUnitsAddInAnyOrder(@ForAll("all") Unit a, @ForAll("all") Unit b, @ForAll("all") Unit c) {
        assertThat(a.plus(a)).isEqualTo(a);
        if (a.isLike(b)) {
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
        }
        if (a.isLike(b) && b.isLike(c) && a.isLike(c)) {
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        }
    }

    @Property
    void aNumberWithoutUnitLeavesTheUnit(@ForAll("all") Unit unit) {
        assertThat(unit.times(Unit.BARE)).isEqualTo(unit);
        assertThat(Unit.BARE.times(unit)).isEqualTo(unit);
        assertThat(unit.dividedBy(Unit.BARE)).isEqualTo(unit);
        assertThat(unit.plus(Unit.BARE)).isEqualTo(unit);
        assertThat(unit.isLike(Unit.BARE)).isTrue();
    }

    @Property
    void nothingIsKnownOfWhatIsMadeFromAnyUnit(@ForAll("all") Unit unit) {
        assertThat(unit.times(Unit.ANY)).isSameAs(Unit.ANY);
        assertThat(unit.dividedBy(Unit.ANY)).isSameAs(Unit.ANY);
        assertThat(Unit.ANY.dividedBy(unit)).isSameAs(Unit.ANY);
        assertThat(unit.isLike(Unit.ANY)).isTrue();
    }

    @Property
    void multiplicationIsCommutative(@ForAll("all") Unit a, @ForAll("all") Unit b) {
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

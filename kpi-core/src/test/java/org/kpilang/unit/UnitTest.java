package org.kpilang.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    private static final Unit USD = Unit.of("USD");
    private static final Unit CUSTOMER = Unit.of("customer");

    @Test
    void isWrittenAsAFraction() {
        assertThat(USD).hasToString("USD");
        assertThat(USD.dividedBy(CUSTOMER)).hasToString("USD / customer");
        assertThat(USD.dividedBy(CUSTOMER).dividedBy(Unit.of("day"))).hasToString("USD / customer / day");
        assertThat(CUSTOMER.times(USD)).hasToString("USD * customer");
        assertThat(Unit.NUMBER.dividedBy(USD.power(2))).hasToString("1 / USD^2");
        assertThat(USD.power(2).dividedBy(Unit.of("day").power(3))).hasToString("USD^2 / day^3");
        assertThat(USD.dividedBy(USD)).hasToString("ratio");
        assertThat(Unit.PERCENT).hasToString("percent");
        assertThat(Unit.POINTS).hasToString("points");
    }

    @ParameterizedTest
    @CsvSource({"days, day", "day, day", "months, month", "years, year", "USD, USD", "sales, sales", "s, s", "hours, hour",
        "percent, percent", "ratio, ratio", "percentage_points, percentage_points"})
    void unitsOfTimeMayBeWrittenInThePlural(String name, String written) {
        assertThat(Unit.of(name)).hasToString(written);
    }

    @ParameterizedTest
    @CsvSource({
        "percent, percent, percent, ratio", "percent, ratio, percent, percent", "ratio, percent, percent, ratio",
        "ratio, ratio, ratio, ratio", "percent, USD, USD, 1 / USD", "USD, percent, USD, USD", "points, percent, points, points",
        "percentage_points, ratio, percentage_points, percentage_points",
        "percentage_points, percent, percentage_points, ratio", "percent, percentage_points, percentage_points, ratio",
        "percentage_points, percentage_points, percentage_points, ratio", "percentage_points, USD, USD, 1 / USD"
    })
    void percentStaysPercentOnlyAmongPureNumbers(String left, String right, String product, String quotient) {
        assertThat(Unit.of(left).times(Unit.of(right))).hasToString(product);
        assertThat(Unit.of(left).dividedBy(Unit.of(right))).hasToString(quotient);
    }

    @Test
    void aBareNumberTakesTheUnitOfTheOther() {
        for (Unit unit : new Unit[] {USD, Unit.PERCENT, Unit.NUMBER, Unit.BARE, Unit.ANY}) {
            assertThat(unit.times(Unit.BARE)).isEqualTo(unit);
            assertThat(Unit.BARE.times(unit)).isEqualTo(unit);
            assertThat(unit.dividedBy(Unit.BARE)).isEqualTo(unit);
            assertThat(unit.isLike(Unit.BARE) && Unit.BARE.isLike(unit)).isTrue();
            assertThat(unit.plus(Unit.BARE)).isEqualTo(unit);
            assertThat(Unit.BARE.plus(unit)).isEqualTo(unit);
        }
        assertThat(Unit.BARE.dividedBy(USD)).hasToString("1 / USD");
        assertThat(Unit.BARE.dividedBy(Unit.PERCENT)).isEqualTo(Unit.NUMBER);
        assertThat(Unit.BARE.power(2)).isEqualTo(Unit.BARE).isNotEqualTo(Unit.NUMBER);
        assertThat(Unit.BARE.isPure()).isTrue();
    }

    @Test
    void aUnitThatIsNotSaidMakesProductsUnsaid() {
        for (Unit unit : new Unit[] {USD, Unit.PERCENT, Unit.NUMBER, Unit.ANY}) {
            assertThat(unit.times(Unit.ANY)).isEqualTo(Unit.ANY);
            assertThat(Unit.ANY.times(unit)).isEqualTo(Unit.ANY);
            assertThat(unit.dividedBy(Unit.ANY)).isEqualTo(Unit.ANY);
            assertThat(unit.isLike(Unit.ANY) && Unit.ANY.isLike(unit)).isTrue();
            assertThat(unit.plus(Unit.ANY)).isEqualTo(unit);
            assertThat(Unit.ANY.plus(unit)).isEqualTo(unit);
        }
        assertThat(Unit.ANY.isPure()).isFalse();
        assertThat(Unit.ANY).hasToString("any unit").isNotEqualTo(Unit.NUMBER);
        assertThat(Unit.NUMBER).isNotEqualTo(Unit.ANY);
    }

    @Test
    void percentAndRatioAreAlikeAndPointsAreNot() {
        assertThat(Unit.PERCENT.isLike(Unit.NUMBER)).isTrue();
        assertThat(Unit.PERCENT).isNotEqualTo(Unit.NUMBER);
        assertThat(Unit.PERCENT.isPercent()).isTrue();
        assertThat(Unit.NUMBER.isPercent()).isFalse();
        assertThat(Unit.POINTS.isLike(Unit.PERCENT)).isFalse();
        assertThat(Unit.POINTS.isPure()).isFalse();
        assertThat(USD.isLike(CUSTOMER)).isFalse();
    }

    @Test
    void aPercentAndItsChangeMakeAPercent() {
        assertThat(Unit.PERCENT.plus(Unit.PERCENTAGE_POINTS)).isEqualTo(Unit.PERCENT);
        assertThat(Unit.PERCENTAGE_POINTS.plus(Unit.PERCENT)).isEqualTo(Unit.PERCENT);
        assertThat(Unit.PERCENTAGE_POINTS.plus(Unit.NUMBER)).isEqualTo(Unit.PERCENTAGE_POINTS);
        assertThat(Unit.PERCENTAGE_POINTS.plus(Unit.PERCENTAGE_POINTS)).isEqualTo(Unit.PERCENTAGE_POINTS);
        assertThat(Unit.PERCENTAGE_POINTS).isNotEqualTo(Unit.PERCENT).isNotEqualTo(Unit.NUMBER);
        assertThat(Unit.PERCENTAGE_POINTS.isPercent()).isFalse();
        assertThat(Unit.PERCENTAGE_POINTS.isShownTimesHundred()).isTrue();
        assertThat(Unit.POINTS.isShownTimesHundred()).isFalse();
        assertThat(Unit.POINTS.isLike(Unit.PERCENTAGE_POINTS)).isFalse();
    }

    @Test
    void everyUnitOfTimeIsPredeclared() {
        assertThat(Unit.PREDECLARED).containsAll(Unit.TIME).contains("percent", "ratio", "points");
    }

    @Test
    void powersAreKeptAndCannotBeChanged() {
        Unit unit = USD.dividedBy(CUSTOMER);
        assertThat(unit.powers()).isEqualTo(Map.of("USD", 1, "customer", -1));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> unit.powers().clear());
    }

    @Test
    void aNameIsNeededAndPowersEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Unit.of(""));
        Unit high = USD.power(Integer.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> high.power(2));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> high.times(USD));
    }
}

package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.kpilang.evaluate.SmallModel.UNKNOWN;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.times;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Power;
import org.kpilang.facts.Facts;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Origin;

/** Money, to the cent. */
class DecimalsTest {

    private static final Decimals CENTS = Decimals.scale(2, RoundingMode.HALF_EVEN);

    private static Expression number(String text) {
        BigDecimal value = new BigDecimal(text);
        return value.signum() < 0 ? new Negation(NumberLiteral.of(value.negate()),
                Origin.NONE) : NumberLiteral.of(value);
    }

    /** What a formula over an amount comes to. */
    private static BigDecimal asked(Expression formula, String amount, Decimals decimals) {
        Model model = new SmallModel().flows("amount").kpi("k", formula).build();
        Facts facts = Facts.builder(model).startingAt("2024-01").column("amount", new BigDecimal(amount)).build();
        return Evaluation.of(model, facts).from("2024-01").to("2024-01").decimals(decimals).run()
                .decimal("k", "2024-01").orElseThrow();
    }

    /** The table in the documentation of {@link RoundingMode}, of Java SE 17. */
    @ParameterizedTest
    @CsvSource({"5.5, 6, 5, 6, 5, 6, 5, 6", "2.5, 3, 2, 3, 2, 3, 2, 2", "1.6, 2, 1, 2, 1, 2, 2, 2",
        "1.1, 2, 1, 2, 1, 1, 1, 1", "1.0, 1, 1, 1, 1, 1, 1, 1", "-1.0, -1, -1, -1, -1, -1, -1, -1",
        "-1.1, -2, -1, -1, -2, -1, -1, -1",
        "-1.6, -2, -1, -1, -2, -2, -2, -2", "-2.5, -3, -2, -2, -3, -3, -2, -2", "-5.5, -6, -5, -5, -6, -6, -5, -6"})
    void roundsInEveryMode(String amount, int up, int down, int ceiling, int floor, int halfUp, int halfDown,
            int halfEven) {
        List<RoundingMode> modes = List.of(RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING, RoundingMode.FLOOR,
                RoundingMode.HALF_UP, RoundingMode.HALF_DOWN, RoundingMode.HALF_EVEN);

        assertThat(modes).extracting(mode -> asked(name("amount"), amount, Decimals.scale(0, mode)).intValueExact())
                .containsExactly(up, down, ceiling, floor, halfUp, halfDown, halfEven);
    }

    /**
     * A profit of 5 cents is shared 70 to 30: 3.5 and 1.5 cents, which are 4 and 2 rounded up and 3 and 1 rounded down.
     * From the documentation of MoneyPHP, "Allocation". In doubles, 70 % of 0.05 lie below 3.5 cents.
     */
    @Test
    void sharesFiveCents() {
        Expression mine = times(name("amount"), number("0.7"));
        Expression investors = times(name("amount"), number("0.3"));

        assertThat(asked(mine, "0.05", Decimals.scale(2, RoundingMode.HALF_UP))).isEqualTo("0.04");
        assertThat(asked(investors, "0.05", Decimals.scale(2, RoundingMode.HALF_UP))).isEqualTo("0.02");
        assertThat(asked(mine, "0.05", Decimals.scale(2, RoundingMode.DOWN))).isEqualTo("0.03");
        assertThat(asked(investors, "0.05", Decimals.scale(2, RoundingMode.DOWN))).isEqualTo("0.01");
        assertThat(0.05 * 0.7).isLessThan(0.035);
    }

    /**
     * 8.00 in three parts are two of 2.67 and one of 2.66 (MoneyPHP, "Allocation"): what is due by an instalment, less
     * what was due before it.
     */
    @Test
    void instalmentsAddUp() {
        List<BigDecimal> parts = IntStream.rangeClosed(1, 3).mapToObj(i -> asked(
                minus(due(i), due(i - 1)), "8.00", CENTS)).toList();

        assertThat(parts).containsExactly(new BigDecimal("2.67"), new BigDecimal("2.66"), new BigDecimal("2.67"));
        assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualTo("8.00");
    }

    private static Expression due(int instalment) {
        Expression part = over(times(name("amount"), number(Integer.toString(instalment))), number("3"));
        return Call.of("round", part, number("2"));
    }

    /** A twelfth twelve times is the whole, whichever way results are rounded. */
    @ParameterizedTest
    @ValueSource(strings = {"FLOOR", "CEILING", "HALF_EVEN"})
    void aTwelfthTwelveTimesIsTheWhole(RoundingMode mode) {
        Expression twelfth = over(name("amount"), number("12"));

        assertThat(asked(times(twelfth, number("12")), "100.00", Decimals.scale(2, mode))).isEqualTo("100.00");
        assertThat(asked(over(times(number("365"), over(name("amount"), number("366"))), number("365")), "366.00",
                Decimals.scale(2, mode))).isEqualTo("1.00");
    }

    /**
     * VAT per article of 0.0024 is 0.002 to three digits (HM Revenue and Customs, Notice 700, 17.5.2). Of an article at
     * 12.2388 with VAT of 20 % within, the net and the tax are 10.199 and 2.0398; the price is 12.24, and the tax 2.03
     * when it is rounded down (Countingup, "How are bills and invoices rounded").
     */
    @Test
    void valueAddedTaxIsRoundedByTheLine() {
        Expression tax = over(name("amount"), number("6"));

        assertThat(asked(times(name("amount"), number("0.2")), "0.012", Decimals.scale(3, RoundingMode.HALF_UP)))
                .isEqualTo("0.002");
        assertThat(asked(tax, "12.2388", Decimals.scale(4, RoundingMode.HALF_UP))).isEqualTo("2.0398");
        assertThat(asked(tax, "12.2388", Decimals.scale(2, RoundingMode.DOWN))).isEqualTo("2.03");
        assertThat(asked(name("amount"), "12.2388", Decimals.scale(2, RoundingMode.HALF_UP))).isEqualTo("12.24");
    }

    /** As many digits as ISO 4217 gives a currency. */
    @ParameterizedTest
    @CsvSource({"JPY, 333", "EUR, 333.33", "KWD, 333.333"})
    void currenciesHaveTheirDigits(String code, String third) {
        int digits = Currency.getInstance(code).getDefaultFractionDigits();

        assertThat(asked(over(name("amount"), number("3")), "1000", Decimals.scale(digits, RoundingMode.HALF_EVEN)))
                .isEqualTo(third);
    }

    @Test
    void roundsToThousandsToo() {
        assertThat(asked(name("amount"), "1234500", Decimals.scale(-3, RoundingMode.HALF_EVEN)).toPlainString())
                .isEqualTo("1234000");
    }

    private static Expression tenths(Comparison.Operator operator) {
        return new Conditional(Comparison.of(plus(number("0.1"), number("0.2")), operator, number("0.3")), number("1"),
                number("0"), Origin.NONE);
    }

    @Test
    void threeTenthsAreThreeTenths() {
        Model model = new SmallModel().flows("amount").kpi("k", plus(tenths(Comparison.Operator.EQUAL),
                times(name("amount"), number("0")))).build();
        Facts facts = Facts.startingAt("2024-01").column("amount", 1).build();

        assertThat(Evaluation.of(model, facts).run().value("k", "2024-01")).hasValue(0);
        assertThat(Evaluation.of(model, facts).decimals(CENTS).run().value("k", "2024-01")).hasValue(1);
    }

    @Test
    void whatIsExactlyZeroIsNoDivisor() {
        Model model = new SmallModel().flows("amount").kpi("k",
                over(name("amount"), minus(plus(number("0.1"), number("0.2")), number("0.3")))).build();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("amount", 1).build())
                .decimals(CENTS).run();

        assertThat(result.decimal("k", "2024-01")).isEmpty();
        assertThat(result.value("k", "2024-01")).isEmpty();
        assertThat(result.why("k", "2024-01")).extracting(Reason::code).containsExactly(Absence.ZERO_DIVISOR);
        assertThat(result.why("k", "2024-01").get(0).message()).isEqualTo("0.1 + 0.2 - 0.3 is 0 in 2024-01");
    }

    /** 34 digits, of which a double tells 17. */
    @Test
    void numbersOfFormulasAndFactsKeepTheirDigits() {
        assertThat(asked(plus(name("amount"), number("0.000000000000000001")), "12345678901234567.89",
                Decimals.scale(18, RoundingMode.HALF_EVEN))).isEqualTo("12345678901234567.890000000000000001");
    }

    @Test
    void doublesAreTheNearestToTheExactValue() {
        Model model = new SmallModel().flows("a").kpi("third", over(name("a"), number("3"))).build();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 1).build()).decimals(CENTS).run();

        assertThat(result.value("third", "2024-01")).hasValue(1 / 3.0);
        assertThat(result.decimal("third", "2024-01")).contains(new BigDecimal("0.33"));
        assertThat(result.decimals()).isEqualTo(CENTS);
    }

    @Test
    void formulasAskedBesideAreExactToo() {
        Model model = new SmallModel().flows("a").kpi("k", name("a")).build();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 0.1).build())
                .decimals(CENTS).run();
        Answers answers = result.ask(List.of(minus(times(name("a"), number("3")), number("0.3"))));

        assertThat(answers.decimal(0, 0, 0)).contains(new BigDecimal("0.00"));
        assertThat(answers.valueOr(0, 0, 0, -1)).isZero();
    }

    @Test
    void whatNoDoubleCanHoldHasNoValue() {
        Model model = new SmallModel().flows("a").kpi("k", times(name("a"), name("a"))).build();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 1e200).build())
                .decimals(CENTS).run();

        assertThat(result.why("k", "2024-01")).extracting(Reason::code).containsExactly(Absence.DOMAIN);
    }

    /** A formula that squares forty times would have 10^12 digits. */
    @Test
    void noFormulaMakesNumbersGrowWithoutBound() {
        Expression formula = name("amount");
        for (int i = 0; i < 40; i++) {
            formula = new Power(formula, number("2"), Origin.NONE);
        }

        assertThat(asked(formula, "0.9999999999999", CENTS)).isEqualTo("0.90");
        assertThat(Math.pow(0.9999999999999, Math.pow(2, 40))).isBetween(0.895, 0.905);
    }

    @Test
    void costsMoreThanDoubles() {
        Model model = new SmallModel().flows("a").kpi("k", plus(name("a"), name("a"))).build();
        Evaluation asked = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 1).build());
        Evaluation strict = asked.limits(model.limits().with(Limit.COST, 30));

        assertThat(strict.run().value("k", "2024-01")).hasValue(2);
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> strict.decimals(CENTS).run())
                .satisfies(refused -> assertThat(refused.diagnostics()).extracting(diagnostic -> diagnostic.code())
                        .containsExactly(DiagnosticCode.TOO_COSTLY));
    }

    @Test
    void countsOfDifferentThingsStayCounts() {
        Model model = new SmallModel().input("buyers", InputKind.DISTINCT, UNKNOWN).kpi("k", name("buyers")).build();
        Facts facts = Facts.builder(model).identities("buyers",
                new LocalDate[] {LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 1)},
                new String[] {"A", "B"}).build();

        assertThat(Evaluation.of(model, facts).decimals(CENTS).run().decimal("k", "2024-01-01"))
                .contains(new BigDecimal("2.00"));
    }

    @Test
    void refusesToTellDecimalsThatWereNotAsked() {
        Model model = new SmallModel().flows("a").kpi("k", name("a")).build();
        Result result = Evaluation.of(model, Facts.startingAt("2024-01").column("a", 1).build()).run();

        assertThat(result.decimals()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> result.decimal("k", "2024-01"))
                .withMessage("decimals were not asked");
    }

    @Test
    void refusesDecimalsThatCannotBeGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.scale(101, RoundingMode.UP))
                .withMessage("a scale lies between -100 and 100, not at 101");
        assertThatIllegalArgumentException().isThrownBy(() -> Decimals.scale(2, RoundingMode.UNNECESSARY))
                .withMessage("results need rounding: say which way");
        assertThat(CENTS).hasToString("2 decimals, half even");
    }
}

package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.Checked;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Facts that are decimals stay the decimals that they are. */
class DecimalFactsTest {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final BigDecimal LONG = new BigDecimal("12345678901234567.89");

    private static BigDecimal only(FactsBuilder builder) {
        return builder.build().of("a").orElseThrow().decimal(0);
    }

    private static TextTable table(String... lines) {
        Iterator<String> rest = Arrays.asList(lines).iterator();
        int[] line = new int[1];
        return TextTable.of("a.csv", () -> rest.hasNext()
                ? new TextRow(++line[0], List.of(rest.next().split(",", -1))) : null).inputs("a");
    }

    @Test
    void aDoubleIsItsShortestDecimal() {
        Facts facts = Facts.startingAt("2024-01").column("a", 0.1, 1234567.25, 1e22).build();
        InputFacts of = facts.of("a").orElseThrow();

        assertThat(of.decimal(0)).isEqualByComparingTo("0.1");
        assertThat(of.decimal(1)).isEqualByComparingTo("1234567.25");
        assertThat(of.decimal(2)).isEqualByComparingTo("1e22");
        assertThat(of.hasLongDecimals()).isFalse();
    }

    @Test
    void takesDecimalsAndWholeNumbersOfTheLastDigit() {
        assertThat(only(Facts.startingAt("2024-01").column("a", LONG))).isEqualByComparingTo(LONG);
        assertThat(only(Facts.startingAt("2024-01").unscaled("a", 2, 1234567890123456789L))).isEqualByComparingTo(LONG);
        FactsBuilder builder = Facts.builder();
        builder.table("t", Grain.MONTH).inputs("a").row(JANUARY).unscaled("a", 2, 1234567890123456789L);
        assertThat(only(builder)).isEqualByComparingTo(LONG);
    }

    @Test
    void keepsNothingMoreOfWhatADoubleTells() {
        Facts decimals = Facts.startingAt("2024-01").column("a", new BigDecimal("123456789012.34")).build();

        assertThat(decimals.of("a").orElseThrow().hasLongDecimals()).isFalse();
        assertThat(decimals).isEqualTo(Facts.startingAt("2024-01").column("a", 123456789012.34).build());
    }

    @Test
    void factsThatDifferInADecimalAreNotEqual() {
        assertThat(Facts.startingAt("2024-01").column("a", LONG).build())
                .isEqualTo(Facts.startingAt("2024-01").column("a", LONG.setScale(5)).build())
                .isNotEqualTo(Facts.startingAt("2024-01").column("a", LONG.doubleValue()).build());
    }

    @Test
    void readsTextsAsTheyAreWrittenIfToldSo() throws IOException {
        FactsBuilder plain = Facts.builder().read(table("month,a", "2024-01,12345678901234567.89"));
        FactsBuilder exact = Facts.builder().decimals().read(table("month,a", "2024-01,12345678901234567.89"));

        assertThat(only(exact)).isEqualByComparingTo(LONG);
        assertThat(only(plain)).isEqualByComparingTo("12345678901234568");
    }

    @Test
    void keepsEachDecimalWithItsPeriodAndCell() throws IOException {
        Facts facts = Facts.builder().decimals().read(table("month,r,a", "2024-03,y,1",
                "2024-02,x,0.1234567890123456789", "2024-01,y,", "2024-01,x,12345678901234567.89").dimensions("r"))
                .build();
        InputFacts of = facts.of("a").orElseThrow();

        assertThat(List.of(of.decimal(0), of.decimal(1), of.decimal(2)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(LONG, new BigDecimal("0.1234567890123456789"), BigDecimal.ONE);
    }

    /** In doubles, a tenth and two tenths come to a number of 17 digits. */
    @Test
    void addsUpFactsOfOnePeriod() throws IOException {
        String[] rows = {"month,a", "2024-01,0.1", "2024-01,0.2"};

        assertThat(only(Facts.builder().decimals().read(table(rows).duplicates(DuplicateRule.SUM))))
                .isEqualByComparingTo("0.3");
        assertThat(only(Facts.builder().read(table(rows).duplicates(DuplicateRule.SUM))))
                .isEqualByComparingTo("0.30000000000000004");
    }

    @Test
    void aLaterFactReplacesTheDecimalToo() {
        FactsBuilder builder = Facts.builder();
        RowTable table = builder.table("t", Grain.MONTH).inputs("a").duplicates(DuplicateRule.LAST);
        table.row(JANUARY).value("a", LONG);
        table.row(JANUARY).value("a", BigDecimal.TEN);
        assertThat(only(builder)).isEqualByComparingTo(BigDecimal.TEN);
        table.row(JANUARY).value("a", LONG);
        assertThat(only(builder)).isEqualByComparingTo(LONG);
    }

    private record Order(Period month, BigDecimal amount) {}

    @Test
    void takesDecimalsOfRecords() {
        Facts facts = Facts.from(List.of(new Order(JANUARY, LONG), new Order(JANUARY, new BigDecimal("0.11"))))
                .period(Order::month).optionalInput("a", Order::amount).duplicates(DuplicateRule.SUM).build();

        assertThat(facts.of("a").orElseThrow().decimal(0)).isEqualByComparingTo("12345678901234568");
        assertThat(Facts.from(List.of(new Order(JANUARY, LONG))).period(Order::month).optionalInput("a", Order::amount)
                .build().of("a").orElseThrow().decimal(0)).isEqualByComparingTo(LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-301", "1e400"})
    void refusesDecimalsThatAreTooLong(String number) {
        FactsBuilder builder = Facts.startingAt("2024-01");

        assertThatIllegalArgumentException().isThrownBy(() -> builder.column("a", new BigDecimal(number)))
                .withMessageContaining("`a`");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Facts.startingAt("2024-01").column("a", new BigDecimal("1".repeat(101))))
                .withMessage("the value of `a` has more than 100 digits, or more than 300 after the point");
        assertThat(Facts.from(List.of(new Order(JANUARY, new BigDecimal("1e-301")))).period(Order::month)
                .optionalInput("a", Order::amount)).satisfies(records ->
                        assertThat(Facts.builder().records(records).check().isValid()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"1e-301", "1e-9999999999", "0.12345678901234567890123456789012345678901234567890"
            + "123456789012345678901234567890123456789012345678901"})
    void aTextThatIsTooLongIsAnError(String number) throws IOException {
        Checked<Facts> exact = Facts.builder().decimals().read(table("month,a", "2024-01," + number)).check();

        assertThat(exact.diagnostics()).singleElement().satisfies(error -> assertThat(error.message())
                .isEqualTo("`" + number + "` has more than 100 digits, or more than 300 after the point"));
        assertThat(Facts.builder().read(table("month,a", "2024-01," + number)).check().isValid()).isTrue();
    }

    @Test
    void aColumnNeedsAStart() {
        assertThatIllegalStateException().isThrownBy(() -> Facts.builder().column("a", BigDecimal.ONE));
    }
}

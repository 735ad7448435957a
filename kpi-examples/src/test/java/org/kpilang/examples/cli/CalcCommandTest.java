package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalcCommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "(revenue - cost) / revenue | revenue=25k   | cost=15k   | 0.4",
        "price * (1 + vat)          | price=100     | vat=19%    | 119",
        "a / b                      | a=1           | b=3        | 0.3333333333333333",
        "a * b                      | a=1.5M        | b= -2      | -3000000",
        "größe / größe_vorher       | größe=3       | größe_vorher=2 | 1.5"})
    void worksOutAFormula(String formula, String first, String second, String expected) {
        assertThat(Outcome.of("calc", formula, first, second)).isEqualTo(new Outcome(0, expected + "\n", ""));
    }

    @Test
    void takesFormulasThatBeginWithAMinus() {
        assertThat(Outcome.of("calc", "-3 ^ 2")).isEqualTo(new Outcome(0, "-9\n", ""));
        assertThat(Outcome.of("calc", "-x", "x=3")).isEqualTo(new Outcome(0, "-3\n", ""));
    }

    @Test
    void saysWhyThereIsNoValue() {
        assertThat(Outcome.of("calc", "a / b", "a=1", "b=0"))
                .isEqualTo(new Outcome(1, "", "no value: undefined: b is 0 (formula:1:5)\n"));
    }

    @Test
    void showsWhatIsWrongWithAFormula() {
        Outcome outcome = Outcome.of("calc", "a * (2", "a=1");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).startsWith("formula:1:7: error KPI-P003: `(` is not closed\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a      | kpi: `a` is not of the form name=value",
        "a=x    | kpi: the value of `a` is not a number: `x`",
        "a=     | kpi: the value of `a` is not a number: ``",
        "a=1+1  | kpi: the value of `a` is not a number: `1+1`",
        "a=1e999| kpi: the value of `a` is not a number: `1e999`",
        "a=NaN  | kpi: the value of `a` is not a number: `NaN`",
        "a=5 USD| kpi: the value of `a` is not a number: `5 USD`",
        "b=1    | kpi: the formula needs more values: a=…"})
    void refusesWhatIsNoValue(String value, String sentence) {
        assertThat(Outcome.of("calc", "2 * a", value)).isEqualTo(new Outcome(2, "", sentence + "\n"));
    }

    @Test
    void refusesValuesThatAreNotNeeded() {
        assertThat(Outcome.of("calc", "2 * a", "a=1", "a=2"))
                .isEqualTo(new Outcome(2, "", "kpi: `a` is given twice\n"));
        assertThat(Outcome.of("calc", "2 * alpha", "alpha=1", "alpah=2")).isEqualTo(new Outcome(2, "",
                "error KPI-N001: `alpah` is not in the formula\n  hint: did you mean `alpha`?\n"));
    }
}

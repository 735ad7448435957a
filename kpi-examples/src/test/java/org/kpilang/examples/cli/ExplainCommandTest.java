package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.DiagnosticCode;

class ExplainCommandTest {

    @Test
    void listsAllCodes() {
        Outcome outcome = Outcome.of("explain");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).startsWith("KPI-P001  something else was expected here\n")
                .hasLineCount(DiagnosticCode.values().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KPI-P009", "kpi-p009", "P009"})
    void showsThePageOfACode(String code) {
        assertThat(Outcome.of("explain", code)).isEqualTo(new Outcome(0, """
                KPI-P009: nothing is written here

                The text of a formula has no formula in it, only blanks or comments.

                    // to be written

                Write what is to be calculated:

                    revenue / customers // per customer
                """, ""));
    }

    @ParameterizedTest
    @EnumSource
    void hasAPageForEveryCode(DiagnosticCode code) {
        assertThat(Outcome.of("explain", code.id()).results()).startsWith(code + ": " + code.title()
                + "\n\n").doesNotContain("```");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "KPI-P09      | kpi: there is no code `KPI-P09`; did you mean `KPI-P009`, `KPI-K009` or `KPI-L009`?",
        "growth       | kpi: there is no code `growth`; kpi explain lists them all"})
    void refusesACodeThatDoesNotExist(String code, String sentence) {
        assertThat(Outcome.of("explain", code)).isEqualTo(new Outcome(2, "", sentence + "\n"));
    }
}

package org.kpilang.dsl.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A status that takes its time: by a margin, after some periods, and not on too little. */
class CautiousStatusTest {

    private static Judged share(String options, double... values) {
        double[] hundred = new double[values.length];
        Arrays.fill(hundred, 100);
        return Judged.of("""
                input a, b, answers : flow
                kpi share = a / b { unit percent  better higher
                  status green >= 42%, amber >= 38%, red otherwise""" + options + " }", "2026-01")
                .facts("a", values).facts("b", hundred);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "                                  | green amber green amber amber red amber green",
        ", after 2 periods                 | green green green green amber amber amber amber",
        ", after 3 periods                 | green green green green green green green green",
        ", margin 1 points                 | green green green green amber red amber amber",
        ", margin 1 points, after 2 periods| green green green green green green green green",
        ", margin 20%                      | green green green green green green green green"})
    void changesSlowly(String options, String statuses) {
        assertThat(share(options == null ? "" : options, 43, 41, 42, 41.5, 40, 36, 39, 42).statuses())
                .isEqualTo(statuses);
    }

    @Test
    void aBoundIsPassedByTheMarginToTheLastDigit() {
        assertThat(share(", margin 1 points", 42, 41, 40.99, 42.99, 43).statuses())
                .isEqualTo("green green amber amber green");
    }

    @Test
    void aMarginCountsBeforeARow() {
        assertThat(share(", margin 1 points, after 2 periods", 43, 41.5, 40.5, 40.9, 42.5, 43, 43).statuses())
                .as("41.5 and 42.5 have not passed the bound").isEqualTo("green green green amber amber amber green");
    }

    @Test
    void aPeriodWithoutDataEndsARow() {
        Judged gap = share(", after 2 periods", 43, 41).facts("a", "2026-04", 41, 41).facts("b", "2026-04", 100, 100);
        assertThat(gap.statuses()).isEqualTo("green green no data green amber");
    }

    @Test
    void isNotSaidOnTooLittle() {
        Judged few = share(", of at least 30 answers", 43, 41, 30, 43).facts("answers", 30, 29, 100);
        assertThat(few.statuses()).isEqualTo("green too few red too few");
        assertThat(share(", after 2 periods, of at least 30 answers", 43, 30, 30, 30).facts("answers", 50, 50, 5, 50)
                .statuses()).as("one that rests on too little ends a row").isEqualTo("green green too few green");
    }

    @Test
    void startsAnewWithEachDefinition() {
        Judged two = Judged.of("""
                input a, b : flow
                kpi share = a / b { until 2026-02  status green >= 42, red otherwise, after 2 periods }
                kpi share = a / b { since 2026-03  status green >= 50, red otherwise, after 2 periods }
                """, "2026-01").facts("a", 43, 41, 45, 55, 55).facts("b", 1, 1, 1, 1, 1);
        assertThat(two.statuses()).isEqualTo("green green red red green");
    }
}

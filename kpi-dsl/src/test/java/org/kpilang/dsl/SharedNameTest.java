package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.source.SourceText;

/** A column of facts is an input or a dimension, so the two cannot share a name. */
class SharedNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dimension size input size: flow kpi a = size | `size` is a dimension already, defined at a.kpi:1:11",
        "input size: flow dimension size kpi a = size | `size` is an input already, defined at a.kpi:1:7"})
    void anInputAndADimensionOfOneNameAreRefused(String text, String message) {
        assertThat(KpiLanguage.check(SourceText.of("a.kpi", text)).diagnostics())
                .anySatisfy(diagnostic -> {
                    assertThat(diagnostic.code().id()).isEqualTo("KPI-N002");
                    assertThat(diagnostic.message()).isEqualTo(message);
                });
    }
}

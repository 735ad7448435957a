package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.Formula;
import org.kpilang.source.SourceText;

/** KPIs worked out in annual reports, filings and textbooks, with formulas and names as they stand there. */
class WorkedKpisTest {

    private static final List<NamedCsvRecord> CASES =
            CsvReader.builder().ofNamedCsvRecord(Cases.text("worked-kpis.csv")).stream().toList();

    @Test
    void areAllThere() {
        assertThat(CASES).hasSize(190);
        assertThat(CASES).extracting(row -> row.getField("case_id")).doesNotHaveDuplicates();
    }

    @TestFactory
    Stream<DynamicTest> comeToWhatWasPublished() {
        return CASES.stream().map(row ->
                dynamicTest(row.getField("case_id") + ": " + row.getField("formula"), () -> agrees(row)));
    }

    /** What is right is not warned of. */
    @TestFactory
    Stream<DynamicTest> areNotWarnedOf() {
        return CASES.stream().map(row -> dynamicTest(row.getField("case_id"), () ->
                assertThat(Formula.check(SourceText.ofFormula(row.getField("formula"))).diagnostics()).isEmpty()));
    }

    private static void agrees(NamedCsvRecord row) {
        assertThat(Formula.parse(row.getField("formula")).value(Cases.inputs(row.getField("inputs"))).orElseThrow())
                .isCloseTo(Double.parseDouble(row.getField("expected")),
                        within(Double.parseDouble(row.getField("tolerance"))));
    }
}

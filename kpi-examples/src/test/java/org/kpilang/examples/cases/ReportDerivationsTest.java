package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.Formula;

/** Derivations over annual reports as experts annotated them: TAT-QA, CC BY 4.0. */
class ReportDerivationsTest {

    private static final List<NamedCsvRecord> CASES =
            CsvReader.builder().ofNamedCsvRecord(Cases.text("report-derivations.csv")).stream().toList();

    @Test
    void areAllThere() {
        assertThat(CASES).hasSize(447);
        assertThat(CASES).extracting(row -> row.getField("case_id")).doesNotHaveDuplicates();
    }

    /** As numbers. */
    @TestFactory
    Stream<DynamicTest> comeToWhatWasAnnotated() {
        return CASES.stream().map(row -> dynamicTest(row.getField("case_id") + ": "
                + row.getField("expression_normalised"),
                () -> agrees(row, row.getField("expression_normalised"), Map.of())));
    }

    /** As a formula over names, with the numbers as facts. */
    @TestFactory
    Stream<DynamicTest> comeToTheSameByName() {
        return CASES.stream().map(row -> dynamicTest(row.getField("case_id") + ": " + row.getField("formula_named"),
                () -> agrees(row, row.getField("formula_named"), Cases.inputs(row.getField("inputs")))));
    }

    private static void agrees(NamedCsvRecord row, String formula, Map<String, Double> inputs) {
        double multiplier = Double.parseDouble(row.getField("result_multiplier"));
        assertThat(Formula.parse(formula).value(inputs).orElseThrow() * multiplier)
                .isCloseTo(Double.parseDouble(row.getField("expected")),
                        within(Double.parseDouble(row.getField("tolerance"))));
    }
}

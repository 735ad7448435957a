package org.kpilang.dsl.internal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;

/**
 * Formulas read aloud: the file ends with the reading of each KPI. To write the readings anew, run with
 * {@code -Dgolden.update=true} and review the difference.
 */
class SpokenFormulaTest {

    private static final Path FILE = Path.of("src/test/resources/library/readings.txt");
    private static final String SEPARATOR = "----\n";

    @Test
    void readsEveryKindOfFormula() throws IOException {
        String golden = Files.readString(FILE);
        int end = golden.indexOf(SEPARATOR) + SEPARATOR.length();
        Model model = KpiLanguage.model(golden.substring(0, end - SEPARATOR.length()));
        StringBuilder readings = new StringBuilder();
        for (Kpi kpi : model.kpis()) {
            readings.append(kpi.formula()).append("\n    ").append(SpokenFormula.of(model).sentence(kpi.definition()))
                    .append('\n');
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(FILE, golden.substring(0, end) + readings);
        }
        assertThat(readings).hasToString(golden.substring(end));
    }
}

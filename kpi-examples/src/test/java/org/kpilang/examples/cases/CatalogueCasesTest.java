package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.kpilang.dsl.Formula;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.time.Period;

/**
 * KPIs worked out in annual reports, filings and textbooks, each by the KPI of the catalogue that it is. Where there is
 * none, such as for a mean of the margins of three years, or where the source rounds on the way, the formula alone is
 * tested.
 */
class CatalogueCasesTest {

    private static final List<NamedCsvRecord> CASES =
            CsvReader.builder().ofNamedCsvRecord(Cases.text("worked-kpis.csv")).stream().toList();

    /**
     * For each formula the KPI, what its inputs are in terms of the formula's, what the KPI is multiplied by to come to
     * the unit that is printed, and the period. {@code opening(x)} and what was before is the value of the period before;
     * {@code x := v} defines something anew.
     */
    private static final Map<String, NamedCsvRecord> KPIS = CsvReader.builder()
            .ofNamedCsvRecord(Cases.text("worked-kpis-in-the-catalogue.csv")).stream()
            .collect(Collectors.toMap(row -> row.getField("formula"), row -> row));

    @Test
    void nearlyAllCasesAreKpisOfTheCatalogue() {
        assertThat(CASES).allSatisfy(row -> assertThat(KPIS).containsKey(row.getField("formula")));
        assertThat(CASES).filteredOn(row -> !kpi(row).isEmpty()).hasSize(165);
    }

    @TestFactory
    Stream<DynamicTest> comeToWhatWasPublished() {
        return CASES.stream().filter(row -> !kpi(row).isEmpty()).map(row ->
                dynamicTest(row.getField("case_id") + ": " + kpi(row), () -> agrees(row)));
    }

    private static String kpi(NamedCsvRecord row) {
        return KPIS.get(row.getField("formula")).getField("kpi");
    }

    private static void agrees(NamedCsvRecord row) {
        NamedCsvRecord mapping = KPIS.get(row.getField("formula"));
        String file = mapping.getField("kpi").split("\\.")[0];
        String kpi = mapping.getField("kpi").substring(file.length() + 1);
        Map<String, Double> inputs = Cases.inputs(row.getField("inputs"));
        Period period = GregorianCalendar.INSTANCE.parse(period(mapping.getField("period"), inputs));

        StringBuilder own = new StringBuilder("use standard.").append(file).append(" only ").append(kpi).append('\n');
        Map<String, double[]> given = new TreeMap<>();
        for (String said : mapping.getField("given").split("; ")) {
            String[] sides = said.split(" :?= ");
            if (said.contains(" := ")) {
                String value = sides[1].replaceAll("^\\w+$|^\\w+(?= )", String.valueOf(number(sides[1].split(" ")[0], inputs)));
                own.append(sides[1].contains(" day") ? "kpi " : "constant ").append(sides[0]).append(" = ")
                        .append(sides[1].contains(" day") ? value : number(sides[1], inputs)).append('\n');
                continue;
            }
            boolean before = sides[0].endsWith("]") || sides[0].startsWith("opening(");
            String input = sides[0].replaceAll("^opening\\(|\\)$|\\[.*]$", "");
            given.computeIfAbsent(input, first -> new double[] {Double.NaN, Double.NaN})[before ? 0 : 1] =
                    number(sides[1], inputs);
        }
        Model model = KpiLanguage.model(own.toString());
        FactsBuilder facts = Facts.builder(model);
        given.forEach((input, values) -> facts.series(input, series(period, values)));
        Result result = Evaluation.of(model, facts.build()).kpis(kpi).grain(period.grain()).from(period).to(period).run();
        assertThat(result.value(kpi, period.toString()).orElseThrow() * Double.parseDouble(mapping.getField("factor")))
                .isCloseTo(Double.parseDouble(row.getField("expected")),
                        within(Double.parseDouble(row.getField("tolerance"))));
    }

    private static Series series(Period period, double[] values) {
        Series.Builder series = Series.builder(period.plus(-1));
        for (double value : values) {
            if (Double.isNaN(value)) {
                series.unknown();
            } else {
                series.add(value);
            }
        }
        return series.build();
    }

    /** The year, or the one in which there are as many days. */
    private static String period(String said, Map<String, Double> inputs) {
        return !said.equals("days") ? said
                : inputs.get("days") == 91 ? "2016-Q1" : inputs.get("days") == 90 ? "2015-Q1" : "2015";
    }

    private static double number(String formula, Map<String, Double> inputs) {
        Formula parsed = Formula.parse(formula);
        Map<String, Double> needed = new HashMap<>(inputs);
        needed.keySet().retainAll(parsed.inputs());
        return parsed.value(needed).orElseThrow();
    }
}

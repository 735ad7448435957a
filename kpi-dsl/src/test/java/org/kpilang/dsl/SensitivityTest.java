package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.Sensitivity;
import org.kpilang.explain.Sensitivity.Influence;
import org.kpilang.explain.Sensitivity.Nature;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** How much formulas depend on their inputs, by numbers that can be checked by hand. */
class SensitivityTest {

    private static final String INPUTS = """
            dimension region
            input sales, cost, units, north_sales : flow
            input customers : stock
            input load      : peak
            input price     : level weighted by units
            input seen      : distinct
            constant vat  = 25%
            constant twice = 2 * vat
            constant part = 75%
            kpi asked =""";

    /** January to March of 2024. */
    private static Evaluation question(String formula) {
        Model model = KpiLanguage.model(INPUTS + " " + formula + "\n");
        return Evaluation.of(model, Facts.builder(model).startingAt("2024-01")
                .column("sales", 100, 200, 300).column("cost", 60, 100, 150).column("customers", 10, 20, 40)
                .column("load", 7, 9, 9).column("price", 4, 5, 6).column("units", 10, 20, 30).column("seen", 5, 6, 7)
                .build());
    }

    private static Influence influence(String formula, String period, String name) {
        Sensitivity sensitivity = Sensitivity.of(question(formula), "asked", Period.parse(period));
        return sensitivity.ranking().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (sales - cost) / sales                     | 2024-03 | sales     |  0.005              | EXACT
            (sales - cost) / sales                     | 2024-03 | cost      | -0.005              | EXACT
            (sales - cost) / sales                     | 2024-Q1 | sales     |  0.0051666666666667 | EXACT
            sales[year to date]                        | 2024-03 | sales     |  3                  | EXACT
            sales[previous]                            | 2024-03 | sales     |  0                  | EXACT
            growth(sales, 1 month)                     | 2024-03 | sales     |  0.015              | EXACT
            (sales / cost)[previous] * sales           | 2024-03 | sales     |  6                  | EXACT
            customers                                  | 2024-Q1 | customers |  0.4                | EXACT
            opening(customers)                         | 2024-03 | customers |  0                  | EXACT
            average(customers)                         | 2024-03 | customers |  0.2                | EXACT
            load                                       | 2024-Q1 | load      |  0.09               | EXACT
            load[last 2 months]                        | 2024-03 | load      |  0.09               | KINK
            load[last 2 months]                        | 2024-02 | load      |  0.09               | EXACT
            price                                      | 2024-Q1 | price     |  0.0533333333333333 | EXACT
            price                                      | 2024-Q1 | units     |  0                  | EXACT
            price[last 2 months]                       | 2024-03 | price     |  0.036              | EXACT
            price[last 2 months]                       | 2024-03 | units     |  0.0024             | EXACT
            avg(sales over 3 months)                   | 2024-03 | sales     |  1                  | EXACT
            sum(sales over 2 months)                   | 2024-03 | sales     |  3                  | EXACT
            stddev(sales over 3 months)                | 2024-03 | sales     |  1.5                | EXACT
            median(sales over 3 months)                | 2024-03 | sales     |  0                  | EXACT
            median(sales over 2 months)                | 2024-03 | sales     |  1.5                | EXACT
            max(sales over 3 months)                   | 2024-03 | sales     |  3                  | EXACT
            min(sales over 3 months)                   | 2024-03 | sales     |  0                  | EXACT
            quantile(sales over 3 months, 75%)         | 2024-03 | sales     |  1.5                | EXACT
            slope(sales over 3 months)                 | 2024-03 | sales     |  1.5                | EXACT
            count(sales over 3 months)                 | 2024-03 | sales     |  0                  | EXACT
            rank(sales over 3 months)                  | 2024-03 | sales     |  0                  | EXACT
            ewma(sales, 50%)                           | 2024-03 | sales     |  1.5                | EXACT
            avg(sales / cost over 3 months)            | 2024-03 | cost      | -0.0066666666666667 | EXACT
            cumulative(sales)                          | 2024-03 | sales     |  3                  | EXACT
            index(sales, at 2024-01)                   | 2024-03 | sales     |  3                  | EXACT
            index(sales, at 2024-01)                   | 2024-01 | sales     |  0                  | EXACT
            max(sales, 300)                            | 2024-03 | sales     |  3                  | KINK
            max(sales, 200)                            | 2024-03 | sales     |  3                  | EXACT
            min(sales, 200)                            | 2024-03 | sales     |  0                  | EXACT
            clamp(sales, 0, 250)                       | 2024-03 | sales     |  0                  | EXACT
            abs(cost - sales)                          | 2024-03 | sales     |  3                  | EXACT
            abs(sales - 300)                           | 2024-03 | sales     |  3                  | KINK
            if sales > 250 then sales else 0           | 2024-03 | sales     |  3                  | EXACT
            if sales > 300 then 2 * sales else sales   | 2024-03 | sales     |                     | JUMP
            if sales > 300 then sales else 300         | 2024-03 | sales     |  3                  | KINK
            if sales >= 300 and cost > 0 then 1 else 0 | 2024-03 | sales     |                     | JUMP
            floor(sales / 100)                         | 2024-03 | sales     |                     | JUMP
            floor(sales / 90)                          | 2024-03 | sales     |  0                  | EXACT
            mod(sales, 70)                             | 2024-03 | sales     |  3                  | EXACT
            sqrt(sales / 3)                            | 2024-03 | sales     |  0.05               | EXACT
            ln(sales)                                  | 2024-03 | sales     |  0.01               | EXACT
            exp(sales / 300)                           | 2024-03 | sales     |  0.0271828182845905 | EXACT
            sales ^ 2                                  | 2024-03 | sales     |  1800               | EXACT
            2 ^ (sales / 100)                          | 2024-03 | sales     |  0.1663553233343869 | EXACT
            weighted_avg(sales, 1, cost, 3)            | 2024-03 | sales     |  0.75               | EXACT
            nps(sales, cost, customers)                | 2024-03 | sales     |  0.2873802582257393 | EXACT
            rate_high(cost, sales)                     | 2024-03 | cost      |  0.0049696         | APPROXIMATE
            seen[previous] else sales                  | 2024-01 | sales     |  1                  | EXACT
            sales * vat                                | 2024-03 | vat       |  0.75               | EXACT
            sales * twice                              | 2024-03 | vat       |  1.5                | EXACT
            sales * twice                              | 2024-03 | twice     |  1.5                | EXACT
            avg(sales * vat over 3 months)             | 2024-03 | vat       |  0.5                | EXACT
            quantile(sales over 3 months, part)        | 2024-03 | part      |                     | NOT_CHANGEABLE
            sales / seen                               | 2024-03 | seen      |                     | NOT_CHANGEABLE
            """)
    void aFormulaChangesByWhatItsFormTells(String formula, String period, String name, Double change, Nature nature) {
        Influence influence = influence(formula, period, name);
        assertThat(influence.nature()).isEqualTo(nature);
        if (change == null) {
            assertThat(influence.change()).isNaN();
            assertThat(influence.elasticity()).isNaN();
        } else {
            double digits = nature == Nature.APPROXIMATE ? 1e-4 : 1e-12;
            assertThat(influence.change()).isCloseTo(change, within(digits * Math.max(1, Math.abs(change))));
        }
    }

    /** Waits of 1, 2, 4 and 9 in January, and of 10 and 20 in February. */
    private static Evaluation waits(String formula) {
        Model model = KpiLanguage.model("input wait : values\nkpi asked = " + formula + "\n");
        FactsBuilder facts = Facts.builder(model);
        RowTable table = facts.table("waits", Grain.MONTH).inputs("wait");
        for (int wait : new int[] {9, 1, 4, 2}) {
            table.row(Period.parse("2024-01")).value("wait", wait);
        }
        table.row(Period.parse("2024-02")).value("wait", 20);
        table.row(Period.parse("2024-02")).value("wait", 10);
        return Evaluation.of(model, facts.build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sum(wait)                   | 2024-01 | 0.16                | EXACT
            avg(wait)                   | 2024-01 | 0.04                | EXACT
            median(wait)                | 2024-01 | 0.03                | EXACT
            quantile(wait, 90%)         | 2024-01 | 0.075               | EXACT
            stddev(wait)                | 2024-01 | 0.03559026084010437 | EXACT
            min(wait)                   | 2024-01 | 0.01                | EXACT
            max(wait)                   | 2024-01 | 0.09                | EXACT
            count(wait)                 | 2024-01 | 0                   | EXACT
            share_within(wait, 3)       | 2024-01 | 0                   | EXACT
            share_within(wait, 4)       | 2024-01 |                     | JUMP
            avg(wait) / count(wait)     | 2024-01 | 0.01                | EXACT
            avg(wait[last 2 months])    | 2024-02 | 0.05                | EXACT
            median(wait[last 2 months]) | 2024-02 | 0                   | EXACT
            max(wait[last 2 months])    | 2024-02 | 0.2                 | EXACT
            """)
    void aStatisticOfEventsChangesAsTheyAllDo(String formula, String period, Double change, Nature nature) {
        Influence wait = Sensitivity.of(waits(formula), "asked", Period.parse(period)).ranking().get(0);
        assertThat(wait.nature()).isEqualTo(nature);
        assertThat(wait.amount()).isNaN();
        if (change == null) {
            assertThat(wait.change()).isNaN();
        } else {
            assertThat(wait.change()).isCloseTo(change, within(1e-12));
        }
    }

    @Test
    void inputsAreRankedByWhatTheyChange() {
        Sensitivity margin = Sensitivity.of(question("(sales - cost * (1 + vat)) / sales"), "asked",
                Period.parse("2024-03"));
        // 1 - 150 * 1.25 / 300 = 0.375; sales and cost move it by 0.00625, the tax alone by 150 * 0.25 / 300 / 100.
        assertThat(margin.value()).isEqualTo(0.375);
        assertThat(margin.ranking()).extracting(Influence::name).containsExactly("sales", "cost", "vat");
        assertThat(margin.ranking().get(0).elasticity()).isCloseTo(0.625 / 0.375, within(1e-12));
        assertThat(margin.ranking().get(1).elasticity()).isCloseTo(-0.625 / 0.375, within(1e-12));
        assertThat(margin.ranking().get(2).change()).isCloseTo(-0.00125, within(1e-15));
        assertThat(margin.ranking()).extracting(Influence::amount).containsExactly(300.0, 150.0, 0.25);
        assertThat(margin.ranking()).extracting(Influence::isConstant).containsExactly(false, false, true);
    }

    @Test
    void onlyTheSliceThatIsAskedMoves() throws IOException {
        Model model = KpiLanguage.model("""
                dimension region
                input sales : flow
                kpi share = sales / sales[all region]
                """);
        Facts facts = Facts.builder(model).read(TextTable.of("sales.csv", CsvText.of(new StringReader(
                "month,region,sales\n2024-01,north,30\n2024-01,south,70\n")))).build();
        Sensitivity share = Sensitivity.of(Evaluation.of(model, facts), "share", Slice.of("region", "north"),
                Period.parse("2024-01"));
        // 100 * (1 / 100 - 30 / 100²) * 30 / 100
        assertThat(share.ranking().get(0).change()).isCloseTo(0.0021, within(1e-15));
        assertThat(Map.of("north", share.ranking().get(0).amount())).containsEntry("north", 30.0);
    }

    @Test
    void whatHasNoValueHasNoInfluences() {
        Sensitivity none = Sensitivity.of(question("growth(sales, 1 year)"), "asked", Period.parse("2024-03"));
        assertThat(none.value()).isNaN();
        assertThat(none.ranking()).allSatisfy(influence -> assertThat(influence.change()).isNaN());
    }
}

package org.kpilang.dsl.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.model.InputDefinition;

class CatalogueEntriesTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    private static CatalogueEntry entry(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }

    @Test
    void hasTheKpisOfThirteenTrades() {
        assertThat(CATALOGUE.domains()).hasSize(13).allSatisfy(domain -> {
            assertThat(domain.title()).startsWith("The KPIs of ").doesNotEndWith(".");
            assertThat(domain.entries()).isNotEmpty();
            assertThat(CATALOGUE.domain(domain.file())).contains(domain);
        });
        assertThat(CATALOGUE.entries()).hasSize(229).extracting(CatalogueEntry::id).doesNotHaveDuplicates();
        assertThat(CATALOGUE.domain("saaas")).isEmpty();
    }

    @Test
    void saysWhatAKpiIs() {
        CatalogueEntry dso = entry("dso");
        CatalogueKpi kpi = dso.kpi();
        assertThat(dso.domain()).isEqualTo("finance");
        assertThat(dso.section()).contains("Turnover and days");
        assertThat(dso.label()).isEqualTo("Days sales outstanding");
        assertThat(kpi.formula()).isEqualTo("average(receivables) / credit_sales * days_counted()");
        assertThat(kpi.reading())
                .isEqualTo("Trade receivables on average divided by sales on credit, times the days of the window.");
        assertThat(kpi.unit()).isEqualTo("day");
        assertThat(kpi.direction()).contains("lower is better");
        assertThat(kpi.timing()).contains("lagging");
        assertThat(kpi.level()).contains("operational");
        assertThat(kpi.range()).isEmpty();
        assertThat(kpi.otherNames()).contains("average collection period");
        assertThat(kpi.traps()).hasSize(1);
        assertThat(kpi.sources()).hasSize(1);
        assertThat(kpi.examples()).contains(new WorkedExample("2023",
                List.of("opening(receivables) = 5.5M", "receivables = 5.5M", "credit_sales = 40M"), "50.19"));
        assertThat(kpi.examples().get(1))
                .hasToString("in 2023, opening(receivables) = 5.5M, receivables = 5.5M and credit_sales = 40M"
                        + " give 50.19");
        assertThat(dso.variants()).extracting(variant -> variant.variant().orElseThrow())
                .containsExactly("closing_balance", "net_sales", "countback", "best_possible");
    }

    /** Through net margin and the like, too. */
    @Test
    void listsAllInputsAndConstantsThatAreNeeded() {
        CatalogueKpi payback = entry("cac_payback").kpi();
        assertThat(payback.uses()).containsExactly("cac", "arpa", "gross_margin");
        assertThat(payback.inputs()).extracting(InputDefinition::name)
                .containsExactly("sales_cost", "marketing_cost", "new_customers", "mrr", "customers", "revenue",
                        "cogs");
        assertThat(entry("mrr_target_gap").kpi().constants()).extracting(constant -> constant.name() + constant.value())
                .containsExactly("mrr_goal25k money");
    }

    @Test
    void saysWhatIsDifferentAboutAVariant() {
        CatalogueEntry dso = entry("dso");
        assertThat(dso.differences(dso.variants().get(0))).isEmpty();
        assertThat(dso.differences(dso.variants().get(1)))
                .containsExactly("needs `revenue` in place of `credit_sales`");
        CatalogueEntry burn = entry("burn_multiple");
        assertThat(burn.differences(burn.variants().get(0))).containsExactly("higher is better");
        CatalogueEntry cost = entry("freight_cost_ratio");
        assertThat(cost.differences(cost.variants().get(0)))
                .containsExactly("needs `units_sold` in place of `revenue`", "its unit is money / item");
    }

    /** What is shown can be written into a file again: formulas are formulas, and digits are kept. */
    @Test
    void everyFormulaAndFigureIsAsItIsWritten() {
        assertThat(CATALOGUE.entries()).allSatisfy(entry -> assertThat(entry.definitions()).allSatisfy(kpi -> {
            assertThat(KpiLanguage.formula(kpi.formula())).isEqualTo(kpi.checked().formula());
            assertThat(kpi.reading()).endsWith(".").doesNotContain("_", "  ", "null");
            assertThat(kpi.examples()).isNotEmpty().allSatisfy(example -> assertThat(example.given()).isNotEmpty());
        }));
        assertThat(entry("arpu").variants().get(1).examples().get(0).result()).isEqualTo("0.50");
    }

    @Test
    void writesItForPrograms() throws IOException {
        StringBuilder out = new StringBuilder();
        CatalogueJson.of(List.of(entry("gross_profit"))).write(out);
        assertThat(out).hasToString("""
                {
                  "kpis": [
                    {
                      "domain": "finance",
                      "section": "Revenue and profit",
                      "id": "gross_profit",
                      "label": "Gross profit",
                      "description": "What is left of revenue after the cost of what was sold.",
                      "formula": "revenue - cogs",
                      "reading": "Net revenue less cost of goods and services sold.",
                      "unit": "money",
                      "range": null,
                      "direction": "higher is better",
                      "timing": "lagging",
                      "level": "strategic",
                      "otherNames": ["gross income"],
                      "uses": [],
                      "inputs": [
                        {
                          "name": "revenue",
                          "label": "Net revenue",
                          "unit": "money",
                          "kind": "flow"
                        },
                        {
                          "name": "cogs",
                          "label": "Cost of goods and services sold",
                          "unit": "money",
                          "kind": "flow"
                        }
                      ],
                      "constants": [],
                      "traps": ["%s"],
                      "sources": ["SEC Regulation S-X 5-03"],
                      "examples": [
                        {
                          "during": null,
                          "given": ["revenue = 200", "cogs = 120"],
                          "result": "80"
                        }
                      ],
                      "variants": []
                    }
                  ]
                }
                """.formatted(entry("gross_profit").kpi().traps().get(0)));
    }

    @Test
    void cannotBeChanged() {
        assertThatThrownBy(() -> CATALOGUE.domains().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry("dso").variants().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> entry("dso").kpi().inputs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}

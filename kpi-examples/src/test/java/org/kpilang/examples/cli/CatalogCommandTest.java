package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kpilang.dsl.catalogue.Catalogue;
import org.kpilang.dsl.catalogue.CatalogueDomain;

class CatalogCommandTest {

    private static final Catalogue CATALOGUE = Catalogue.standard();

    @Test
    void listsTheTrades() {
        Outcome outcome = Outcome.of("catalog");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results().lines().skip(2).map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(CATALOGUE.domains().stream().map(CatalogueDomain::name).toList());
        assertThat(outcome.results())
                .containsPattern("(?m)^it +13 +\\d+ +The KPIs of software delivery and operations$");
        assertThat(Outcome.of("catalogue")).isEqualTo(outcome);
    }

    @Test
    void listsTheKpisOfATrade() {
        Outcome outcome = Outcome.of("catalog", "healthcare");
        assertThat(outcome).isEqualTo(new Outcome(0, """
                Name                  KPI                      Unit           Better
                ────────────────────  ───────────────────────  ─────────────  ──────
                alos                  Average length of stay   day / patient  lower
                bed_occupancy         Bed occupancy            percent        –
                bed_turnover          Bed turnover             patient / bed  higher
                turnover_interval     Turnover interval        day / patient  lower
                readmission_30d       30-day readmission rate  percent        lower
                four_hour_target      Four-hour target         percent        higher
                patient_satisfaction  Patient satisfaction     percent        higher
                """, ""));
    }

    @Test
    void showsAllThatIsKnownOfAKpi() {
        assertThat(Outcome.of("catalog", "dso"))
                .isEqualTo(new Outcome(0, CATALOGUE.find("dso").orElseThrow().markdown(), ""))
                .isEqualTo(Outcome.of("catalog", "Days sales outstanding"))
                .isEqualTo(Outcome.of("catalog", "dso.countback"));
        assertThat(Outcome.of("catalog", "scrap_rate").results()).isEqualTo("""
                ## Scrap rate (`scrap_rate`)

                What part of the units is scrapped.

                ```kpi
                scrap_units / units_produced
                ```

                Units scrapped divided by units produced.

                - unit `percent`; lower is better; usually lagging; operational
                - also called reject rate, waste
                - needs
                  - `scrap_units` Units scrapped: item, a flow
                  - `units_produced` Units produced: item, a flow
                - example: `scrap_units = 6` and `units_produced = 400` give **1.5%**
                """);
    }

    @Test
    void searches() {
        assertThat(Outcome.of("catalog", "--search", "inventory turns").results()).startsWith("""
                Name                Trade""").contains("\ninventory_turnover  finance");
        assertThat(Outcome.of("catalog", "--search", "rate").results()).containsPattern("\nand \\d+ more\n$");
        assertThat(Outcome.of("catalog", "--search", "OEE", "--format", "json").results())
                .startsWith("{\n  \"kpis\": [\n    {\n      \"domain\": \"manufacturing\",")
                .contains("\"id\": \"oee\"", "\"id\": \"oee_quality\"");
    }

    @Test
    void writesAPage(@TempDir Path folder) throws IOException {
        Path page = folder.resolve("kpis.html");
        assertThat(Outcome.of("catalog", "--html", page.toString())).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readString(page)).isEqualTo(CATALOGUE.html());
        Path nowhere = folder.resolve("nowhere").resolve("kpis.html");
        assertThat(Outcome.of("catalog", "--html", nowhere.toString())).isEqualTo(new Outcome(2, "",
                "kpi: " + nowhere + " cannot be written: there is no such folder\n"));
    }

    @Test
    void refusesWhatThereIsNot() {
        assertThat(Outcome.of("catalog", "churnn")).isEqualTo(new Outcome(2, "", "kpi: there is no trade and no KPI"
                + " `churnn`; did you mean `customer_churn`, `annualised_churn` or `customer_churn_avg`?\n"));
        assertThat(Outcome.of("catalog", "grossmargin2")).isEqualTo(new Outcome(2, "",
                "kpi: there is no trade and no KPI `grossmargin2`; did you mean `gross_margin`?\n"));
        assertThat(Outcome.of("catalog", "zzzzzz")).isEqualTo(new Outcome(2, "",
                "kpi: there is no trade and no KPI `zzzzzz`; kpi catalog lists the trades\n"));
        assertThat(Outcome.of("catalog", "--search", "zzzzzz")).isEqualTo(new Outcome(2, "",
                "kpi: no KPI has to do with `zzzzzz`; kpi catalog lists the trades\n"));
        assertThat(Outcome.of("catalog", "saas", "--search", "churn").exit()).isEqualTo(2);
        assertThat(Outcome.of("catalog", "--format", "yaml"))
                .isEqualTo(new Outcome(2, "", "kpi: Invalid value for option '--format': `yaml` is not"
                        + " one of text, json; see kpi catalog --help\n"));
    }
}

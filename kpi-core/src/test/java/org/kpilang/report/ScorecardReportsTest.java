package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Totals;
import org.kpilang.scorecard.Scorecard;

/** One scorecard as text, JSON, CSV and Markdown. */
class ScorecardReportsTest {

    private static final Scorecard WHOLE = Scorecard.of(Sample.whole().ask().run());
    private static final Scorecard BY_REGION = Scorecard.of(Sample.byRegion().ask().by("region").run());
    private static final Scorecard HOSTILE = Scorecard.of(Sample.hostile().ask().by("region").run());

    @Test
    void aLineForEachKpiInTheLastPeriodWithValues() {
        assertThat(ScorecardText.of(WHOLE)).hasToString("""
                3 KPIs in 2024-03: 1 ◆ red, 2 not judged

                KPI                               Value  Target  Status  Since 2024-02  Trend
                ─────────────────────────  ────────────  ──────  ──────  ─────────────  ─────
                Gross margin                      33.3%   42.0%  ◆ red   ↓ -5.9 points  ██▁
                Revenue                    1,500.00 USD                  ↑ +20.0%       ▁▅█
                Customer acquisition cost             –                                 ▄
                """);
    }

    @Test
    void theLeastImportantColumnsAreLeftOutWhereThereIsNoRoom() {
        assertThat(ScorecardText.of(WHOLE).width(60).text().lines().skip(2).findFirst().orElseThrow())
                .isEqualTo("KPI                               Value  Target  Status");
        assertThat(ScorecardText.of(WHOLE).width(1).text().lines().skip(2).findFirst().orElseThrow())
                .isEqualTo("KPI                               Value  Status");
    }

    @Test
    void slicesStandBelowTheirKpi() {
        assertThat(ScorecardText.of(BY_REGION).text()).contains("\nGross margin ", "\n  Americas ", "\n  EMEA ");
    }

    @Test
    void colorAndPlainCharactersAreOnRequest() {
        assertThat(ScorecardText.of(WHOLE).text()).doesNotContain("\u001B");
        assertThat(ScorecardText.of(WHOLE).colored().text()).contains("\u001B[31m◆ red\u001B[0m");
        assertThat(ScorecardText.of(WHOLE).ascii().text()).contains("  ##_\n", "  _=#\n");
        assertThat(ScorecardText.of(WHOLE).locale(Locale.GERMANY).text()).contains("33,3\u00A0%", "1.500,00\u00A0€"
                .replace("€", "$"));
    }

    @Test
    void nothingInNamesMovesTheCursor() {
        assertThat(ScorecardText.of(HOSTILE).text()).contains("<U+001B>[31mred", "<U+202E>gnp.exe")
                .doesNotContain("\u001B", "\u202E");
    }

    @Test
    void openPeriodsAreNotReportedYet() {
        Scorecard open = Scorecard.of(Sample.whole().ask().openFrom("2024-03").run());
        assertThat(ScorecardText.of(open).text()).startsWith("3 KPIs in 2024-02: 1 ▲ amber, 2 not judged\n");
        assertThat(MarkdownReport.of(open).text()).contains("**2024-03, open:** 1,500.00 USD so far");
    }

    @Test
    void theJsonIsThatOfItsSchema() throws IOException {
        for (Scorecard scorecard : List.of(WHOLE, BY_REGION, HOSTILE)) {
            assertThat(JsonSchema.problems("scorecard.schema.json", ScorecardJson.of(scorecard).text())).isEmpty();
            assertThat(JsonSchema.problems("result.schema.json", JsonReport.of(scorecard.result()).text())).isEmpty();
        }
        assertThat(JsonSchema.problems("scorecard.schema.json", JsonReport.of(WHOLE.result()).text()))
                .contains(" has no period", " has calendar");
    }

    @Test
    void theJsonTellsWhereEachSliceStands() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ScorecardJson.of(BY_REGION).text());
        assertThat(json.get("period").asText()).isEqualTo("2024-03");
        assertThat(json.get("counts").toString()).isEqualTo("[{\"status\":\"red\",\"tone\":\"bad\",\"kpis\":1}]");
        JsonNode margin = json.get("kpis").get(0);
        assertThat(margin.get("slices")).hasSize(3);
        assertThat(margin.get("slices").get(1).get("slice").toString()).isEqualTo("{\"region\":\"EMEA\"}");
        JsonNode total = margin.get("slices").get(2);
        assertThat(total.get("value").asDouble()).isEqualTo(1.0 / 3);
        assertThat(total.get("target").asDouble()).isEqualTo(0.42);
        assertThat(total.get("change").get("by").asDouble()).isEqualTo(1.0 / 3 - 0.39224310275889646);
        assertThat(total.get("change").get("against").asText()).isEqualTo("2024-02");
        assertThat(total.get("change").get("strength").asText()).isEqualTo("down");
        assertThat(total.get("change").get("verdict").asText()).isEqualTo("undirected");
        assertThat(margin.get("fingerprint").asText()).hasSize(16);
        assertThat(margin.get("signals").isNull()).isTrue();
        assertThat(total.get("changeOnYear").isNull()).isTrue();
        JsonNode costs = json.get("kpis").get(2).get("slices").get(2).get("values");
        assertThat(costs.get(0).asInt()).isEqualTo(50);
        assertThat(costs.get(1).isNull()).isTrue();
    }

    @Test
    void theRowsOfAScorecardHaveTargetStatusAndChange() {
        assertThat(CsvReport.of(Scorecard.of(Sample.whole().ask().kpis("gross_margin", "cac").run()))).hasToString("""
                kpi,period,value,unit,reason,target,status,change,verdict,change_on_year,verdict_on_year
                gross_margin,2024-01,0.4,percent,,0.38,green,,,,
                gross_margin,2024-02,0.39224310275889646,percent,,0.4,amber,-0.007756897241103566,undirected,,
                gross_margin,2024-03,0.3333333333333333,percent,,0.42,red,-0.05890976942556314,undirected,,
                cac,2024-01,50,USD / customer,,,,,,,
                cac,2024-02,,USD / customer,ZERO_DIVISOR,,,,,,
                cac,2024-03,,USD / customer,NO_FACT,,,,,,
                """);
    }

    @Test
    void markdownHasTheSameContents() {
        String text = MarkdownReport.of(ReportContents.of(BY_REGION).title("A *bold* report").asOf("today")
                .line("Facts", "sales_2024.csv")).text();
        assertThat(text).startsWith("# A \\*bold\\* report\n\n2024-03, with 2024-01 to 2024-03, as of today\n")
                .contains("\n## Headlines", "\n### Gross margin · ◆ red\n", "| Americas | 31.3% |",
                        "`(revenue - cost) / revenue`", "\nFacts: sales\\_2024.csv\n");
    }

    @Test
    void nothingInNamesIsTakenForMarkup() {
        String text = MarkdownReport.of(HOSTILE).text();
        assertThat(text).contains("\\</script\\>", "<U+202E>gnp.exe".replace("<", "\\<").replace(">", "\\>"))
                .doesNotContain("</script>", "\u001B", "\u202E", "\u2028");
        for (String line : text.lines().filter(line -> line.startsWith("|")).toList()) {
            assertThat(line.replaceAll("\\\\.", "").chars().filter(c -> c == '|').count()).as(line)
                    .isGreaterThan(2);
            assertThat(line).endsWith("|");
        }
        assertThat(MarkdownText.of("1. x")).isEqualTo("1\\. x");
        assertThat(MarkdownText.of("- x")).isEqualTo("\\- x");
        assertThat(MarkdownText.of("see https://a.b or www.a.b")).isEqualTo("see https\\://a.b or www\\.a.b");
        assertThat(MarkdownText.code("a `b` | c")).isEqualTo("``a `b` \\| c``");
    }

    @Test
    void withoutTotalsThereIsNothingToReport() {
        Scorecard parts = Scorecard.of(Sample.byRegion().ask().by("region").totals(Totals.NONE).run());
        assertThatThrownBy(() -> ScorecardText.of(parts)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ScorecardJson.of(parts)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HtmlReport.of(parts)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a report needs the totals of its KPIs, which were not asked");
    }
}

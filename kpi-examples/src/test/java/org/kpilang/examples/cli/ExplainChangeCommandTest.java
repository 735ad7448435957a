package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainChangeCommandTest {

    private static final String MODEL = """
            currency USD
            unit order
            dimension region
            input revenue, cost_of_sales : USD flow
            input price : USD / order level weighted by orders
            input orders : order flow
            kpi gross_margin "Gross margin" = (revenue - cost_of_sales) / revenue { unit percent }
            kpi before = revenue - revenue[1 month ago]
            kpi sales = price * orders
            """;
    private static final String FACTS = """
            month,region,revenue,cost_of_sales,price,orders
            2024-01,EMEA,220,121,10,5
            2024-01,APAC,110,66,20,5
            2024-02,EMEA,250,150,11,5
            2024-02,LATAM,50,30,30,2
            """;

    @TempDir
    private Path folder;
    private ModelAndFacts files;

    @BeforeEach
    void write() {
        files = ModelAndFacts.in(folder, "saas", MODEL, FACTS);
    }

    private Outcome explain(String kpi, String... options) {
        return files.run("explain-change", List.of(kpi), options);
    }

    @Test
    void drawsAWaterfallWhoseRowsAddUp() {
        assertThat(explain("gross_margin", "--from", "2024-01", "--to", "2024-02")).isEqualTo(new Outcome(0, """
                Gross margin fell by 3.3 points, from 43.3% in 2024-01 to 40.0% in 2024-02.

                What moved         Before       After  Adds (points)
                ─────────────  ──────────  ──────────  ─────────────  ────────────────────────────────
                2024-01                                        43.3%                                 │
                revenue        330.00 USD  300.00 USD           -5.5  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
                cost of sales  187.00 USD  180.00 USD           +2.2  █████████████
                2024-02                                        40.0%               │
                """, ""));
    }

    @Test
    void membersThatComeAndGoAreNamed() {
        assertThat(explain("gross_margin", "--to", "2024-02", "--by", "region").results())
                .contains("revenue, APAC (gone)", "revenue, LATAM (new)", "revenue, EMEA ");
        assertThat(explain("gross_margin", "--to", "2024-02", "--by", "region", "--per", "member").results())
                .contains("EMEA ", "APAC ", "LATAM ").doesNotContain("revenue");
    }

    @Test
    void partsOfTheBusinessAreCompared() {
        assertThat(explain("gross_margin", "--to", "2024-01", "--from", "2024-01", "--slice", "region=EMEA", "--to-slice",
                "region=APAC").results())
                .startsWith("Gross margin fell by 5.0 points, from 45.0% in 2024-01 for region = EMEA to 40.0% in 2024-01"
                        + " for region = APAC.\n");
    }

    @Test
    void methodsCanBeChosen() {
        assertThat(explain("sales", "--to", "2024-02", "--by", "region", "--method", "price-volume-mix").results())
                .contains("price ", "new ", "discontinued ");
        assertThat(explain("sales", "--to", "2024-02", "--method", "shapley").results()).contains("price ", "orders ");
        assertThat(explain("sales", "--to", "2024-02", "--method", "lmdi")).isEqualTo(
                new Outcome(2, "", "kpi: --method lmdi needs --by, a dimension\n"));
    }

    /** Planned are 300 of revenue and 165 of cost: 45 %. */
    @Test
    void tellsWhatMakesItDifferentFromItsTarget() throws IOException {
        Files.writeString(files.model(), MODEL.replace("{ unit percent }",
                "{ unit percent  better higher  target (planned_revenue - planned_cost) / planned_revenue }")
                + "input planned_revenue, planned_cost : USD flow\n"
                + "kpi stated = revenue { better higher  target 400 by 2024-02 }\n");
        Files.writeString(files.facts(), """
                month,region,revenue,cost_of_sales,price,orders,planned_revenue,planned_cost
                2024-01,EMEA,220,121,10,5,200,100
                2024-02,EMEA,300,180,11,5,300,165
                """);
        Outcome margin = explain("gross_margin", "--to", "2024-02", "--from-target");
        assertThat(margin.results()).startsWith(
                "Gross margin is lower by 5.0 points, from a target of 45.0% to 40.0% in 2024-02.\n").contains(
                "cost of sales against planned cost  165.00 USD  180.00 USD");
        assertThat(explain("stated", "--to", "2024-02", "--from-target").results())
                .startsWith("stated is lower by 100.00 USD, from a target of 400.00 to 300.00 in 2024-02.\n");
        assertThat(explain("sales", "--to", "2024-02", "--from-target")).isEqualTo(
                new Outcome(2, "", "kpi: sales has no target in 2024-02\n"));
        assertThat(explain("stated", "--to", "2024-02", "--from", "2024-01", "--from-target").messages())
                .isEqualTo("kpi: --from-target goes with --to and --slice alone\n");
        JsonNode json = new ObjectMapper().readTree(
                explain("gross_margin", "--to", "2024-02", "--from-target", "--format", "json").results());
        assertThat(json.get("change").asDouble()).isCloseTo(-0.05, within(1e-12));
        assertThat(json.get("rows")).hasSize(1);
    }

    @Test
    void whatIsNothingInTheDigitsShownIsOneRow() throws IOException {
        Files.writeString(files.model(), "input a, b, c, d : flow\nkpi k = (a + b + c + d) / 1000 { unit percent }\n");
        Files.writeString(files.facts(), "month,a,b,c,d\n2024-01,500,1,2,3\n2024-02,600,1.1,1.9,3.1\n");
        assertThat(explain("k", "--to", "2024-02")).isEqualTo(new Outcome(0, """
                k rose by 10.0 points, from 50.6% in 2024-01 to 60.6% in 2024-02.

                What moved  Before  After  Adds (points)
                ──────────  ──────  ─────  ─────────────  ────────────────────────────────
                2024-01                            50.6%  │
                a              500    600          +10.0  ████████████████████████████████
                3 others                             0.0                                 █
                2024-02                            60.6%                                 │
                """, ""));
        JsonNode json = new ObjectMapper().readTree(explain("k", "--to", "2024-02", "--format", "json").results());
        assertThat(json.get("rows")).hasSize(4);
        Files.writeString(files.facts(), "month,a,b,c,d\n2024-01,500,1,2,3\n2024-02,600,1.1,2,3\n");
        assertThat(explain("k", "--to", "2024-02").results()).contains("\nb ").doesNotContain("others");
    }

    @Test
    void saysWhyItCannotBeSplit() {
        assertThat(explain("before", "--to", "2024-02")).isEqualTo(new Outcome(1, """
                before from 2024-01 to 2024-02 cannot be split: there is no value in 2024-01: revenue has no facts before \
                2024-01, and 2023-12 is asked.
                """, ""));
    }

    @Test
    void writesJson() throws IOException {
        JsonNode json = new ObjectMapper().readTree(explain("gross_margin", "--to", "2024-02", "--by", "region",
                "--format", "json").results());
        assertThat(json.get("from").get("period").asText()).isEqualTo("2024-01");
        assertThat(json.get("refusal").isNull()).isTrue();
        double sum = 0;
        for (JsonNode row : json.get("rows")) {
            sum += row.get("amount").asDouble();
        }
        assertThat(Math.abs(sum - json.get("change").asDouble())).isLessThan(1e-12);
        assertThat(json.get("rows")).anySatisfy(row -> {
            assertThat(row.get("sort").asText()).isEqualTo("new");
            assertThat(row.get("member").asText()).isEqualTo("LATAM");
        });
    }

    @Test
    void refusesPeriodsOfUnlikeLength() {
        assertThat(explain("sales", "--from", "2024-01", "--to", "2024-Q1")).isEqualTo(
                new Outcome(2, "", "kpi: 2024-01 and 2024-Q1 are not of the same length\n"));
        assertThat(explain("sales")).isEqualTo(
                new Outcome(2, "", "kpi: give --from or --to, a period such as 2024-03\n"));
    }
}

package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCommandTest {

    private static final String MODEL = """
            currency USD
            unit customer
            dimension region
            input revenue, cost_of_sales : USD flow
            input customers : customer stock
            input new_customers : customer flow
            input spend : USD flow
            define ratio(a, b) = a / b
            kpi gross_margin "Gross margin" = (revenue - cost_of_sales) / revenue { unit percent }
            kpi arpa = ratio(revenue, customers)
            kpi two_months = gross_margin[last 2 months] { unit percent }
            kpi cac = spend / new_customers
            kpi share = revenue[region = "EMEA"] / revenue[all region] { unit percent }
            kpi doubled = revenue * 2 { since 2024-02 }
            kpi doubled = revenue * 3 { until 2024-01 }
            """;
    private static final String FACTS = """
            month,region,revenue,cost_of_sales,customers,new_customers,spend
            2024-01,EMEA,200,120,10,2,100
            2024-01,APAC,100,70,5,1,50
            2024-02,EMEA,250,150,12,0,120
            2024-02,APAC,110,66,6,0,60
            """;

    @TempDir
    private Path folder;
    private ModelAndFacts files;

    @BeforeEach
    void write() {
        files = ModelAndFacts.in(folder, "saas", MODEL, FACTS);
    }

    private Outcome why(String kpi, String... options) {
        return files.run("why", List.of(kpi, "--at", "2024-02"), options);
    }

    @Test
    void tellsTheFormulaWithNamesAndThenWithNumbers() {
        assertThat(why("gross_margin", "--slice", "region=EMEA")).isEqualTo(new Outcome(0, """
                Gross margin in 2024-02 for region = EMEA is 40.0%.

                Gross margin = (revenue - cost of sales) / revenue = (250.00 USD - 150.00 USD) / 250.00 USD = 40.0%

                Read                Value         Known  Asked    Facts
                ─────────────  ──────────  ────────────  ───────  ──────────────────
                revenue        250.00 USD  1 of 1 month  2024-02  2024-01 to 2024-02
                cost of sales  150.00 USD  1 of 1 month  2024-02  2024-01 to 2024-02
                """, ""));
    }

    @Test
    void tellsTheFactsInsideAStatistic() throws IOException {
        Files.writeString(files.model(), MODEL + "kpi usual = avg(gross_margin over 2 months) { unit percent"
                + "  description \"The mean.\" }\n"
                + "kpi known = avg(avg(spend over 2 months) over 2 months at least 1)\n");
        assertThat(why("usual")).isEqualTo(new Outcome(0, """
                usual in 2024-02 is 38.3%.

                usual = avg(Gross margin over 2 months) = 38.3%

                Read                             Value          Known  Asked               Facts
                ───────────────────────────────  ─────  ─────────────  ──────────────────  ──────────────────
                avg(Gross margin over 2 months)  38.3%
                  revenue                               2 of 2 months  2024-01 to 2024-02  2024-01 to 2024-02
                  cost of sales                         2 of 2 months  2024-01 to 2024-02  2024-01 to 2024-02
                """, ""));
        assertThat(why("known").results()).as("from the first to the last month that it looks at").contains(
                "\n  spend ", "2 of 3 months  2023-12 to 2024-02  2024-01 to 2024-02");
        JsonNode part = new ObjectMapper().readTree(why("usual", "--format", "json").results())
                .get("steps").get(0).get("parts").get(0);
        assertThat(part.get("facts").isNull()).isTrue();
        assertThat(part.get("inside").get(1).toString()).isEqualTo("{\"input\":\"cost_of_sales\",\"known\":2,"
                + "\"asked\":{\"from\":\"2024-01\",\"to\":\"2024-02\"},"
                + "\"extent\":{\"from\":\"2024-01\",\"to\":\"2024-02\"}}");
    }

    @Test
    void tellsTheWindowInWords() {
        assertThat(why("two_months")).isEqualTo(new Outcome(0, """
                two months in 2024-02 is 38.5%.

                two months = Gross margin[last 2 months] = 38.5%

                Gross margin, last 2 months to 2024-02
                  = (revenue - cost of sales) / revenue
                  = (660.00 USD - 406.00 USD) / 660.00 USD
                  = 38.5%

                Read                                          Value          Known  Asked               Facts
                ───────────────────────────────────────  ──────────  ─────────────  ──────────────────  ──────────────────
                revenue, last 2 months to 2024-02        660.00 USD  2 of 2 months  2024-01 to 2024-02  2024-01 to 2024-02
                cost of sales, last 2 months to 2024-02  406.00 USD  2 of 2 months  2024-01 to 2024-02  2024-01 to 2024-02
                """, ""));
    }

    @Test
    void functionsOfTheModelAreSteps() {
        assertThat(why("arpa").results()).contains("""
                arpa = ratio(revenue, customers) = 20.00 USD / customer

                ratio(revenue, customers) = revenue / customers = 360.00 USD / 18 customer = 20.00 USD / customer
                """);
    }

    @Test
    void tellsWhyThereIsNoValue() {
        assertThat(why("cac").results()).startsWith("""
                cac in 2024-02 has no value: new_customers is 0 in 2024-02.

                cac = spend / new customers = 180.00 USD / 0 customer = no value
                """);
    }

    @Test
    void tellsWhichDefinitionHeld() {
        assertThat(why("doubled").results())
                .contains("doubled (since 2024-02) = revenue * 2 = 360.00 USD * 2 = 720.00 USD\n");
        assertThat(why("doubled", "--as-defined", "2024-01").results())
                .contains("doubled (until 2024-01) = revenue * 3 = 360.00 USD * 3 = 1,080.00 USD\n");
    }

    @Test
    void partsOfTheBusinessAreNamed() {
        assertThat(why("share").results()).contains(
                "share = revenue[region = \"EMEA\"] / revenue[all region] = 250.00 USD / 360.00 USD = 69.4%\n");
    }

    @Test
    void writesJson() throws IOException {
        JsonNode json = new ObjectMapper().readTree(why("gross_margin", "--slice", "region=EMEA", "--format", "json").results());
        assertThat(json.get("kpi").asText()).isEqualTo("gross_margin");
        assertThat(json.get("slice").get("region").asText()).isEqualTo("EMEA");
        assertThat(json.get("value").asDouble()).isEqualTo(0.4);
        JsonNode step = json.get("steps").get(0);
        assertThat(step.get("formula").asText()).isEqualTo("(revenue - cost_of_sales) / revenue");
        assertThat(step.get("numbers").asText()).isEqualTo("(250.00 USD - 150.00 USD) / 250.00 USD");
        assertThat(step.get("parts")).hasSize(2);
        assertThat(step.get("parts").get(0).get("facts").get("known").asInt()).isEqualTo(1);
        JsonNode absent = new ObjectMapper().readTree(why("cac", "--format", "json").results());
        assertThat(absent.get("value").isNull()).isTrue();
        assertThat(absent.get("reasons").get(0).get("code").asText()).isEqualTo("ZERO_DIVISOR");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(why("gross_margn").messages()).contains("gross_margin");
        assertThat(why("gross_margin", "--slice", "region=EMEE")).isEqualTo(new Outcome(2, "",
                "kpi: there are no facts for region = EMEE; did you mean `region = EMEA`?\n"));
        assertThat(Outcome.of("why", files.model().toString(), "cac", "--at", "2024-02").messages())
                .startsWith("kpi: Missing required option: '--facts=FACTS.csv'");
        assertThat(Outcome.of("why", files.model().toString(), "cac", "--facts", files.facts().toString(), "--at", "Ides").exit())
                .isEqualTo(2);
    }

    @Test
    void namesCannotMoveTheCursor() throws IOException {
        Files.writeString(files.model(), MODEL.replace("\"Gross margin\"", "\"Gross \u001B[31mmargin\""));
        assertThat(why("gross_margin").results()).contains("Gross <U+001B>[31mmargin").doesNotContain("\u001B");
    }
}

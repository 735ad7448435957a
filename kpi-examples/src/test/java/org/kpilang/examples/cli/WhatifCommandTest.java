package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatifCommandTest {

    private static final String MODEL = """
            currency USD
            dimension region
            input revenue : USD flow
            input cost    : USD flow range at least 0
            constant vat = 25%
            kpi margin "Gross margin" = (revenue - cost) / revenue { unit percent }
            kpi taxed = revenue * (1 + vat)
            """;
    private static final String FACTS = """
            month,region,revenue,cost
            2024-01,EMEA,200,120
            2024-01,APAC,100,60
            2024-02,EMEA,220,121
            2024-02,APAC,180,79
            """;

    @TempDir
    private Path folder;
    private ModelAndFacts files;

    @BeforeEach
    void write() {
        files = ModelAndFacts.in(folder, "m", MODEL, FACTS);
    }

    private Outcome whatif(String... options) {
        return files.run("whatif", List.of(), options);
    }

    @Test
    void putsWhatWouldBeBesideWhatIs() {
        assertThat(whatif("--change", "revenue +20%")).isEqualTo(new Outcome(0, """
                KPI           Period   Actual  Supposed     Change
                ────────────  ───────  ──────  ────────  ─────────
                Gross margin  2024-01   40.0%     50.0%  +10.0 pts
                Gross margin  2024-02   50.0%     58.3%   +8.3 pts
                taxed         2024-01  375.00    450.00     +75.00
                taxed         2024-02  500.00    600.00    +100.00
                """, ""));
    }

    @Test
    void changesSlicesPeriodsConstantsAndFormulas() {
        assertThat(whatif("--change", "cost[region = \"EMEA\"] -30 during 2024-01", "--change", "vat = 20%",
                "--by", "region", "--to", "2024-01")).isEqualTo(new Outcome(0, """
                KPI           Slice  Period   Actual  Supposed     Change
                ────────────  ─────  ───────  ──────  ────────  ─────────
                Gross margin  APAC   2024-01   40.0%     40.0%    0.0 pts
                Gross margin  EMEA   2024-01   40.0%     55.0%  +15.0 pts
                Gross margin  Total  2024-01   40.0%     50.0%  +10.0 pts
                taxed         APAC   2024-01  125.00    120.00      -5.00
                taxed         EMEA   2024-01  250.00    240.00     -10.00
                taxed         Total  2024-01  375.00    360.00     -15.00
                """, ""));
        assertThat(whatif("--change", "margin = cost / revenue", "--kpi", "margin", "--to", "2024-01"))
                .isEqualTo(new Outcome(0, """
                        KPI           Period   Actual  Supposed     Change
                        ────────────  ───────  ──────  ────────  ─────────
                        Gross margin  2024-01   40.0%     60.0%  +20.0 pts
                        """, ""));
    }

    @Test
    void findsWhatAnInputMustBe() {
        assertThat(whatif("--goal", "margin = 50%", "--by", "revenue")).isEqualTo(new Outcome(0, """
                for Gross margin to be 50.0%, revenue must be

                Period      Now  Needed  Change  In percent
                ───────  ──────  ──────  ──────  ──────────
                2024-01  300.00  360.00  +60.00      +20.0%
                2024-02  400.00  400.00    0.00       +0.0%
                """, ""));
        assertThat(whatif("--goal", "margin = 100%", "--by", "revenue", "--to", "2024-01").results())
                .endsWith("\nmargin does not reach 100% in 2024-01 by revenue: it goes from -61340% to 99.9414% for 0 to"
                        + " 1024 times what it is\n");
    }

    @Test
    void staysWithinTheDeclaredRange() {
        assertThat(whatif("--goal", "margin = 150%", "--by", "cost", "--to", "2024-01").results())
                .endsWith("\ncost would have to be -150 instead of 180 in 2024-01, with facts such as -50, and is declared to"
                        + " be at least 0\n");
    }

    @Test
    void seeksAGoalUnderTheChanges() {
        assertThat(whatif("--goal", "margin = 50%", "--by", "cost", "--change", "revenue +10%", "--to", "2024-01").results())
                .contains("2024-01  180.00  165.00  -15.00       -8.3%");
    }

    @Test
    void showsWhichInputMattersMost() {
        assertThat(whatif("--kpi", "taxed")).isEqualTo(new Outcome(0, """
                taxed in 2024-02 is 500.00; if one of these is 1% more, it changes by

                Name        Now  Change  In percent
                ───────  ──────  ──────  ──────────  ────────
                revenue  400.00   +5.00      +1.00%
                vat        0.25   +1.00      +0.20%  constant
                """, ""));
    }

    @Test
    void writesJson() throws IOException {
        JsonNode comparison = json("--change", "revenue +20%", "--kpi", "margin", "--by", "region");
        assertThat(comparison.at("/assumptions/0").asText()).isEqualTo("revenue * 1.2");
        assertThat(comparison.at("/kpis/0/series/2/slice").isEmpty()).isTrue();
        assertThat(comparison.at("/kpis/0/series/2/supposed/0").asDouble()).isEqualTo(0.5);
        assertThat(comparison.at("/kpis/0/series/0/slice/region").asText()).isEqualTo("APAC");
        JsonNode goal = json("--goal", "margin = 100%", "--by", "revenue");
        assertThat(goal.at("/results/0/reached").asBoolean()).isFalse();
        assertThat(goal.at("/results/0/why").asText()).isEqualTo("out of reach");
        assertThat(json("--goal", "margin = 0.25", "--by", "cost").at("/results/0/after").asDouble()).isEqualTo(225);
        JsonNode sensitivity = json("--kpi", "margin");
        assertThat(sensitivity.at("/influences/0/elasticity").asDouble()).isEqualTo(1);
    }

    private JsonNode json(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--format", "json"));
        Outcome outcome = whatif(all.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.messages()).isZero();
        return new ObjectMapper().readTree(outcome.results());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            --change | revenue 10%                | a change is written like
            --change | revenue + cost             | `cost` is no number
            --change | revenue +                  | a change is written like
            --change | revenue +1 during 2024-13  | --change: `2024-13`
            --change | revenue[region] +1         | `region` is not like
            --change | revenu +1                  | the model has no input or constant `revenu`
            --change | margin +1                  | `margin` is a KPI
            --change | margin = (                 | `(`:
            --change | revenue[region = "X"] +1   | no fact has `X` as its region
            --goal   | margin                     | --goal needs --by
            --kpi    | margin,taxed               | say what is different with --change
            """)
    void refusesWhatItCannotDo(String option, String text, String message) {
        Outcome outcome = whatif(option, text);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).contains(message);
    }

    @Test
    void refusesAGoalThatIsNone() {
        assertThat(whatif("--goal", "margin", "--by", "revenue").messages())
                .contains("a goal is written like `gross_margin = 45%`");
        assertThat(whatif("--goal", "margn = 4%", "--by", "revenue").messages()).contains("did you mean `margin`?");
    }
}

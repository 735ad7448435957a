package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code kpi scorecard}: what waits for somebody on a day. */
class ScorecardCommandTest {

    private static final String MODEL = """
            input sold, visits : flow
            kpi sales "Sales" = sold { owner "Ann", "Bob"  review monthly }
            kpi interest = visits { review quarterly }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("shop.kpi"), MODEL);
        Files.writeString(folder.resolve("sold.csv"), "month,sold\n2026-01,5\n2026-02,6\n");
        Files.writeString(folder.resolve("visits.csv"), "month,visits\n2026-01,50\n2026-02,60\n2026-03,70\n");
    }

    private Outcome scorecard(String... options) {
        List<String> arguments = new ArrayList<>(List.of("scorecard", folder.resolve("shop.kpi").toString(), "--facts",
                folder.resolve("sold.csv").toString(), "--facts", folder.resolve("visits.csv").toString()));
        arguments.addAll(List.of(options));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    @Test
    void tellsWhatIsStaleAndDue() {
        String without = scorecard().results();
        assertThat(without).isNotEmpty().doesNotContain("As of");
        assertThat(scorecard("--as-of", "2026-04-02", "--reviewed", "sales=2026-02-15", "--reviewed",
                "interest=2026-02-01")).isEqualTo(new Outcome(0, without + """

                        As of 2026-04-02:
                        Sales waits for facts: sold ends with 2026-02, and 2026-03 is over (Ann, Bob)
                        Sales was due for review on 2026-03-15 (Ann, Bob)
                        """, ""));
        assertThat(scorecard("--as-of", "2026-04-02", "--days-allowed", "5", "--reviewed", "sales=2026-03-15",
                "--reviewed", "interest=2026-02-01").results())
                .isEqualTo(without + "\nAs of 2026-04-02: nothing is stale or due\n");
        assertThat(scorecard("--as-of", "2026-04-02", "--kpi", "interest").results())
                .endsWith("\nAs of 2026-04-02:\ninterest was never reviewed\n");
    }

    @Test
    void tellsItAsJson() throws IOException {
        JsonNode json = new ObjectMapper().readTree(scorecard("--as-of", "2026-04-02", "--reviewed", "sales=2026-02-15",
                "--reviewed", "interest=2026-02-01", "--format", "json").results());
        assertThat(json.get("as_of").asText()).isEqualTo("2026-04-02");
        assertThat(json.get("scorecard"))
                .isEqualTo(new ObjectMapper().readTree(scorecard("--format", "json").results()));
        assertThat(json.get("waiting")).hasSize(2);
        assertThat(json.get("waiting").get(0).toString()).isEqualTo("{\"event\":\"stale\",\"kpi\":\"sales\","
                + "\"slice\":{},\"day\":\"2026-03-31\",\"owners\":[\"Ann\",\"Bob\"],\"sentence\":"
                + "\"Sales waits for facts: sold ends with 2026-02, and 2026-03 is over\"}");
        assertThat(json.get("waiting").get(1).get("event").asText()).isEqualTo("review");
    }

    @Test
    void refusesWhatItCannotTell() {
        assertThat(scorecard("--as-of", "2026-04-02", "--format", "csv")).isEqualTo(
                new Outcome(2, "", "kpi: --as-of goes with --format table or json\n"));
        assertThat(scorecard("--as-of", "2026-04-02", "--reviewed", "sale=2026-02-15").messages())
                .isEqualTo("kpi: --reviewed: there is no KPI sale; did you mean `sales`?\n");
        assertThat(scorecard("--as-of", "April").messages()).contains("Invalid value for option '--as-of'");
    }
}

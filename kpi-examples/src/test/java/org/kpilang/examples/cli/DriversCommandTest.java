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

class DriversCommandTest {

    private static final String MODEL = """
            currency USD
            unit order
            dimension region
            input revenue, cost : USD flow
            input orders : order flow
            kpi profit = revenue - cost
            kpi order_rate = orders / days() { drives profit  unit order / day }
            """;
    private static final String FACTS = """
            month,region,revenue,cost,orders
            2024-01,EMEA,200,120,31
            2024-01,APAC,100,60,62
            2024-02,EMEA,220,121,29
            2024-02,APAC,180,79,58
            """;

    @TempDir
    private Path folder;
    private ModelAndFacts files;

    @BeforeEach
    void write() {
        files = ModelAndFacts.in(folder, "m", MODEL, FACTS);
    }

    private Outcome drivers(String kpi, String... options) {
        return files.run("drivers", List.of(kpi), options);
    }

    @Test
    void showsATreeOfWhatMovedAKpi() {
        assertThat(drivers("profit", "--from", "2024-01", "--to", "2024-02", "--by", "region"))
                .isEqualTo(new Outcome(0, """
                        Driver                  2024-01  2024-02   Change     Adds
                        ──────────────────────  ───────  ───────  ───────  ───────
                        profit                   120.00   200.00   +80.00
                        ├─ revenue               300.00   400.00  +100.00  +100.00
                        ├─ cost                  180.00   200.00   +20.00   -20.00
                        ├─ order rate (drives)        3        3        0
                        │  └─ orders                 93       87       -6
                        ├─ region APAC            40.00   101.00   +61.00   +61.00
                        └─ region EMEA            80.00    99.00   +19.00   +19.00
                        """, ""));
    }

    @Test
    void showsAPartOfTheBusinessAndMembersBelowOtherKpis() throws IOException {
        Outcome part = drivers("profit", "--from", "2024-01", "--to", "2024-02", "--slice", "region=EMEA");
        assertThat(part.results()).contains("profit                    80.00    99.00  +19.00");
        assertThat(drivers("profit", "--from", "2024-01", "--to", "2024-02", "--slice", "region=LATAM").messages())
                .contains("there are no facts for region = LATAM");
        Files.writeString(files.model(), MODEL + "kpi result = profit * 2\n");
        Outcome below = drivers("result", "--from", "2024-01", "--to", "2024-02", "--by", "region", "--members-below",
                "profit");
        assertThat(below.results()).contains("│  ├─ region APAC", "│  └─ region EMEA", "├─ region APAC",
                "└─ region EMEA");
        assertThat(drivers("result", "--from", "2024-01", "--to", "2024-02", "--members-below", "profits").messages())
                .contains("did you mean `profit`?");
    }

    @Test
    void writesJson() throws IOException {
        Outcome outcome = drivers("profit", "--from", "2024-01", "--to", "2024-02", "--format", "json");
        JsonNode children = new ObjectMapper().readTree(outcome.results()).get("root").get("children");
        assertThat(children.get(0).get("id").asText()).isEqualTo("revenue");
        assertThat(children.get(0).get("relation").asText()).isEqualTo("formula");
        assertThat(children.get(0).get("contribution").asDouble()).isEqualTo(100);
        assertThat(children.get(2).get("relation").asText()).isEqualTo("drives");
        assertThat(children.get(2).get("contribution").isNull()).isTrue();
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThat(drivers("profits", "--from", "2024-01", "--to", "2024-02").messages()).contains("did you mean `profit`?");
        assertThat(drivers("profit", "--from", "2024-02", "--to", "2024-01").messages())
                .contains("drivers are shown from a period to a later one");
        assertThat(drivers("profit", "--from", "2024-01").messages()).contains("Missing required option: '--to");
    }
}

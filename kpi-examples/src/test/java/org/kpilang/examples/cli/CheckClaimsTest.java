package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims about timing, held against fifty years of the economy of the United States by {@code kpi check --facts}. */
class CheckClaimsTest {

    private static final String INPUTS = "input permits, production, weeks_unemployed : level\n"
            + "kpi industrial = production { better higher }\n";

    @TempDir
    private Path folder;

    private Outcome check(String kpis, String... more) throws IOException {
        String model = Files.writeString(folder.resolve("m.kpi"), INPUTS + kpis).toString();
        String[] arguments = new String[more.length + 2];
        arguments[0] = "check";
        arguments[1] = model;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return Outcome.of(arguments);
    }

    @Test
    void aContradictedClaimIsWarnedOf() throws IOException {
        Outcome outcome = check("kpi jobless = weeks_unemployed { leading industrial by 3 months }\nkpi houses = permits\n",
                "--facts", "economy/economy.csv");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.messages())
                .contains("m.kpi:3:34: warning KPI-M007: `jobless` is said to lead `industrial`, and the"
                + " history contradicts it: jobless comes about 9 months (4 to 12) after industrial");
        assertThat(outcome.results()).endsWith("m.kpi: 3 KPIs over 3 inputs, no errors\n" + folder.resolve("m.kpi")
                + ": 1 claim about timing, 0 supported, 1 contradicted, 0 undecided\n");
    }

    @Test
    void aSupportedClaimAndAnUndecidedOneAreNot() throws IOException {
        Outcome outcome = check("kpi houses = permits { coincident with industrial }\n"
                + "kpi jobless = weeks_unemployed { lagging drives industrial }\n", "--facts", "economy/economy.csv");
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).contains("2 claims about timing, 1 supported, 0 contradicted, 1 undecided");
    }

    @Test
    void verboseTellsHowMuchMoreHistoryItTakes() throws IOException {
        StringBuilder few = new StringBuilder("month,permits,production,weeks_unemployed\n");
        for (int month = 1; month <= 12; month++) {
            few.append(String.format("2024-%02d,%d,%d,%d%n", month, 100 + month * month % 7, 90 + month % 5,
                    10 + month));
        }
        String facts = Files.writeString(folder.resolve("f.csv"), few).toString();
        Outcome outcome = check("kpi houses = permits { leading industrial by 6 months }\nkpi j = weeks_unemployed\n",
                "--facts", facts, "--verbose");
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results())
                .endsWith("houses: the history cannot tell yet, some 48 months more may: houses and"
                + " industrial cannot be compared: fewer than 24 periods have values of both\n");
    }

    @Test
    void kpisThatAllLookBackArePointedOut() throws IOException {
        String lagging = "kpi jobless = weeks_unemployed { lagging }\nkpi houses = permits { lagging }\n";
        assertThat(check(lagging).messages())
                .contains("m.kpi:3:34: warning KPI-M008: both KPIs that tell of their timing are"
                + " lagging: what they show has happened already");
        assertThat(check(lagging, "--format", "json").results()).contains("KPI-M008");
    }

    @Test
    void programsAreToldToo() throws IOException {
        Outcome outcome = check("kpi jobless = weeks_unemployed { leading industrial by 3 months }\nkpi houses = permits\n",
                "--facts", "economy/economy.csv", "--format", "json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).contains("KPI-M007");
    }

    @Test
    void verboseNeedsFacts() throws IOException {
        assertThat(check("", "--verbose")).isEqualTo(
                new Outcome(2, "", "kpi: --verbose needs --facts, which tell of the history\n"));
    }

    @Test
    void showTellsWhatClaimsImply() throws IOException {
        String model = Files.writeString(folder.resolve("s.kpi"), INPUTS
                + "kpi houses = permits { leading industrial by 6"
                + " months }\nkpi late = houses[2 months ago]\nkpi jobless = weeks_unemployed\n").toString();
        assertThat(Outcome.of("show", model).results()).endsWith(
                "\nfrom its parts late leads industrial by 4 months: houses leads by 6 months as it claims, 2 months late\n");
        assertThat(Outcome.of("show", model, "jobless").results()).doesNotContain("from its parts");
    }
}

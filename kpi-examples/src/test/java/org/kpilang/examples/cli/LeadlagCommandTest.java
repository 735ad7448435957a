package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadlagCommandTest {

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Business Cycle Indicators, The Conference Board: permits lead, the duration of unemployment lags. */
    @Test
    void findsWhatLeadsIndustrialProduction() {
        Outcome outcome = Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).isEqualTo("""
                Candidate     Timing   Lead      Range  Correlation    Chance  Sure
                ────────────  ───────  ────  ─────────  ───────────  ────────  ────
                building      leading     8    2 to 12         0.59  < 0.0001  low
                unemployment  lagging    -9  -12 to -4        -0.62  < 0.0001  high

                building comes about 8 months (2 to 12) before industrial; chance alone would show as much in 1 of 256,465 \
                unrelated pairs; weak, as other leads explain it nearly as well
                unemployment comes about 9 months (4 to 12) after industrial, in the opposite direction as expected; chance \
                alone would show as much in 1 of 38,470 unrelated pairs

                2 of 2 relations hold after the correction for testing many; first is not the same as cause

                growth of building and industrial over 12 months, without season
                  ▆▆▅▄▂▂▅▆▆▅▄▃▄▃▄▇▆▄▅▅▄▄▄▄▃▄▅▅▅▅▅▅▅▅▅▄▄▅▅▅▅▅▅▃▃▃▂▄▄▅▆▆▅▅▅▅▅▅▄▅  building, 8 months later
                  ▄▆▇▅▃▂▆▆▆▆▄▃▅▃▃▆▆▄▄▅▆▅▄▄▃▅▅▅▆▅▅▆▆▅▅▅▃▃▄▄▅▅▅▅▄▂▂▆▅▅▄▄▅▃▃▄▅▄▃   industrial
                  1971-01                                              2020-08
                """);
    }

    /**
     * Unemployment is better lower and production better higher, so that they are expected to move against each other.
     */
    @Test
    void whatIsBetterTellsTheDirectionUnlessBothAreWanted() {
        assertThat(Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial",
                "--any-direction").results())
                .contains("in the opposite direction; chance alone would show as much in 1 of 19,235");
        assertThat(Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial",
                "--format", "csv").results()).contains("unemployment,industrial,lagging,-9,-12,-4,-0.6")
                .contains(",600,,opposite\n").contains(",600,,unknown\n");
    }

    @Test
    void theGuardedProcedureHasItsOwnChances() {
        String published = Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial").results();
        String guarded = Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial", "--guarded").results();
        assertThat(guarded).isNotEqualTo(published).contains("building      leading     8    1 to 12         0.59");
    }

    /** Facts by month and by quarter: the quarter decides, flows add up and balances are those at its end. */
    @Test
    void factsOfUnlikeGrainsMeetAtTheCoarser() throws IOException {
        String model = file("mixed.kpi", """
                input orders : flow
                input staff : stock
                kpi demand = orders
                kpi people = staff
                """);
        StringBuilder orders = new StringBuilder("month,orders\n");
        StringBuilder staff = new StringBuilder("quarter,staff\n");
        Random random = new Random(4);
        double[] moves = random.doubles(62, -1, 1).toArray();
        double demand = 1000;
        double people = 50;
        for (int quarter = 0; quarter < 60; quarter++) {
            demand *= 1 + 0.05 * moves[quarter + 2];
            people *= 1 + 0.05 * moves[quarter];
            staff.append(String.format(Locale.ROOT, "%d-Q%d,%.4f%n", 2005 + quarter / 4, quarter % 4 + 1, people));
            for (int month = 0; month < 3; month++) {
                orders.append(String.format(Locale.ROOT, "%d-%02d,%.4f%n", 2005 + quarter / 4, quarter % 4 * 3 + 1
                        + month,
                        demand / 3));
            }
        }
        Outcome outcome = Outcome.of("leadlag", model, "--facts", file("orders.csv", orders.toString()), "--facts",
                file("staff.csv", staff.toString()), "--outcome", "people", "--format", "csv");
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).contains("demand,people,leading,2,2,2,0.98").contains(",60,,unknown");
    }

    @Test
    void tellsWhatThePartsImply() throws IOException {
        String model = file("parts.kpi", """
                input permits, production, weeks_unemployed : level
                kpi industrial = production
                kpi late = permits[2 months ago]
                kpi mixed = permits / (weeks_unemployed + 100)
                """);
        Outcome outcome = Outcome.of("leadlag", model, "--facts", "economy/economy.csv", "--outcome", "industrial");
        assertThat(outcome.results())
                .contains("\nfrom its parts late leads industrial by 6 months: permits leads by 8 months"
                + " in the data, 2 months late; the data say leading by 6 months\n")
                .contains("the parts of mixed point different ways: permits leads by 8 months in the data, and"
                        + " weeks_unemployed lags by 9 months in the data");
        assertThat(Outcome.of("leadlag", model, "--facts", "economy/economy.csv", "--outcome", "industrial", "--format",
                "json", "--candidates", "late").results())
                .contains("\"implied\"").contains("\"delay\": 2").doesNotContain("mixed");
    }

    @Test
    void drawsTheCorrelations() {
        Outcome outcome = Outcome.of("leadlag", "economy/economy.kpi", "--facts", "economy/economy.csv", "--outcome",
                "industrial", "--candidates", "building", "--chart");

        assertThat(outcome.results()).contains("correlation of building, so many months before, with industrial")
                .contains("   8                ·         ███████████████             0.59 *\n")
                .contains("  -4                ·         │         ·                 0.01\n");
    }

    @Test
    void takesATableWithoutAModel() throws IOException {
        StringBuilder table = new StringBuilder("period,ads,sales\n");
        double ads = 100;
        double sales = 100;
        double[] moves = new double[63];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Math.sin(i * i * 0.7) + Math.cos(i * 2.3);
        }
        for (int i = 3; i < 63; i++) {
            ads *= 1 + 0.02 * moves[i];
            sales *= 1 + 0.01 * moves[i - 3];
            table.append(String.format(Locale.ROOT, "%d-%02d,%.6f,%s%n", 2018 + (i - 3) / 12, (i - 3) % 12 + 1, ads,
                    i == 30 ? "" : String.format(Locale.ROOT, "%.6f", sales)));
        }
        Outcome outcome = Outcome.of("leadlag", "--table", file("table.csv", table.toString()), "--outcome", "sales",
                "--format", "csv");

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results().lines().toList()).hasSize(2);
        assertThat(outcome.results().lines().toList().get(1)).startsWith("ads,sales,leading,3,3,3,0.");
    }

    @Test
    void testsPreparedPairs() throws IOException {
        String cases = file("cases.csv", "case_id,season,alpha\nshort,12,\nflat,12,0.01\n");
        String series = file("series.csv", "case_id,role,values\nshort,x,1;2;3\nshort,y,1;2;3\nflat,x," + "1;".repeat(29)
                + "1\nflat,y," + "1;2;".repeat(14) + "1;2\n");
        Path out = folder.resolve("out.csv");

        Outcome outcome = Outcome.of("leadlag", "--cases", cases, "--series", series, "--out", out.toString());

        assertThat(outcome.messages()).isEqualTo("2 cases tested; the findings are in " + out + "\n");
        assertThat(Files.readString(out)).isEqualTo("""
                case_id,predicted_class,lead,p_value,lead_lo,lead_hi,scale,r,neff,confidence,single_episode,fastest_class,\
                fastest_lead,fastest_scale,reason
                short,abstain,,,,,,,,,,,,,INSUFFICIENT_DATA
                flat,abstain,,,,,,,,,,,,,CONSTANT
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--table t.csv                | kpi: --outcome is needed; see kpi leadlag --help",
        "--outcome a                  | kpi: give a model with --facts, or a --table",
        "--table no.csv --outcome a   | kpi: there is no file no.csv",
        "--cases no.csv               | kpi: --series is needed; see kpi leadlag --help",
        "economy/economy.kpi --outcome a | kpi: a model needs --facts",
        "economy/economy.kpi --facts economy/economy.csv --outcome industry | kpi: there is no `industry`; did you mean `industrial`?",
        "--table economy/economy.csv --outcome production --max-lead 0 | kpi: --max-lead is at least 1",
        "--table economy/economy.csv --outcome production --grain year | kpi: --grain needs a model, which says how values roll up"})
    void refusesWhatItCannotUse(String arguments, String sentence) {
        String[] words = ("leadlag " + arguments).split(" ");
        assertThat(Outcome.of(words)).isEqualTo(new Outcome(2, "", sentence + "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a,b;1,2                    | has no column of periods: call one of its columns period",
        "period,a                   | has no rows",
        "period,a;2024-01,x         | :2: `x` is not a number",
        "period,a;2024-01,1;2024-01,2 | :3: 2024-01 is there twice",
        "period,a;2024-01,1;2024,2  | :3: a year among periods by month"})
    void saysWhatIsWrongWithATable(String text, String sentence) throws IOException {
        Outcome outcome = Outcome.of("leadlag", "--table", file("t.csv", text.replace(';', '\n')), "--outcome", "a");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.messages()).contains(sentence);
    }
}

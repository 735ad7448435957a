package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path folder;

    private static Outcome saas(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, "saas/saas.kpi", "--facts", "saas/saas.csv"));
        arguments.addAll(List.of(options));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    @Test
    void writesAPageIntoAFile() throws IOException {
        Path file = folder.resolve("report.html");
        assertThat(saas("report", "--out", file.toString(), "--title", "Subscriptions <2024>",
                "--as-of", "2025-01-05")).isEqualTo(new Outcome(0, "", ""));
        assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>\n")
                .contains("<h1><bdi>Subscriptions &lt;2024&gt;</bdi></h1>", "as of <bdi>2025-01-05</bdi>",
                        "<bdi>Facts</bdi>: <bdi>saas.csv, 2023-01 to 2024-12 by month</bdi>")
                .contains("<bdi>Model</bdi>: <bdi>saas.kpi</bdi>")
                .containsPattern("<bdi>Definitions</bdi>: <bdi>fingerprint [0-9a-f]{16}</bdi>");
    }

    @Test
    void writesMarkdownToStandardOutputByDimension() {
        Outcome outcome = saas("report", "--format", "markdown", "--by", "region", "--kpi", "gross_margin,churn");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).startsWith("# KPI report\n\n2024-12, with 2023-01 to 2024-12\n")
                .contains("2 KPIs in 2024-12: 1 ● green, 1 not judged", "| Americas |", "| Europe |", "### Churn\n");
    }

    @Test
    void numbersAreInTheMannerOfALocale() {
        assertThat(saas("report", "--format", "markdown", "--locale", "de-DE", "--kpi", "gross_margin").results())
                .contains("43,2\u00A0%");
        assertThat(saas("report", "--locale", "12")).isEqualTo(new Outcome(2, "",
                "kpi: --locale: `12` is not a locale such as de-DE or en-US\n"));
    }

    @Test
    void aScorecardIsForATerminalAndForPrograms() {
        assertThat(saas("scorecard", "--kpi", "gross_margin,churn", "--width", "110").results()).isEqualTo("""
                2 KPIs in 2024-12: 1 ● green, 1 not judged

                KPI           Value  Target  Status   Since 2024-11          Trend                     Owner
                ────────────  ─────  ──────  ───────  ─────────────────────  ────────────────────────  ───────
                Gross margin  43.2%   42.0%  ● green  → +0.4 points, better  ▁▁▁▂▂▂▃▃▃▄▄▄▅▅▅▆▆▆▇▇▇███  Finance
                Churn          0.7%                   → -0.2 points, better   ▃▇▅▃█▅▁▆▃▄▃▄▂▅▄▂▇▄▁▅▂▃▂
                """);
        assertThat(saas("scorecard", "--kpi", "gross_margin,churn").results())
                .contains("Since 2023-12", "↑ +4.2 points");
        assertThat(saas("scorecard", "--kpi", "churn", "--width", "40", "--ascii", "--color").results())
                .contains("KPI    Value").doesNotContain("Owner");
        assertThat(saas("scorecard", "--format", "csv").results())
                .startsWith("kpi,period,value,unit,reason,target,status,change,verdict,change_on_year,"
                        + "verdict_on_year\ngross_margin,2023-01,");
        assertThat(saas("scorecard", "--format", "json").results()).startsWith("{\n  \"period\": \"2024-12\",");
    }

    @Test
    void anotherDefinitionAndOpenPeriodsAreNoted() throws IOException {
        String model = Files.writeString(folder.resolve("m.kpi"), """
                input sold, returned : flow
                kpi sales "Sales" = sold { until 2024-02 }
                kpi sales "Sales" = sold - returned {
                  since 2024-03
                  status green >= 10, red otherwise
                }
                """).toString();
        String facts = Files.writeString(folder.resolve("m.csv"),
                "month,sold,returned\n2024-01,9,1\n2024-02,12,1\n2024-03,14,2\n2024-04,3,0\n").toString();
        String report = Outcome.of("report", model, "--facts", facts, "--open-from", "2024-04", "--format", "markdown")
                .results();
        assertThat(report).contains("1 KPI in 2024-03: 1 ● green", "- **2024-04, open:** 3 so far",
                "- Definition: another definition from 2024-03 on", "until 2024-02: `sold`; since 2024-03: `sold - returned`",
                "| 2024-04 | 3 | ○ open |");
        assertThat(Outcome.of("scorecard", model, "--facts", facts, "--open-from", "2024-04").results())
                .startsWith("1 KPI in 2024-03: 1 ● green\n");
    }

    @Test
    void whatIsStaleOrDueOnADayStandsOnTop() throws IOException {
        String model = Files.writeString(folder.resolve("m.kpi"), """
                input sold : flow
                kpi sales "Sales" = sold { owner "Ann"  review monthly }
                """).toString();
        String facts = Files.writeString(folder.resolve("m.csv"), "month,sold\n2026-01,5\n2026-02,6\n").toString();
        List<String> report = List.of("report", model, "--facts", facts, "--format", "markdown");
        assertThat(outcome(report).results()).doesNotContain("as of", "To be looked at");
        assertThat(outcome(report, "--as-of", "2026-04-02", "--reviewed", "sales=2026-02-15").results())
                .contains("as of 2026-04-02", """
                        ## To be looked at

                        - Sales waits for facts: sold ends with 2026-02, and 2026-03 is over. For Ann
                        - Sales was due for review on 2026-03-15. For Ann
                        """);
        assertThat(outcome(report, "--as-of", "2026-04-02", "--reviewed", "sales=2026-03-20", "--days-allowed", "5")
                .results()).contains("as of 2026-04-02").doesNotContain("To be looked at");
        assertThat(outcome(report, "--as-of", "2026-04-02", "--reviewed", "sale=2026-03-20").messages())
                .isEqualTo("kpi: --reviewed: there is no KPI sale; did you mean `sales`?\n");
        assertThat(outcome(report, "--reviewed", "sales=2026-03-20").messages())
                .isEqualTo("kpi: --reviewed goes with --as-of, a day such as 2026-04-02\n");
    }

    private static Outcome outcome(List<String> command, String... options) {
        return Outcome.of(Stream.concat(command.stream(), Stream.of(options)).toArray(String[]::new));
    }

    /** The days to come are in the file already, with nothing sold. */
    @Test
    void aMonthThatIsOpenFromADayOnHasAStatusAtItsPace() throws IOException {
        String model = Files.writeString(folder.resolve("m.kpi"), """
                input sold : flow
                kpi sales "Sales" = sold {
                  better higher
                  target 60 every month
                  status green >= 100% of target, red otherwise
                }
                """).toString();
        String days = Files.writeString(folder.resolve("days.csv"), LocalDate.parse("2024-01-01")
                .datesUntil(LocalDate.parse("2024-03-01"))
                .map(day -> day + (day.isBefore(LocalDate.parse("2024-02-15")) ? ",1\n" : ",0\n"))
                .collect(Collectors.joining("", "day,sold\n", ""))).toString();
        List<String> report = List.of("report", model, "--facts", days, "--grain", "month", "--format", "markdown");
        assertThat(outcome(report, "--open-from", "2024-02-15").results())
                .contains("**2024-02, open:** 14 so far, at this pace ◆ red\n");
        assertThat(outcome(report, "--open-from", "2024-02").results()).contains("**2024-02, open:** 14 so far\n");
        String months = Files.writeString(folder.resolve("months.csv"), "month,sold\n2024-01,31\n2024-02,14\n")
                .toString();
        assertThat(Outcome.of("report", model, "--facts", months, "--open-from", "2024-02-15", "--format", "markdown")
                .results()).contains("**2024-02, open:** 14 so far\n");
    }

    @Test
    void whatCannotBeUsedIsToldInASentence() {
        assertThat(Outcome.of("report", "saas/saas.kpi").messages()).isEqualTo("kpi: Missing required option:"
                + " '--facts=FACTS.csv' or '--events=EVENTS.csv'; see kpi report --help\n");
        assertThat(Outcome.of("scorecard", "saas/saas.kpi").exit()).isEqualTo(2);
        assertThat(saas("report", "--out", folder.toString()).messages())
                .isEqualTo("kpi: " + folder + " is a directory, not a file\n");
        assertThat(saas("report", "--out", folder.resolve("no/where.html").toString()).messages())
                .startsWith("kpi: " + folder.resolve("no/where.html") + " cannot be written: ");
        assertThat(Outcome.of("report", "saas/wrong.kpi", "--facts", "saas/saas.csv").exit()).isEqualTo(1);
    }

    @Test
    void theDemoEndsInAReport() throws IOException {
        Path file = folder.resolve("shop.html");
        Outcome outcome = Outcome.of("demo", "--out", file.toString());
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).endsWith("\nA report of the online shop for a browser: " + file + "\n");
        assertThat(Files.readString(file)).contains("Online shop, December 2017");
    }
}

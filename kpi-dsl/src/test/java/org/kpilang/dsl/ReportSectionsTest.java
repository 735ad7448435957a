package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Fingerprint;
import org.kpilang.model.Model;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.MarkdownReport;
import org.kpilang.report.Numbers;
import org.kpilang.report.ReportContents;
import org.kpilang.report.ScorecardJson;
import org.kpilang.report.Waterfall;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.KpiEvents;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.time.Grain;

/** What the parts of the usual report say of given figures, and that they are not there where nothing can be said. */
class ReportSectionsTest {

    private static final String MARGIN = """
            currency EUR
            input revenue "Turnover", cost "Cost of sales" : EUR flow
            """;
    /** Around 50, as it always is. */
    private static final double[] STEADY = IntStream.range(0, 12).mapToDouble(month -> 45 + month % 2 * 10).toArray();

    private static Result result(String model, Map<String, double[]> facts) {
        Model read = KpiLanguage.model(model);
        FactsBuilder columns = Facts.startingAt("2024-01");
        facts.forEach(columns::column);
        return Evaluation.of(read, columns.build()).run();
    }

    private static String report(String model, Map<String, double[]> facts) {
        return MarkdownReport.of(Scorecard.of(result(model, facts))).text();
    }

    private static double[] steadyBut(int month, double value) {
        double[] values = STEADY.clone();
        values[month] = value;
        return values;
    }

    @Test
    void aTrendHasADirectionAndAStrength() {
        String text = report("input a : flow\nkpi k \"K\" = a { better lower }", Map.of("a", new double[] {100, 104}));
        assertThat(text).contains("**Since 2024-01:** ↑ \\+4.0%, worse".replace("\\", ""));
        assertThat(report("input a : flow\nkpi k \"K\" = a { better lower }", Map.of("a", new double[] {100})))
                .doesNotContain("Since");
    }

    @Test
    void earlierPeriodsThanThoseShownAreComparedWith() {
        Model model = KpiLanguage.model("input a : flow\nkpi k \"K\" = a { better higher }");
        Facts facts = Facts.startingAt("2023-12")
                .column("a", IntStream.range(0, 13).mapToDouble(i -> 100 + i).toArray())
                .build();
        Scorecard december = Scorecard.of(Evaluation.of(model, facts).from("2024-12").to("2024-12").run());
        assertThat(MarkdownReport.of(december).text()).contains("**Since 2024-11:** → +0.9%, better",
                "**Since 2023-12:** ↑ +12.0%, much better");
    }

    @Test
    void whatIsUnusualIsSaidWithTheChanceOfAFalseAlarm() {
        String model = "input a : flow\nkpi k \"K\" = a { better lower }";
        assertThat(report(model, Map.of("a", steadyBut(11, 100))))
                .contains("**Signal of a change to the worse:** K was outside what is usual in 2024-12: 100 where ")
                .containsPattern("a false alarm in \\d+% of such histories\\.");
        assertThat(report(model, Map.of("a", steadyBut(2, 100))))
                .contains("**Routine variation.** The last signal: K was outside what is usual in 2024-03");
        assertThat(report(model, Map.of("a", STEADY)))
                .contains("**Routine variation:** K varied as is usual, 23.4 to 76.6, up to 2024-12.");
        assertThat(report(model, Map.of("a", new double[] {1, 2, 3}))).doesNotContain("variation", "ignal");
    }

    @Test
    void limitsAndSignalsAreInTheChart() {
        String model = "input a : flow\nkpi k \"K\" = a";
        String unusual = HtmlReport.of(Scorecard.of(result(model, Map.of("a", steadyBut(11, 100))))).text();
        assertThat(unusual).contains("<path class=\"centre\"", "<path class=\"limit\"", "<circle class=\"signal\"",
                "Signals: 2024-12, outside the limits.");
        String few = HtmlReport.of(Scorecard.of(result(model, Map.of("a", new double[] {1, 2, 3})))).text();
        assertThat(few).doesNotContain("<path class=\"centre\"", "<circle class=\"signal\"");
    }

    @Test
    void aTargetTellsHowItStands() {
        String model = "input a : stock\nkpi k \"K\" = a { better higher target 200 by 2024-06 from 100 at 2023-12 }";
        String text = report(model, Map.of("a", new double[] {110, 125, 135}));
        assertThat(text).contains("K is on the way to its target of 200 by 2024-06: 135 in 2024-03, 35.0% of the way;"
                + " it takes 21.67 a month; at this pace it gets to 170 (");
        assertThat(text).containsPattern("[◆▲] (off pace|at risk) K is on the way");
        assertThat(report(model, Map.of("a", new double[] {110, 125, 205})))
                .contains("205 in 2024-03, 105.0% of the way, which meets it already; at this pace");
        assertThat(report("input a : stock\nkpi k \"K\" = a { better higher }", Map.of("a", new double[] {1, 2})))
                .doesNotContain("its target", "Target");
    }

    @Test
    void aProjectionReachesToTheDeadline() {
        String page = HtmlReport.of(Scorecard.of(result("input a : stock\nkpi k \"K\" = a { better higher"
                + " target 200 by 2024-06 from 100 at 2023-12 }", Map.of("a", new double[] {110, 125, 135})))).text();
        assertThat(page).contains("<path class=\"projected\"", "<path class=\"band\"", "<td class=\"number\">170</td>",
                "<th scope=\"row\">2024-06</th>");
        String total = HtmlReport.of(Scorecard.of(result("input a : flow\nkpi k \"K\" = a { better higher"
                + " target 1200 by 2024 }", Map.of("a", new double[] {110, 125, 135})))).text();
        assertThat(total).contains("at this pace it gets to 1,480").doesNotContain("<path class=\"projected\"");
    }

    @Test
    void byHowMuchATargetMayBeMissedIsABand() {
        String model = "input a : flow\nkpi k \"K\" = a { better higher target 100 within 10 }";
        String page = HtmlReport.of(Scorecard.of(result(model, Map.of("a", new double[] {95, 105})))).text();
        assertThat(page).contains("<path class=\"tolerated\"", "Tolerated from");
        assertThat(HtmlReport.of(Scorecard.of(result(model.replace("within 10", ""),
                Map.of("a", new double[] {95, 105})))).text()).doesNotContain("<path class=\"tolerated\"", "Tolerated");
    }

    @Test
    void anOpenPeriodHasAStatusAtItsPace() {
        Model model = KpiLanguage.model("input a : flow\nkpi k \"K\" = a { better higher target 60 every month"
                + " status green >= 100% of target, red otherwise }");
        Facts facts = Facts.startingAt("2024-01-01").column("a", DoubleStream.generate(() -> 1).limit(60).toArray())
                .build();
        Result months = Evaluation.of(model, facts).grain(Grain.MONTH).openFrom("2024-02").run();
        Result days = Evaluation.of(model, facts).openFrom("2024-02-15").run();
        ReportContents contents = ReportContents.of(Scorecard.of(months));
        assertThat(MarkdownReport.of(contents).text()).contains("**2024-02, open:** 29 so far\n");
        assertThat(MarkdownReport.of(contents.parts(days)).text())
                .contains("**2024-02, open:** 29 so far, at this pace ◆ red\n");
    }

    @Test
    void theLeastAttainedComesFirst() {
        String text = report("""
                objective growth "Grow"
                objective sell "Sell more" under growth { key result k from 50 to 100 }
                input a, b, c : stock
                kpi k "K" = a { better higher target 100 objective growth owner "Ada" }
                kpi l "L" = b { better higher target 100 objective growth owner "Bob" }
                kpi m "M" = c
                """, Map.of("a", new double[] {80}, "b", new double[] {60}, "c", new double[] {1}));
        assertThat(text).contains("""
                | KPI | Attained | Worked out as |
                |---|---|---|
                | L | ██████░░░░ 60% | value / target |
                | K | ████████░░ 80% | value / target |
                """, "- Grow ███████░░░ 70%", "  - Sell more graded **0.6**",
                "    - Key result K from 50 to 100, now 80, graded **0.6**", "| Bob | ██████░░░░ 60% | L |");
        assertThat(report("input a : stock\nkpi k = a", Map.of("a", new double[] {1}))).doesNotContain("attained");
    }

    @Test
    void whatMovedItAddsUpAsPrinted() {
        Result result = result(MARGIN + "kpi margin \"Margin\" = (revenue - cost) / revenue { unit percent }",
                Map.of("revenue", new double[] {300, 330}, "cost", new double[] {200, 205}));
        String text = MarkdownReport.of(Scorecard.of(result)).text();
        assertThat(text).contains("**What moved it since 2024-01**");
        Waterfall waterfall = Waterfall.of("Margin", Numbers.of(result.model()),
                ChangeExplanation.of(result, "margin").from("2024-01").to("2024-02").decompose());
        List<Double> figures = waterfall.text().lines().skip(1)
                .map(line -> Double.valueOf(line.replaceAll("^.*? {2,}([+-]?[\\d.]+)(%| points) .*$", "$1"))).toList();
        assertThat(figures).hasSize(4);
        assertThat(figures.get(0) + figures.get(1) + figures.get(2)).isCloseTo(figures.get(3),
                within(1e-9));
    }

    @Test
    void whyAChangeCannotBeSplitIsSaid() {
        String text = report(MARGIN + "kpi margin \"Margin\" = cost / revenue",
                Map.of("revenue", new double[] {0, 330}, "cost", new double[] {200, 205}));
        assertThat(text).contains("What moved it since 2024-01 cannot be told: ");
        assertThat(report("input a : flow\nkpi k = a", Map.of("a", new double[] {1, 2}))).doesNotContain("What moved");
    }

    @Test
    void manyContributionsAreDrawnTogether() {
        StringBuilder model = new StringBuilder("input ");
        Map<String, double[]> facts = new LinkedHashMap<>();
        for (int i = 1; i <= 12; i++) {
            model.append(i == 1 ? "" : ", ").append("a").append(i);
            facts.put("a" + i, new double[] {0, i});
        }
        model.append(" : flow\nkpi k = ").append(String.join(" + ", facts.keySet()));
        assertThat(report(model.toString(), facts)).contains("  a12 ", "  a6  ", "  5 others  +15  ")
                .doesNotContain("  a5 ");
    }

    @Test
    void contributionsThatAreNothingInTheDigitsShownAreDrawnTogether() {
        String text = report("input a, b, c, d : flow\nkpi k = (a + b + c + d) / 1000 { unit percent }",
                Map.of("a", new double[] {500, 600}, "b", new double[] {200, 150}, "c", new double[] {1, 1.1},
                        "d", new double[] {2, 2.1}));
        assertThat(text).contains("  a  ", "  b  ").containsPattern("  2 others +0\\.0 points").doesNotContain("  c  ");
    }

    @Test
    void onlyHeadlinesAreExplained() {
        StringBuilder model = new StringBuilder("input a, b : flow\n");
        IntStream.rangeClosed(1, 14).forEach(i -> model.append("kpi k").append(i).append(" = a + b\n"));
        String text = report(model.toString(), Map.of("a", new double[] {1, 2}, "b", new double[] {1, 3}));
        assertThat(text.split("\\*\\*What moved it since", -1)).hasSize(12 + 1);
    }

    @Test
    void theFormulaIsThereInNumbers() {
        String text = report(MARGIN + "kpi margin \"Margin\" = (revenue - cost) / revenue { unit percent }",
                Map.of("revenue", new double[] {300}, "cost", new double[] {210}));
        assertThat(text).contains("**In numbers:** `Margin = (Turnover - Cost of sales) / Turnover"
                + " = (300.00 EUR - 210.00 EUR) / 300.00 EUR = 30.0%`");
        assertThat(report("input a : flow\nkpi k = a / a", Map.of("a", new double[] {0}))).doesNotContain("In numbers");
    }

    @Test
    void whatIsMissingInDefinitionsIsSaidAtTheEnd() {
        String text = report("input a : flow\nkpi k \"K\" = a", Map.of("a", new double[] {1, 2}));
        assertThat(text).contains("## How well the KPIs are defined\n\n0 of 1 KPI meet all five criteria of SMART.",
                "| K | ▲ no | ● yes | – cannot tell | ▲ no | ▲ no |", "  - time-bound: ", "`review monthly`");
        assertThat(text.indexOf("How well the KPIs")).isGreaterThan(text.indexOf("## KPI by KPI"));
    }

    @Test
    void whatIsToBeLookedAtIsForTheCallerToSay() {
        Model model = KpiLanguage.model("input a : flow\nkpi k \"K\" = a { review monthly owner \"Ada\" }");
        Facts facts = Facts.startingAt("2024-01").column("a", 1, 2).build();
        LocalDate day = LocalDate.parse("2024-06-15");
        List<KpiEvent> events = new ArrayList<>(
                KpiEvents.overdue(model, Map.of("k", LocalDate.parse("2024-01-10")), day));
        events.addAll(KpiEvents.stale(model, facts, day, 0));
        ReportContents contents = ReportContents.of(Scorecard.of(Evaluation.of(model, facts).run()));
        assertThat(MarkdownReport.of(contents).text()).doesNotContain("To be looked at");
        assertThat(MarkdownReport.of(contents.events(events)).text()).contains("## To be looked at",
                "- K was due for review on 2024-02-10. For Ada", "- K waits for facts: a ends with 2024-02, and");
    }

    @Test
    void aRateOfFewCasesHasAnInterval() {
        String model = "unit customer\ninput lost, seen : customer flow range at least 0\n"
                + "kpi churn \"Churn\" = lost / seen { unit percent range 0% to 100% }";
        assertThat(report(model, Map.of("lost", new double[] {4}, "seen", new double[] {200})))
                .contains("**95% interval:** 0.8% to 5.0%");
        assertThat(report(MARGIN + "kpi k = cost / revenue", Map.of("cost", new double[] {4}, "revenue",
                new double[] {200}))).doesNotContain("interval");
    }

    @Test
    void definitionsHaveFingerprints() {
        String model = "input a : flow\nkpi k \"K\" = a { better higher target 5 within 1 }";
        Model read = KpiLanguage.model(model);
        Fingerprint fingerprint = Fingerprint.of(read, read.kpi("k").orElseThrow());
        String text = report(model, Map.of("a", new double[] {1, 2}));
        assertThat(text).contains("`" + fingerprint.figure() + "` of the figure, `" + fingerprint.definition() + "`",
                "\nDefinitions: fingerprint " + Fingerprint.ofModel(read) + "\n", "**Target:** 5 within 1");
        assertThat(Fingerprint.ofModel(KpiLanguage.model(model.replace("target 5", "target 6"))))
                .isNotEqualTo(Fingerprint.ofModel(read));
        assertThat(Fingerprint.ofModel(KpiLanguage.model("// a comment\n" + model)))
                .isEqualTo(Fingerprint.ofModel(read));
    }

    @Test
    void aChangeOfDefinitionIsMarkedInTheChart() {
        String model = "input a, b : flow\nkpi k \"K\" = a { until 2024-02 }\nkpi k \"K\" = a + b { since 2024-03 }";
        String page = HtmlReport.of(Scorecard.of(result(model, Map.of("a", new double[] {1, 2, 3, 4}, "b",
                new double[] {1, 1, 1, 1})))).text();
        assertThat(page).contains("<line class=\"change\"", "There is another definition from 2024-03 on.");
    }

    @Test
    void partsOfFormulasAreDrivers() {
        String text = report(MARGIN + "kpi gross \"Gross profit\" = revenue - cost\n"
                + "kpi margin \"Margin\" = gross / revenue",
                Map.of("revenue", new double[] {300, 330}, "cost", new double[] {200, 205}));
        assertThat(text).contains("What drives Margin\n  Margin: ", "\n  └─ Gross profit: ");
    }

    @Test
    void theJsonHasTheSame() throws IOException {
        Result result = result("unit customer\ninput lost, seen : customer flow range at least 0\n"
                + "kpi churn \"Churn\" = lost / seen { unit percent range 0% to 100% better lower"
                + " target 2% by 2025-06 from 5% at 2023-12 }",
                Map.of("lost", steadyBut(11, 100), "seen", DoubleStream.generate(() -> 1000).limit(12).toArray()));
        JsonNode churn = new ObjectMapper().readTree(ScorecardJson.of(Scorecard.of(result)).text()).get("kpis").get(0);
        assertThat(churn.get("signals").get("verdict").asText()).isEqualTo("concern");
        assertThat(churn.get("signals").get("findings").get(0).get("first").asText()).isEqualTo("2024-12");
        JsonNode total = churn.get("slices").get(0);
        assertThat(total.get("interval").get(0).asDouble()).isBetween(0.08, 0.09);
        JsonNode target = total.get("targets").get(0);
        assertThat(target.get("achievement").asText()).isEqualTo("not yet due");
        assertThat(target.get("due").asText()).isEqualTo("2025-06");
        assertThat(target.get("pace").get("band")).hasSize(2);
        assertThat(churn.get("attainment").asDouble()).isZero();
    }

    @Test
    void namesAreHarmlessInAllParts() {
        String evil = "<img src=x onerror=alert(1)>|*";
        String model = "objective o \"" + evil + "\" { key result k to 5 }\ninput a, b : flow\nkpi k \"" + evil
                + "\" = a + b { better higher target 4 by 2025-12 from 1 at 2023-12 objective o owner \"" + evil
                + "\" review monthly }\nkpi l \"" + evil + "\" = k { owner \"Bob\" target 3 better higher }";
        Result result = result(model,
                Map.of("a", new double[] {1, 2, 1, 2, 1, 9}, "b", new double[] {1, 2, 1, 2, 1, 9}));
        ReportContents contents = ReportContents.of(Scorecard.of(result)).events(
                KpiEvents.overdue(result.model(), Map.of(), LocalDate.parse("2026-01-01")));
        String page = HtmlReport.of(contents).text();
        assertThat(page).contains("To be looked at", "attainment", "What moved it", "What to add")
                .doesNotContain("<img");
        assertThat(MarkdownReport.of(contents).text().replaceAll("(?s)```.*?```", "").lines()
                .map(line -> line.replaceAll("`[^`]*`", "")))
                .noneMatch(line -> line.replace("\\<", "").contains("<img"));
    }
}

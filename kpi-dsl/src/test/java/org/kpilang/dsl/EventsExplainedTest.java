package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Contribution;
import org.kpilang.explain.Decomposition;
import org.kpilang.explain.DriverTree;
import org.kpilang.explain.GoalSeek;
import org.kpilang.explain.Method;
import org.kpilang.explain.Why;
import org.kpilang.explain.WhyPart;
import org.kpilang.facts.CsvText;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.facts.TextTable;
import org.kpilang.model.Model;
import org.kpilang.report.ChangeReport;
import org.kpilang.report.DriverReport;
import org.kpilang.report.GoalReport;
import org.kpilang.report.WhyReport;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What is asked of events is one leaf: it is explained, split and sought like an input. */
class EventsExplainedTest {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final Period FEBRUARY = Period.parse("2024-02");

    private static final Model MODEL = KpiLanguage.model("""
            input wait : days values range at least 0
            input tickets : flow
            input buyers : distinct absent is zero
            kpi backlog = median(wait) * tickets
            kpi slow = quantile(wait, 100%) - median(wait)
            kpi again = repeated(buyers, 2) / buyers
            """);

    /** Waits of 1, 2 and 6 days in January and of 3 and 5 in February; C1 and C2 bought, and C1 twice in February. */
    private static Evaluation question() {
        FactsBuilder facts = Facts.builder(MODEL);
        RowTable table = facts.table("waits", Grain.MONTH).inputs("wait");
        for (int wait : new int[] {2, 6, 1}) {
            table.row(JANUARY).value("wait", wait);
        }
        for (int wait : new int[] {5, 3}) {
            table.row(FEBRUARY).value("wait", wait);
        }
        RowTable tickets = facts.table("tickets", Grain.MONTH).inputs("tickets");
        tickets.row(JANUARY).value("tickets", 10);
        tickets.row(FEBRUARY).value("tickets", 8);
        return Evaluation.of(MODEL, facts.build());
    }

    private static Decomposition moved(String kpi, Method method) {
        return ChangeExplanation.of(question().kpis(kpi).run(), kpi).from("2024-01").to("2024-02").method(method)
                .decompose();
    }

    /** 2 days and 10 tickets become 4 days and 8: 2 * 9 and -2 * 3. */
    @ParameterizedTest
    @ValueSource(strings = {"NODES", "SHAPLEY"})
    void aChangeHasARowForWhatIsAsked(String method) {
        Decomposition moved = moved("backlog", Method.valueOf(method));
        assertThat(moved.refusal()).isEmpty();
        assertThat(moved.rows()).extracting(Contribution::label).containsExactly("median(wait)", "tickets");
        assertThat(moved.rows()).extracting(Contribution::amount).containsExactly(18.0, -6.0);
        assertThat(ChangeReport.of(moved, MODEL).text()).contains("median(wait)");
    }

    /** Of one input two things are asked: each has a row, and by input they are one. */
    @Test
    void twoQuestionsToOneListAreTwoRows() {
        Decomposition moved = moved("slow", Method.NODES);
        assertThat(moved.rows()).extracting(Contribution::label).containsExactly("median(wait)", "quantile(wait, 1)");
        assertThat(moved.rows()).extracting(Contribution::amount).containsExactly(-2.0, -1.0);
    }

    @Test
    void whyTellsWhatWasAskedAndOfWhichFacts() {
        Why why = Why.of(question().kpis("backlog").run(), "backlog", Context.of(FEBRUARY));
        List<WhyPart> leaves = why.leaves();
        assertThat(leaves).extracting(part -> part.asked().toString()).containsExactly("median(wait)", "tickets");
        assertThat(leaves.get(0).value()).hasValue(4);
        assertThat(leaves.get(0).facts().orElseThrow().known()).isEqualTo(1);
        assertThat(WhyReport.of(why, MODEL).text()).startsWith("backlog in 2024-02 is 32").contains("median(wait)",
                "1 of 1 month");
    }

    /** All waits of February 1.5 times as long. */
    @Test
    void aGoalIsSoughtByWhatAllValuesAreMultipliedWith() {
        GoalSeek.Outcome found = GoalSeek.of(question(), "backlog", 48).at(FEBRUARY).by("wait");
        assertThat(found).isInstanceOf(GoalSeek.Reached.class);
        GoalSeek.Reached reached = (GoalSeek.Reached) found;
        assertThat(reached.factor()).isCloseTo(1.5, within(1e-12));
        assertThat(reached.before()).as("a list comes to no amount").isNaN();
        assertThat(reached.exact()).isTrue();
        assertThat(GoalReport.of(MODEL, MODEL.kpi("backlog").orElseThrow(), 48, "wait",
                Map.of(FEBRUARY, found)).text()).contains("+50.0%").doesNotContain("NaN");
        GoalSeek.Outcome negative = GoalSeek.of(question(), "backlog", -32).at(FEBRUARY).by("wait");
        assertThat(negative).isInstanceOf(GoalSeek.NotReached.class);
        assertThat(((GoalSeek.NotReached) negative).message()).contains("wait would have to be -1 times what it is");
    }

    @Test
    void driversShowAListWithoutAnAmount() {
        DriverTree tree = DriverTree.of(question(), "backlog", JANUARY, FEBRUARY);
        assertThat(tree.root().children()).extracting(DriverTree.Node::id).containsExactly("wait", "tickets");
        assertThat(tree.root().children()).extracting(node -> node.contribution().orElseThrow())
                .containsExactly(18.0, -6.0);
        assertThat(tree.root().children().get(0).before()).isEmpty();
        assertThat(DriverReport.of(MODEL, tree).text()).contains("+18").doesNotContain("NaN");
    }

    @Test
    void questionsToIdentitiesAreLeavesToo() throws IOException {
        Facts facts = Facts.builder(MODEL).read(TextTable.events("buyers.csv", CsvText.of(new StringReader("""
                day,buyers
                2024-01-05,C1
                2024-01-05,C2
                2024-02-05,C1
                2024-02-05,C1
                2024-02-05,C2
                2024-02-05,C3
                2024-02-05,C4
                """)))).completeFrom(Period.parse("2024-01-01")).completeTo(Period.parse("2024-02-29")).build();
        Result result = Evaluation.of(MODEL, facts).kpis("again").grain(Grain.MONTH).run();
        Decomposition moved = ChangeExplanation.of(result, "again").from("2024-01").to("2024-02").decompose();
        assertThat(moved.refusal()).isEmpty();
        assertThat(moved.rows()).extracting(Contribution::label).contains("repeated(buyers, 2)");
        assertThat(moved.rows().stream().mapToDouble(Contribution::amount).sum()).isCloseTo(0.25, within(1e-12));
    }
}

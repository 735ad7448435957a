package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.KeyResultGrade;
import org.kpilang.scorecard.ObjectiveState;
import org.kpilang.scorecard.ObjectiveTree;
import org.kpilang.scorecard.Scorecard;

class ObjectiveTreeTest {

    private static final String COMPANY = """
            objective growth    "Grow"
            objective retention "Keep our customers" under growth { weight 3  key result score from 30 to 50 }
            objective reach     "Be known" under growth { key result seen to 1000  key result lost }
            objective calm
            input score, seen, lost : level
            kpi score { better higher  target 50  objective retention }
            kpi seen  { better higher  target 1000  objective reach  weight 60% }
            kpi lost  { better lower   target 5   objective reach  weight 40% }
            """;

    private static ObjectiveTree tree(String model, int period, double... score) {
        Map<String, double[]> facts = Map.of("score", score, "seen", Business.values(800), "lost", Business.values(6));
        return ObjectiveTree.of(Attainments.of(Business.scorecard(model, facts)), 0, period);
    }

    @Test
    void anObjectiveAttainsTheMeanOfItsKpisAndParts() {
        ObjectiveTree tree = tree(COMPANY, 0, 40);
        assertThat(tree.roots()).extracting(state -> state.objective().name()).containsExactly("growth", "calm");
        ObjectiveState growth = tree.roots().get(0);
        assertThat(growth.parts()).extracting(state -> state.objective().name())
                .containsExactly("retention", "reach");
        assertThat(growth.parts().get(0).attainment().share().getAsDouble()).isCloseTo(0.8, within(1e-12));
        assertThat(growth.parts().get(1).attainment().share().getAsDouble())
                .isCloseTo(0.6 * 0.8 + 0.4 * 0.8, within(1e-12));
        assertThat(growth.attainment().share().getAsDouble()).isCloseTo((3 * 0.8 + 0.8) / 4, within(1e-12));
        assertThat(tree.find("reach")).map(ObjectiveState::weight).hasValue(1.0);
    }

    @Test
    void anObjectiveWithoutKpisIsUncovered() {
        ObjectiveTree tree = tree(COMPANY, 0, 40);
        assertThat(tree.find("calm")).map(ObjectiveState::isUncovered).hasValue(true);
        assertThat(tree.find("calm").orElseThrow().attainment()).hasToString("not known");
        assertThat(tree.find("growth")).map(ObjectiveState::isUncovered).hasValue(false);
        assertThat(tree.find("none")).isEmpty();
    }

    @ParameterizedTest(name = "{0} is graded {1}")
    @CsvSource({"30, 0.0", "40, 0.5", "50, 1.0", "60, 1.0", "20, 0.0", "44, 0.7"})
    void aKeyResultIsGradedFromZeroToOne(double score, double grade) {
        ObjectiveState retention = tree(COMPANY, 0, score).find("retention").orElseThrow();
        assertThat(retention.keyResults().get(0).grade().getAsDouble()).isCloseTo(grade, within(1e-12));
        assertThat(retention.grade().getAsDouble()).isCloseTo(grade, within(1e-12));
    }

    @Test
    void theGradesOfAnObjectiveAreTheirMeanAndOfAParentThatOfItsParts() {
        ObjectiveTree tree = tree(COMPANY, 0, 40);
        ObjectiveState reach = tree.find("reach").orElseThrow();
        assertThat(reach.keyResults()).extracting(KeyResultGrade::how)
                .containsExactly("value / to", "2 - value / target");
        assertThat(reach.grade().getAsDouble()).as("0.8 and 0.8").isCloseTo(0.8, within(1e-12));
        assertThat(tree.find("growth").orElseThrow().grade().getAsDouble())
                .isCloseTo((3 * 0.5 + 0.8) / 4, within(1e-12));
    }

    @Test
    void aBaselineIsWhereAKeyResultStarts() {
        KeyResultGrade grade = tree(COMPANY.replace("target 50 ", "baseline 20 target 50 ")
                .replace("score from 30 to 50", "score to 50"), 0, 35).find("retention").orElseThrow()
                .keyResults().get(0);
        assertThat(grade.grade().getAsDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(grade.from()).hasValue(20);
    }

    @Test
    void whatWasDueIsGradedByTheValueOfThatPeriod() {
        String due = COMPANY.replace("from 30 to 50", "from 30 to 50 by 2024-02");
        assertThat(tree(due, 2, 30, 40, 50).find("retention").orElseThrow().grade()).hasValue(0.5);
        assertThat(tree(due, 0, 35, 40, 50).find("retention").orElseThrow().grade()).hasValue(0.25);
        assertThat(tree(COMPANY.replace("from 30 to 50", "from 30 to 50 by 2023"), 0, 30).find("retention").orElseThrow()
                .keyResults().get(0).how()).isEqualTo("it was due before the periods that were asked");
    }

    @Test
    void theFigureOfAYearIsNotThatOfAMonth() {
        String model = "input a : flow\nkpi k = a\nobjective o { key result k to 1200 by 2024 "
                + "key result k to 300 by 2024-Q1 key result k to 100 by 2024-01 key result k to 50 }";
        ObjectiveState state = ObjectiveTree.of(Attainments.of(Business.scorecard(model,
                Map.of("a", Business.values(80)))), 0, 0).find("o").orElseThrow();
        assertThat(state.keyResults()).extracting(KeyResultGrade::how).containsExactly(
                "it is the figure of a year; ask it by year", "it is the figure of a quarter; ask it by quarter",
                "value / to", "value / to");
        assertThat(state.keyResults().get(2).grade()).hasValue(0.8);
        assertThat(state.keyResults().get(3).grade()).hasValue(1.0);
    }

    @Test
    void aKpiThatWasNotAskedIsNotGraded() {
        Result result = Evaluation.of(Business.model(COMPANY), Business.facts(Map.of(
                "score", Business.values(40), "seen", Business.values(1), "lost", Business.values(1)))).kpis("seen").run();
        ObjectiveState retention = ObjectiveTree.of(
                Attainments.of(Scorecard.of(result)), 0, 0).find("retention").orElseThrow();
        assertThat(retention.keyResults().get(0).how()).isEqualTo("the KPI was not asked");
        assertThat(retention.grade()).isEmpty();
    }
}

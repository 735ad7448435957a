package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.explain.GoalSeek;
import org.kpilang.explain.Scenario;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/** A balance that closes at zero was not zero all the time: what a goal needs is added to it, and does not replace it. */
class GoalOfABalanceTest {

    @ParameterizedTest
    @CsvSource({"10, 0", "15, 5", "4, -6"})
    void isReachedFromWhereItWas(double goal, double added) {
        Model model = KpiLanguage.model("input stock_of_parts : stock  kpi most = max(stock_of_parts over 3 months)");
        Facts facts = Facts.startingAt("2024-01").column("stock_of_parts", 10, 4, 0).build();
        Evaluation question = Evaluation.of(model, facts).grain(Grain.QUARTER);

        GoalSeek.Reached reached = (GoalSeek.Reached) GoalSeek.of(question, "most", goal).by("stock_of_parts");

        assertThat(reached.before()).isZero();
        assertThat(reached.after()).isCloseTo(added, within(1e-6));
        assertThat(Scenario.of(question).suppose(reached.needed()).supposed().run().value("most", "2024-Q1").orElseThrow())
                .isEqualTo(reached.value()).isCloseTo(goal, within(1e-6));
    }
}

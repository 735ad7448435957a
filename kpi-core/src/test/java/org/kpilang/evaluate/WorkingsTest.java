package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.WorkedStep.Sort;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

class WorkingsTest {

    private static final Model MODEL = new SmallModel().flows("revenue", "cost", "none")
            .kpi("margin", over(minus(name("revenue"), name("cost")), name("revenue")))
            .kpi("quarter", select(name("margin"), last(3, PeriodUnit.MONTH)))
            .build();
    private static final Facts FACTS = Facts.startingAt("2024-01").column("revenue", 200, 240, 260)
            .column("cost", 120, 130).build();

    private static Result result() {
        return Evaluation.of(MODEL, FACTS).run();
    }

    @Test
    void selectorsStandAtTheInputs() {
        Workings workings = result().workings(1);
        assertThat(workings.steps()).extracting(WorkedStep::sort)
                .containsExactly(Sort.INPUT, Sort.INPUT, Sort.DIFFERENCE, Sort.QUOTIENT);
        assertThat(workings.steps().get(0)).hasToString("revenue[last 3 months]");
        assertThat(workings.window(0, Period.parse("2024-03"))).hasToString("2024-01 to 2024-03");
        assertThat(workings.step(0)).isEqualTo(3);
    }

    @Test
    void everyStepHasItsValue() {
        Workings workings = result().workings(0);
        assertThat(workings.values(0, 0)).containsExactly(200, 120, 80, 0.4);
        assertThat(workings.values(0, 2)).containsExactly(260, Double.NaN, Double.NaN, Double.NaN);
        assertThat(workings.why(3, 0, 2)).extracting(Reason::message)
                .containsExactly("cost has no facts after 2024-02, and 2024-03 is asked");
        assertThat(workings.why(0, 0, 2)).isEmpty();
    }

    @Test
    void decimalsHaveTheSameSteps() {
        Result exact = Evaluation.of(MODEL, FACTS).decimals(Decimals.scale(2, RoundingMode.HALF_EVEN)).run();
        assertThat(exact.workings(0).values(0, 0)).containsExactly(200, 120, 80, 0.4);
    }

    @Test
    void severalFormulasShareTheirSteps() {
        Workings workings = result().workings(List.of(name("revenue"), name("margin"), name("revenue")));
        assertThat(workings.steps()).hasSize(4);
        assertThat(workings.step(0)).isEqualTo(workings.step(2)).isZero();
        assertThat(workings.step(1)).isEqualTo(3);
        assertThat(workings.values(0, 1)).containsExactly(240, 130, 110, 110.0 / 240);
    }

    @Test
    void tellsWhichFactsWereRead() {
        Workings workings = result().workings(1);
        FactsRead cost = workings.factsRead(1, 0, 2).orElseThrow();
        assertThat(cost.input().name()).isEqualTo("cost");
        assertThat(cost.asked()).hasToString("2024-01 to 2024-03");
        assertThat(cost.known()).isEqualTo(2);
        assertThat(cost.periods()).isEqualTo(3);
        assertThat(cost.isComplete()).isFalse();
        assertThat(cost.extent().firstPeriod()).hasToString("2024-01");
        assertThat(workings.factsRead(2, 0, 2)).isEmpty();
        assertThat(result().workings(List.of(name("none"))).factsRead(0, 0, 0)).isEmpty();
    }

    @Test
    void arithmeticCanBeDoneWithOtherNumbers() {
        Workings workings = result().workings(0);
        assertThat(workings.steps().get(3).apply(1, 4)).isEqualTo(0.25);
        assertThat(workings.steps().get(3).apply(1, 0)).isNaN();
        assertThatIllegalStateException().isThrownBy(() -> workings.steps().get(0).apply());
    }
}

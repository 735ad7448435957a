package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

/** Answers that are easy to get wrong, each in the smallest model. */
class EvaluationTest {

    private static double[] ones(int count) {
        return IntStream.range(0, count).mapToDouble(i -> 1).toArray();
    }

    // --- windows that step back

    /** From day to day the window of the part of last month starts earlier: 31 January, then 30 and 31 January. */
    @Test
    void answersWindowsThatStepBack() {
        Model model = new SmallModel().flows("a")
                .kpi("k", select(name("a"), new Selector.Previous(), new Selector.ToDate(PeriodUnit.MONTH))).build();
        Facts facts = Facts.startingAt("2024-01-01").column("a", ones(60)).build();

        Result result = Evaluation.of(model, facts).from("2024-02-01").to("2024-02-29").run();

        for (int day = 0; day < 29; day++) {
            assertThat(result.valueOr(0, 0, day, -1)).isEqualTo(day + 1);
        }
    }

    /** Months that end on any day are one unit long each, and do not lie in order of their ends. */
    @Test
    void answersStatisticsOverMonthsThatEndOnAnyDay() {
        Model model = new SmallModel().flows("a")
                .kpi("k", statistic("max", name("a"), new Stretch.Periods(3, PeriodUnit.MONTH, 0))).build();
        Facts facts = Facts.startingAt("2022-12-01").column("a", ones(180)).build();

        Result result = Evaluation.of(model, facts).from("2023-03-01").to("2023-05-20").run();

        assertThat(result.value("k", "2023-03-31")).hasValue(31);
        assertThat(result.value("k", "2023-04-30")).hasValue(31);
    }
}

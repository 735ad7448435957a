package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.times;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.SmallModel;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.time.Period;

/** Definitions may lead from one to the next as far as they like. */
class LongChainsTest {

    private static final Context FEBRUARY = Context.of(Period.parse("2024-02"));

    /** Each KPI needs the one before it twice. */
    private static Result chain(int length, boolean products) {
        SmallModel model = new SmallModel().flows("a", "b").kpi("k0", name("a"));
        for (int i = 1; i < length; i++) {
            Expression before = name("k" + (i - 1));
            model.kpi("k" + i, products ? over(times(before, name("b")), name("b"))
                    : times(plus(before, before), number(0.5)));
        }
        return Evaluation.of(model.build(), Facts.startingAt("2024-01").column("a", 2, 5).column("b", 3, 4).build())
                .kpis("k" + (length - 1)).run();
    }

    @Test
    void sharedStepsCountOnce() {
        Decomposition moved = moved(chain(1000, false));
        assertThat(moved.rows()).extracting(Contribution::label).containsExactly("a");
        assertThat(moved.rows().get(0).amount()).isCloseTo(3, within(1e-9));
    }

    @Test
    void longChainsAreSplitGroupByGroup() {
        Decomposition moved = moved(chain(1000, true));
        assertThat(moved.rows().stream().mapToDouble(Contribution::amount).sum()).isCloseTo(3, within(1e-6));
        assertThat(moved.rows()).extracting(Contribution::label).contains("a");
    }

    private static Decomposition moved(Result result) {
        return ChangeExplanation.of(result, result.kpis().get(0).id()).from("2024-01").to("2024-02").decompose();
    }

    @Test
    void aSmallStackIsEnough() throws InterruptedException {
        Result result = chain(10_000, false);
        int[] steps = new int[2];
        Thread small = new Thread(null, () -> {
            steps[0] = moved(result).rows().size();
            steps[1] = Why.of(result, "k9999", FEBRUARY).steps().size();
        }, "small", 256 * 1024);
        small.start();
        small.join();
        assertThat(steps).containsExactly(1, 10_000);
    }

    @Test
    void timeGrowsWithTheLength() {
        Result small = chain(2_500, false);
        Result large = chain(20_000, false);
        time(small);
        time(large);
        // Eight times as long; four times that is left for a busy machine, and a square would be sixty-four times.
        assertThat(time(large)).isLessThan(time(small).multipliedBy(32));
    }

    /** The best of some runs. */
    private static Duration time(Result result) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            moved(result);
            Why.of(result, result.kpis().get(0).id(), FEBRUARY);
            best = Math.min(best, System.nanoTime() - start);
        }
        return Duration.ofNanos(best);
    }
}

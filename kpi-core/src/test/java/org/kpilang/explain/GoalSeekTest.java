package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Sum;
import org.kpilang.explain.GoalSeek.NotReached;
import org.kpilang.explain.GoalSeek.Outcome;
import org.kpilang.explain.GoalSeek.Reached;
import org.kpilang.explain.GoalSeek.Why;
import org.kpilang.model.InputKind;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Period;

class GoalSeekTest {

    private static final Expression SALES = Reference.to("sales");
    private static final Expression COST = Reference.to("cost");
    private static final Expression PROFIT = Sum.of(SALES, Sum.Operator.MINUS, COST);

    private static Business shop() {
        return Business.since("2024-01").dimensions("region")
                .input("sales", null).input("cost", null).input("idle", null).input("other", null)
                .facts(List.of("north"), "sales", 100, 150).facts(List.of("south"), "sales", 100, 50)
                .facts("cost", 120, 140).facts("idle", 0, 0).facts("other", 1, 1)
                .kpi("profit", null, PROFIT)
                .kpi("margin", null, Product.of(PROFIT, Product.Operator.DIVIDED_BY, SALES))
                .kpi("growth", null, Call.of("change_rate", SALES,
                        Selection.of(SALES, new Selector.Ago(1, PeriodUnit.MONTH, false))));
    }

    private static Outcome of(String kpi, Expression formula, double goal, String by) {
        return GoalSeek.of(shop().kpi(kpi, null, formula).ask(), kpi, goal).at(Period.parse("2024-01")).by(by);
    }

    private static Reached reached(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Reached.class);
        return (Reached) outcome;
    }

    private static NotReached notReached(Outcome outcome) {
        assertThat(outcome).isInstanceOf(NotReached.class);
        return (NotReached) outcome;
    }

    @Test
    void aLinearKpiIsSolvedAtOnce() {
        Reached profit = reached(GoalSeek.of(shop().ask(), "profit", 100).at(Period.parse("2024-01")).by("sales"));
        // 220 - 120 = 100
        assertThat(profit.factor()).isCloseTo(1.1, within(1e-14));
        assertThat(profit.before()).isEqualTo(200);
        assertThat(profit.after()).isCloseTo(220, within(1e-12));
        assertThat(profit.exact()).isTrue();
        assertThat(profit.value()).isCloseTo(100, within(1e-12));
    }

    @Test
    void aQuotientIsSolvedAtOnce() {
        Reached margin = reached(GoalSeek.of(shop().ask(), "margin", 0.5).at(Period.parse("2024-01")).by("sales"));
        // (240 - 120) / 240
        assertThat(margin.after()).isCloseTo(240, within(1e-11));
        assertThat(margin.exact()).isTrue();
        Reached cost = reached(GoalSeek.of(shop().ask(), "margin", 0.5).by("cost"));
        assertThat(cost.after()).isCloseTo(100, within(1e-12));
    }

    @Test
    void onlyTheAskedPeriodChanges() {
        Reached growth = reached(GoalSeek.of(shop().ask(), "growth", 0.25).by("sales"));
        // 250 after 200
        assertThat(growth.before()).isEqualTo(200);
        assertThat(growth.after()).isCloseTo(250, within(1e-11));
        assertThat(growth.needed()).hasToString("sales * " + growth.needed().amount().toPlainString() + " in 2024-02");
    }

    @Test
    void onlyTheAskedSliceChanges() {
        Reached north = reached(GoalSeek.of(shop().kpi("sold", null, SALES).ask(), "sold", 300)
                .in(Slice.of("region", "north")).by("sales"));
        assertThat(north.factor()).isCloseTo(2, within(1e-14));
        assertThat(north.needed().slice()).isEqualTo(Slice.of("region", "north"));
    }

    @Test
    void otherFormsAreSearched() {
        Reached square = reached(of("square", new Power(SALES, Business.number("2"), Origin.NONE), 90_000, "sales"));
        assertThat(square.factor()).isCloseTo(1.5, within(1e-12));
        assertThat(square.exact()).isFalse();
        Reached kinked = reached(of("kinked", Call.of("max", SALES, Business.number("250")), 260, "sales"));
        assertThat(kinked.factor()).isCloseTo(1.3, within(1e-12));
    }

    @Test
    void ofSeveralSolutionsTheNearestWins() {
        // (x - 2) * (x - 3) of so many times the sales: 1.25 and 6 times lie on both sides of zero.
        Expression times = Product.of(SALES, Product.Operator.DIVIDED_BY, Business.number("100"));
        Expression both = Product.of(Sum.of(times, Sum.Operator.MINUS, Business.number("3")), Product.Operator.TIMES,
                Sum.of(times, Sum.Operator.MINUS, Business.number("12")));
        Reached near = reached(of("both", both, 0, "sales"));
        assertThat(near.factor()).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void aGoalThatIsOnlyTouchedIsFound() {
        Expression away = Sum.of(SALES, Sum.Operator.MINUS, Business.number("333"));
        Reached lowest = reached(of("away", Sum.of(new Power(away, Business.number("2"), Origin.NONE), Sum.Operator.PLUS,
                Business.number("5")), 5, "sales"));
        assertThat(lowest.after()).isCloseTo(333, within(1e-2));
        assertThat(lowest.value()).isCloseTo(5, within(1e-4));
    }

    @Test
    void whatIsZeroIsRaisedByAnAmount() {
        Reached idle = reached(of("sum", Sum.of(Reference.to("idle"), Sum.Operator.PLUS, SALES), 250, "idle"));
        assertThat(idle.before()).isZero();
        assertThat(idle.after()).isCloseTo(50, within(1e-10));
        assertThat(idle.factor()).isNaN();
        assertThat(idle.needed().effect()).isEqualTo(Assumption.Effect.SHIFTED);
    }

    @Test
    void aGoalThatIsReachedAlreadyChangesNothing() {
        assertThat(reached(GoalSeek.of(shop().ask(), "profit", 60).by("sales")).factor()).isEqualTo(1);
    }

    @Test
    void theSignTurnsOnlyIfThereIsNoOtherWay() {
        Reached loss = reached(GoalSeek.of(shop().ask(), "profit", -200).by("sales"));
        assertThat(loss.after()).isCloseTo(-60, within(1e-12));
    }

    @Test
    void saysWhyThereIsNoSuchValue() {
        Evaluation question = shop().ask();
        assertThat(notReached(GoalSeek.of(question, "profit", 1).by("other")))
                .isEqualTo(new NotReached(Why.NOT_USED, "profit does not depend on other"));
        NotReached growth = notReached(GoalSeek.of(question, "growth", 0.2).at(Period.parse("2024-01")).by("sales"));
        assertThat(growth.why()).isEqualTo(Why.NO_VALUE);
        assertThat(growth.message()).startsWith("growth has no value in 2024-01: sales has no facts before 2024-01");
        NotReached cancelled = notReached(of("same", Product.of(SALES, Product.Operator.DIVIDED_BY, SALES), 2, "sales"));
        assertThat(cancelled).isEqualTo(new NotReached(Why.NO_EFFECT,
                "same stays 1 in 2024-01, whatever sales is there"));
        NotReached asymptote = notReached(GoalSeek.of(question, "margin", 1).by("sales"));
        assertThat(asymptote.why()).isEqualTo(Why.OUT_OF_REACH);
        NotReached floor = notReached(of("floor", Call.of("max", SALES, Business.number("150")), 100, "sales"));
        assertThat(floor.message()).startsWith("floor does not reach 100 in 2024-01 by sales: it goes from 150 to ");
        NotReached jumped = notReached(of("steps", Call.of("floor", Product.of(SALES, Product.Operator.DIVIDED_BY,
                Business.number("100"))), 2.5, "sales"));
        assertThat(jumped.why()).isEqualTo(Why.OUT_OF_REACH);
    }

    @Test
    void saysWhatCannotBeAsked() {
        assertThatThrownBy(() -> GoalSeek.of(shop().ask(), "profits", 1)).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("no KPI `profits`");
        assertThatThrownBy(() -> GoalSeek.of(shop().ask(), "profit", 1).by("sale"))
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("`sale`");
        assertThatThrownBy(() -> GoalSeek.of(shop().input("seen", null, InputKind.DISTINCT).facts("seen", 5, 5)
                .kpi("visits", null, Reference.to("seen")).ask(), "visits", 1).by("seen"))
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("distinct count");
        assertThatThrownBy(() -> GoalSeek.of(shop().ask(), "profit", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.growth;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;

/** Formulas that are long, deep, or grow fast: they are answered, or refused, in little time and on a small stack. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class EvaluationLimitsTest {

    private static final int SMALL_STACK = 320 * 1024;
    private static final Facts FACTS = Facts.startingAt("2020-01").column("a", ones(60)).column("b", ones(60)).build();

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Result last(Model model, String kpi) {
        return Evaluation.of(model, FACTS).kpis(kpi).from("2024-12").run();
    }

    /** Runs something on a thread with a small stack. */
    private static void onSmallStack(Runnable task) throws InterruptedException {
        List<Throwable> thrown = new ArrayList<>();
        Thread thread = new Thread(null, task, "small stack", SMALL_STACK);
        thread.setUncaughtExceptionHandler((where, what) -> thrown.add(what));
        thread.start();
        thread.join();
        assertThat(thrown).isEmpty();
    }

    private static Stretch months(int count) {
        return new Stretch.Periods(count, PeriodUnit.MONTH, 0);
    }

    @Test
    void answersAChainOfTenThousandKpis() throws InterruptedException {
        SmallModel chain = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 10_000; i++) {
            chain.kpi("k" + i, plus(name("k" + (i - 1)), number(1)));
        }
        Model model = chain.build();

        onSmallStack(() -> {
            assertThat(last(model, "k10000").value("k10000", "2024-12")).hasValue(10_001);
            assertThat(Evaluation.of(model, FACTS).from("2024-12").run().kpis()).hasSize(10_001);
            assertThat(Evaluation.of(model, FACTS).kpis("k10000").from("2025-01").to("2025-01").run()
                    .why("k10000", "2025-01")).hasSize(1);
        });
    }

    @Test
    void answersASumOfAHundredThousandTerms() throws InterruptedException {
        List<Sum.Term> terms = new ArrayList<>();
        for (int i = 1; i < 100_000; i++) {
            terms.add(new Sum.Term(Sum.Operator.PLUS, i % 3 == 0 ? name("b") : name("a"), Origin.NONE));
        }
        Model model = new SmallModel().flows("a", "b").kpi("k", new Sum(name("a"), terms, Origin.NONE)).build();

        onSmallStack(() -> {
            assertThat(last(model, "k").value("k", "2024-12")).hasValue(100_000);
            assertThat(Evaluation.of(model, FACTS).from("2025-01").to("2025-01").run().why("k", "2025-01")).hasSize(2);
        });
    }

    @Test
    void answersGrowthOfGrowth() throws InterruptedException {
        Expression formula = name("a");
        for (int i = 0; i < 60; i++) {
            formula = growth(plus(formula, number(2)), 1, PeriodUnit.MONTH);
        }
        Expression nested = formula;
        Model model = new SmallModel().flows("a").kpi("k", name("a")).build();

        onSmallStack(() -> {
            Answers answers = last(model, "k").ask(List.of(nested));
            assertThat(answers.why(0, 0, 0)).extracting(Reason::code).containsExactly(Absence.BEFORE_HISTORY);
        });
    }

    @Test
    void sharesWhatIsUsedTwice() {
        SmallModel doubling = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 200; i++) {
            doubling.kpi("k" + i, plus(name("k" + (i - 1)), name("k" + (i - 1))));
        }
        Plan plan = Evaluation.of(doubling.build(), FACTS).kpis("k200").from("2024-12").plan();

        assertThat(plan.describe().lines().count()).isLessThan(210);
        assertThat(plan.run().value("k200", "2024-12")).hasValue(Math.pow(2, 200));
    }

    @Test
    void answersStatisticsInAChainOnce() {
        SmallModel chain = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 40; i++) {
            chain.kpi("j" + i, plus(name("a"), number(i)));
            chain.kpi("k" + i, plus(statistic("avg", name("k" + (i - 1)), months(2)), name("j" + i)));
        }
        assertThat(last(chain.build(), "k40").value("k40", "2024-12")).hasValue(1 + 40 + 40 * 41 / 2);
    }

    @Test
    void refusesStatisticsThatDoubleAtEveryLevel() {
        SmallModel doubling = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 40; i++) {
            Expression below = name("k" + (i - 1));
            doubling.kpi("k" + i, minus(statistic("avg", below, months(2)), statistic("avg", below, months(3))));
        }
        Model model = doubling.build();

        assertThatThrownBy(() -> last(model, "k40")).isInstanceOfSatisfying(DiagnosticException.class, e ->
                assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_MANY_STEPS));
    }

    /** Every step folds into a number, but the ways to it double. */
    @Test
    void refusesWindowsThatDoubleAtEveryLevelEvenOfNumbers() {
        SmallModel doubling = new SmallModel().flows("a").kpi("k0", number(1));
        for (int i = 1; i <= 30; i++) {
            Expression below = name("k" + (i - 1));
            doubling.kpi("k" + i, plus(select(below, new Selector.Previous()),
                    select(below, new Selector.ToDate(PeriodUnit.YEAR))));
        }
        Model model = doubling.build();

        assertThatThrownBy(() -> last(model, "k30")).isInstanceOfSatisfying(DiagnosticException.class, e ->
                assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_MANY_STEPS));
    }

    @Test
    void refusesFormulasThatAreTooDeepOnceTheirFunctionsAreWrittenOut() {
        SmallModel nested = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 60; i++) {
            nested.kpi("k" + i, statistic("avg", name("k" + (i - 1)), months(1)));
        }
        Model model = nested.build();

        assertThatThrownBy(() -> last(model, "k60")).isInstanceOfSatisfying(DiagnosticException.class, e ->
                assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_DEEP));
    }

    @Test
    void refusesStatisticsOverTooManyPeriods() {
        Model model = new SmallModel().flows("a")
                .kpi("many", statistic("count", name("a"), months(100_000)))
                .build();
        Facts days = Facts.startingAt("2024-01-01").column("a", ones(366)).build();

        assertThat(last(model, "many").value("many", "2024-12")).hasValue(60);
        // A month that ends on each of 366 days, and the 99,999 before it.
        assertThatThrownBy(() -> Evaluation.of(model, days).kpis("many").run())
                .isInstanceOfSatisfying(DiagnosticException.class, e ->
                        assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_MANY_PERIODS));
        assertThatThrownBy(() -> last(model, "many").ask(List.of(statistic("count", name("a"), months(2_000_001)))))
                .isInstanceOfSatisfying(DiagnosticException.class, e ->
                        assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_MANY_PERIODS));
    }

    @Test
    void refusesStatisticsThatLeadOutOfTheCalendar() {
        SmallModel nested = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 6; i++) {
            nested.kpi("k" + i, statistic("count", name("k" + (i - 1)),
                    new Stretch.Periods(1_000_000, PeriodUnit.YEAR, 0)));
        }
        Model model = nested.build();
        Facts days = Facts.startingAt("2024-01-01").column("a", ones(366)).build();

        assertThatThrownBy(() -> Evaluation.of(model, days).kpis("k6").grain(Grain.YEAR).run())
                .isInstanceOfSatisfying(DiagnosticException.class, e ->
                        assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.REQUEST_NOT_VALID));
    }

    /** Each KPI alone is as deep as it may be; what they come to together is not more than a small stack holds. */
    @Test
    void answersOrRefusesStatisticsInsideDeepFormulas() throws InterruptedException {
        SmallModel nested = new SmallModel().flows("a").kpi("k0", name("a"));
        for (int i = 1; i <= 40; i++) {
            Expression formula = statistic("avg", name("k" + (i - 1)), months(1));
            for (int level = 0; level < 240; level++) {
                formula = new Negation(formula, Origin.NONE);
            }
            nested.kpi("k" + i, formula);
        }
        Model model = nested.build();

        onSmallStack(() -> {
            assertThat(last(model, "k1").value("k1", "2024-12")).hasValue(1);
            assertThatThrownBy(() -> last(model, "k40")).isInstanceOfSatisfying(DiagnosticException.class, e ->
                    assertThat(e.diagnostics().get(0).code()).isEqualTo(DiagnosticCode.TOO_DEEP));
        });
    }
}

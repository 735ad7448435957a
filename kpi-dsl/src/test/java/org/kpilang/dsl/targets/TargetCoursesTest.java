package org.kpilang.dsl.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What a target is in each period: its path, its shape, for which periods its figure is, and for which parts. */
class TargetCoursesTest {

    private static final double NONE = Double.NaN;

    private static double[] year(double... values) {
        return values.length == 12 ? values : IntStream.range(0, 12).mapToDouble(i -> values[0] + i).toArray();
    }

    private static Judged stock(String target) {
        return Judged.of("unit customer\ninput members : customer stock\nkpi customers = members { better higher  "
                + target + " }", "2026-01").facts("members", year(100));
    }

    private static Judged flow(String target) {
        return Judged.of("input sold : flow\nkpi sales = sold { better higher  " + target + " }", "2026-01")
                .facts("sold", year(100));
    }

    @Test
    void stepsAreLevelInBetween() {
        Judged customers = stock("target 10 by 2026-12 from 4 at 2026-01 in quarterly steps");

        assertThat(customers.targets()).containsExactly(4.0, 4.0, 4.0, 6.0, 6.0, 6.0, 8.0, 8.0, 8.0, 10.0, 10.0, 10.0);
        assertThat(customers.ask(each -> each.grain(Grain.QUARTER)).targets()).containsExactly(4.0, 6.0, 8.0, 10.0);
        assertThat(customers.ask(each -> each.grain(Grain.YEAR)).targets()).containsExactly(10.0);
    }

    @Test
    void stepsOfWhatAddsUpAreSummed() {
        Judged sales = flow("target 130 by 2026-12 from 100 at 2026-01 in quarterly steps");

        assertThat(sales.targets()).containsExactly(
                100.0, 100.0, 100.0, 110.0, 110.0, 110.0, 120.0, 120.0, 120.0, 130.0, 130.0, 130.0);
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER)).targets()).containsExactly(300.0, 330.0, 360.0, 390.0);
    }

    @Test
    void milestonesAreTargetsWithDatesOfTheirOwn() {
        Judged customers = stock("target 110 by 2026-03  target 120 by 2026-06  target 150 by 2026-12");

        assertThat(customers.targets()).containsExactly(
                110.0, 110.0, 110.0, 120.0, 120.0, 120.0, 150.0, 150.0, 150.0, 150.0, 150.0, 150.0);
    }

    @Test
    void aTotalIsSpreadEvenlyOverItsParts() {
        Judged sales = flow("target 1200 by 2026 spread evenly");

        assertThat(sales.targets()).containsOnly(100.0).hasSize(12);
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER)).targets()).containsOnly(300.0);
        assertThat(sales.ask(each -> each.grain(Grain.YEAR)).targets()).containsExactly(1200.0);
    }

    /** A total that is worked out is that of all of the period in which it is due, in each of its parts. */
    @Test
    void aFormulaIsATotalToo() {
        double[] season = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 30};
        for (String total : List.of("2 * sold[1 year ago]", "plan", "plan + 0 * sold[1 year ago]", "wanted")) {
            Judged evenly = planned(total, "evenly", season);
            assertThat(evenly.targets()).as(total).containsOnly(280.0 / 12).hasSize(12);
            assertThat(evenly.ask(each -> each.grain(Grain.QUARTER).from("2026-Q1")).targets()).containsOnly(70.0);
            assertThat(evenly.ask(each -> each.grain(Grain.YEAR).from("2026")).targets()).containsExactly(280.0);
            assertThat(planned(total, "like 2025", season).targets()).as(total).containsExactly(
                    20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 60.0);
        }
    }

    private static Judged planned(String total, String how, double[] season) {
        return Judged.of("input sold, plan : flow\nkpi sales = sold { better higher  target " + total
                + " by 2026 spread " + how + " }\nkpi wanted = 2 * sold[1 year ago]", "2025-01").facts("sold", season)
                .facts("sold", "2026-01", year(15)).facts("plan", "2026-01", new double[] {
                    0, 0, 70, 0, 0, 70, 0, 0, 70, 0, 0, 70}).ask(each -> each.from("2026-01"));
    }

    /** As many parts as the facts have: of days, January has 31 of 365. */
    @Test
    void daysShareATotalByTheirNumber() {
        double[] days = new double[59];
        Arrays.fill(days, 1);
        Judged sales = Judged.of("""
                input sold : flow
                kpi sales = sold { better higher  target 730 by 2026 spread evenly }
                """, "2026-01-01").facts("sold", days).ask(each -> each.grain(Grain.MONTH));

        assertThat(sales.targets()).containsExactly(62.0, 56.0);
        assertThat(sales.ask(each -> each.grain(Grain.DAY)).targets()).containsOnly(2.0);
    }

    /** Twice as much as last year, whose December is as large as three other months. */
    @Test
    void aTotalIsSpreadAsAnotherYearWent() {
        double[] season = {10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 30};
        Judged sales = Judged.of("""
                input sold : flow
                kpi sales = sold { better higher  target 280 by 2026 spread like 2025 }
                """, "2025-01").facts("sold", season).facts("sold", "2026-01", year(15));

        assertThat(sales.targets().subList(0, 12)).containsOnly(NONE);
        assertThat(sales.targets().subList(12, 24)).containsExactly(
                20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 20.0, 60.0);
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER).from("2026-Q1")).targets())
                .containsExactly(60.0, 60.0, 60.0, 100.0);
        assertThat(sales.ask(each -> each.grain(Grain.YEAR).from("2026")).targets()).containsExactly(280.0);
    }

    /** Last year three quarters of the growth came in the second half. */
    @Test
    void aBalanceTakesTheShapeOfAnotherYear() {
        double[] last = {101, 102, 103, 104, 105, 110, 115, 120, 125, 130, 135, 140};
        Judged customers = Judged.of("""
                input members : stock
                kpi customers = members { better higher  target 220 by 2026-12 from 140 at 2025-12 spread like 2025 }
                """, "2024-12").facts("members", 100).facts("members", "2025-01", last)
                .facts("members", "2026-01", year(140));

        List<Double> targets = customers.ask(each -> each.from("2026-01")).targets();
        assertThat(targets).containsExactly(142.0, 144.0, 146.0, 148.0, 150.0, 160.0, 170.0, 180.0, 190.0, 200.0, 210.0,
                220.0);
        assertThat(customers.ask(each -> each.grain(Grain.QUARTER).from("2026-Q1")).targets())
                .as("a quarter stands where its last month does").containsExactly(146.0, 160.0, 190.0, 220.0);
    }

    @Test
    void aYearThatDidNotChangeHasNoShape() {
        double[] level = new double[13];
        Arrays.fill(level, 7);
        assertThat(Judged.of("""
                input members : stock
                kpi customers = members { better higher  target 9 by 2026-12 from 7 at 2025-12 spread like 2025 }
                """, "2024-12").facts("members", level).facts("members", "2026-01", 7, 7)
                .ask(each -> each.from("2026-01")).targets()).containsOnly(NONE);
    }

    @Test
    void aChangeGoesInStepsOrLikeAnotherYear() {
        Judged customers = Judged.of("""
                input members : stock
                kpi customers = members { target +40 during 2026 in quarterly steps }
                """, "2025-12").facts("members", 100).facts("members", "2026-01", year(101));
        assertThat(customers.ask(each -> each.from("2026-01")).targets()).containsExactly(
                110.0, 110.0, 110.0, 120.0, 120.0, 120.0, 130.0, 130.0, 130.0, 140.0, 140.0, 140.0);

        double[] last = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 110};
        assertThat(Judged.of("""
                input members : stock
                kpi customers = members { target +40 during 2026 spread like 2025 }
                """, "2024-12").facts("members", 100).facts("members", "2025-01", last)
                .facts("members", "2026-01", year(111)).ask(each -> each.from("2026-10")).targets())
                .containsExactly(110.0, 110.0, 150.0);
    }

    @Test
    void aFigureForEveryMonthIsForAMonthWhateverTheFactsAre() {
        double[] days = new double[90];
        Arrays.fill(days, 1);
        Judged sales = Judged.of("input sold : flow\nkpi sales = sold { better higher  target 100 every month }",
                "2026-01-01").facts("sold", days);

        assertThat(sales.ask(each -> each.grain(Grain.MONTH)).targets()).containsOnly(100.0);
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER)).targets()).containsExactly(300.0);
        assertThat(sales.ask(each -> each.grain(Grain.DAY)).targets()).as("it says nothing of a day")
                .containsOnly(NONE);
    }

    @Test
    void aFigureForAnyPeriodIsTheSameForALongOne() {
        Judged accidents = flow("target 5 in any period");

        assertThat(accidents.targets()).containsOnly(5.0);
        assertThat(accidents.ask(each -> each.grain(Grain.YEAR)).targets()).containsExactly(5.0);
    }

    /** Twelve months of 100 are not what is wanted of the year. */
    @Test
    void aLongerPeriodMayHaveATargetOfItsOwn() {
        Judged sales = flow("target 100 every month  target 1500 every year");

        assertThat(sales.targets()).containsOnly(100.0);
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER)).targets()).containsOnly(300.0);
        assertThat(sales.ask(each -> each.grain(Grain.YEAR)).targets()).containsExactly(1500.0);
    }

    @Test
    void anotherKpiOrAPlanIsATarget() {
        Judged sales = Judged.of("""
                input sold, plan, visits : flow
                kpi sales = sold { better higher  target plan within 10% }
                kpi wanted = visits / 10
                """, "2026-01").facts("sold", 90, 89, 120).facts("plan", 100, 100, 110).facts("visits", 1, 1, 1);
        assertThat(sales.targets()).containsExactly(100.0, 100.0, 110.0);
        assertThat(sales.statuses()).isEqualTo("amber red green");
        assertThat(sales.ask(each -> each.grain(Grain.QUARTER)).targets()).containsExactly(310.0);

        assertThat(Judged.of("""
                input sold, visits : flow
                kpi sales = sold { better higher  target wanted }
                kpi wanted = visits / 10
                """, "2026-01").facts("sold", 1, 2).facts("visits", 50, 70).targets()).containsExactly(5.0, 7.0);
    }

    @Test
    void eachPersonHasATargetOfTheirOwn() {
        Model model = KpiLanguage.model("""
                dimension rep
                input deals : flow
                kpi sales = deals {
                  better  higher
                  target  30
                  target  12 for rep = "Ann" within 20%
                  target  8 for rep = "Bob"
                }
                """);
        var facts = Facts.builder(model);
        RowTable table = facts.table("deals", Grain.MONTH).dimensions("rep").inputs("deals");
        table.row(Period.parse("2026-01"), "Ann").value("deals", 10);
        table.row(Period.parse("2026-01"), "Bob").value("deals", 9);
        Scorecard scorecard = Scorecard.of(Evaluation.of(model, facts.build()).by("rep").run());
        Period month = Period.parse("2026-01");

        assertThat(scorecard.target("sales", Slice.of("rep", "Ann"), month)).hasValue(12);
        assertThat(scorecard.target("sales", Slice.of("rep", "Bob"), month)).hasValue(8);
        assertThat(scorecard.target("sales", Slice.TOTAL, month)).hasValue(30);
        assertThat(scorecard.status("sales", Slice.of("rep", "Ann"), month)).contains("amber");
        assertThat(scorecard.status("sales", Slice.of("rep", "Bob"), month)).contains("green");
        assertThat(scorecard.status("sales", Slice.TOTAL, month)).contains("red");
    }

    /** Four-hour waits in English emergency departments: 98% from 2004, 95% from 2010, 76% asked by March 2024. */
    @Test
    void historyKeepsTheTargetThatHeldThen() {
        Judged waits = Judged.of("""
                input seen_in_time, seen : flow
                kpi four_hours = seen_in_time / seen { unit percent  better higher  until 2010-03  target 98% }
                kpi four_hours = seen_in_time / seen {
                  unit percent  better higher  since 2010-04  until 2022-12  target 95%
                }
                kpi four_hours = seen_in_time / seen {
                  unit percent  better higher  since 2023-01  target 76% by 2024-03
                }
                """, "2009").facts("seen_in_time", 98, 96, 72, 73).facts("seen", 100, 100, 100, 100);

        assertThat(waits.ask(each -> each.to("2009")).targets()).containsExactly(0.98);
        assertThat(waits.ask(each -> each.from("2010").to("2012")).targets()).containsOnly(0.95);
        assertThat(waits.ask(each -> each.asDefinedNow().to("2009")).targets()).as("by today's").containsExactly(0.76);
    }

    @Test
    void aCalendarOfWeeksHasNoQuarters() {
        String model = "calendar iso weeks\ninput sold : flow\nkpi sales = sold { better higher  target ";
        for (String target : List.of("5 every quarter }", "9 by 2026-W50 from 5 at 2026-W01 in quarterly steps }")) {
            assertThat(KpiLanguage.check(SourceText.of("weeks.kpi", model + target)).diagnostics())
                    .extracting(Diagnostic::code, Diagnostic::message)
                    .containsExactly(tuple(DiagnosticCode.COURSE_NOT_VALID, "the calendar has no quarters"));
        }
    }

    @Test
    void aToleranceGivesAStatusWithoutBands() {
        assertThat(flow("target 105 within 2%").statuses()).isEqualTo(
                "red red red amber amber green green green green green green green");
        assertThat(stock("target 105 customer within 3 customer").statuses()).isEqualTo(
                "red red amber amber amber green green green green green green green");
        Judged margin = Judged.of("""
                input a, b : flow
                kpi share = a / b { unit percent  better lower  target 40% within 2 points }
                """, "2026-01").facts("a", 39, 40, 41, 42, 43).facts("b", 100, 100, 100, 100, 100);
        assertThat(margin.statuses()).isEqualTo("green green amber amber red");
        Judged range = Judged.of("""
                input a, b : flow
                kpi cover = a / b { better between 2 and 4  target 3 within 0.5 }
                """, "2026-01").facts("a", 1, 1.5, 2, 3, 4, 4.5, 5).facts("b", 1, 1, 1, 1, 1, 1, 1);
        assertThat(range.statuses()).isEqualTo("red amber green green green amber red");
    }

    @Test
    void bandsOfTheKpiDecideBeforeATolerance() {
        assertThat(flow("target 105 within 2%  status good >= 100% of target, bad otherwise")
                .ask(each -> each.to("2026-06")).statuses()).isEqualTo("bad bad bad bad bad good");
        assertThat(flow("target 105 within 2%").ask(each -> each.from("2026-10").openFrom("2026-12")).statuses())
                .isEqualTo("green green open");
    }

    @Test
    void aToleranceGrowsWithThePeriodAsItsTargetDoes() {
        assertThat(flow("target 105 every month within 3").ask(each -> each.grain(Grain.QUARTER)).statuses())
                .as("303, 312, 321, 330 against 315 less 9").isEqualTo("red amber green green");
        assertThat(flow("target 1200 by 2026 spread evenly within 1%").ask(each -> each.to("2026-02")).scorecard()
                .goal(0, 0, 0).orElseThrow().tolerated().low()).isCloseTo(99, within(1e-12));
    }
}

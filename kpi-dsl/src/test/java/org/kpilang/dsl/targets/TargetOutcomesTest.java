package org.kpilang.dsl.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kpilang.scorecard.Achievement;
import org.kpilang.scorecard.Pace;
import org.kpilang.scorecard.PaceProfile;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.scorecard.TargetOutcomes;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Whether targets were reached, how far the way is, what is required for the rest, and whether the pace is enough. */
class TargetOutcomesTest {

    private static final String MRR = """
            currency USD
            input subscriptions : USD stock
            kpi mrr "Monthly recurring revenue" = subscriptions {
              better  higher
              target  +25k USD during 2026
              owner   "Sales"
            }
            """;

    private static Judged mrr(double... months) {
        return Judged.of(MRR, "2025-12").facts("subscriptions", 180_000).facts("subscriptions", "2026-01", months);
    }

    /** The strategic example of the article: increase monthly recurring revenue by $25K this year. */
    @Test
    void increaseMonthlyRecurringRevenueByTwentyFiveThousandThisYear() {
        double[] months = {182_500, 184_200, 187_000, 188_600, 191_000, 193_400};
        TargetOutcome outcome = mrr(months).outcome();

        assertThat(outcome.achievement()).isEqualTo(Achievement.NOT_YET_DUE);
        assertThat(outcome.goal().orElseThrow().target()).isEqualTo(205_000);
        assertThat(outcome.progress().orElseThrow()).isCloseTo(13_400 / 25_000.0, within(1e-12));
        assertThat(outcome.required().orElseThrow()).as("a month").isCloseTo(11_600 / 6.0, within(1e-9));
        Pace pace = outcome.pace().orElseThrow();
        assertThat(pace.expected()).as("half of the way in June").isEqualTo(192_500);
        assertThat(pace.ratio().orElseThrow()).isCloseTo(13_400 / 12_500.0, within(1e-12));
        assertThat(pace.projection().value()).isCloseTo(206_800, within(1e-6));
        assertThat(pace.verdict()).as("2,233 a month on average would be enough, but months differ")
                .isEqualTo(Pace.Verdict.AT_RISK);
    }

    @Test
    void theYearEndDecides() {
        double[] months = {182, 184, 187, 189, 191, 193, 196, 198, 200, 202, 204, 206};
        double[] thousands = Arrays.stream(months).map(each -> each * 1000).toArray();
        TargetOutcome outcome = mrr(thousands).outcome();

        assertThat(outcome.achievement()).isEqualTo(Achievement.ACHIEVED);
        assertThat(outcome.asOf()).contains(Period.parse("2026-12"));
        assertThat(outcome.required()).isEmpty();
        assertThat(outcome.pace()).isEmpty();
        thousands[11] = 204_999;
        assertThat(mrr(thousands).outcome().achievement()).isEqualTo(Achievement.MISSED);
        assertThat(mrr(Arrays.copyOf(thousands, 11)).facts("subscriptions", "2027-01", 210_000).outcome().achievement())
                .as("December is not known").isEqualTo(Achievement.NO_DATA);
        assertThat(mrr(thousands).ask(each -> each.openFrom("2026-12")).outcome().achievement())
                .isEqualTo(Achievement.NOT_YET_DUE);
    }

    @Test
    void progressIsNegativeWhereItWentTheOtherWay() {
        assertThat(mrr(177_500).outcome().progress().orElseThrow()).isEqualTo(-0.1);
        assertThat(mrr(180_000).outcome().progress().orElseThrow()).isEqualTo(0);
        assertThat(mrr(205_000).outcome().progress().orElseThrow()).isEqualTo(1);
        assertThat(mrr(205_000).outcome().isReached()).isTrue();
    }

    /**
     * The operational example of the article: decrease the days to resolve a problem. Figures: UCI incident management
     * log, mean days to resolve in March, April and May 2016.
     */
    @Test
    void decreaseTheDaysToResolve() {
        Judged days = Judged.of("""
                unit incident
                input days_open : day flow
                input resolved  : incident flow
                kpi days_to_resolve = days_open / resolved { better lower  target lower  owner "Support" }
                """, "2016-03").facts("days_open", 1003, 608, 553).facts("resolved", 100, 100, 100);

        TargetOutcome outcome = days.outcome();
        assertThat(outcome.achievement()).isEqualTo(Achievement.HELD);
        assertThat(outcome.value().orElseThrow()).isCloseTo(5.53, within(1e-12));
        assertThat(outcome.goal().orElseThrow().target()).isCloseTo(6.08, within(1e-12));
        assertThat(outcome.goal().orElseThrow().gap(5.53)).isCloseTo(0.55, within(1e-12));
        TargetOutcome broken = days.facts("days_open", "2016-06", 553).facts("resolved", "2016-06", 100).outcome();
        assertThat(broken.achievement()).as("the same is not lower").isEqualTo(Achievement.BROKEN);
        assertThat(broken.asOf()).contains(Period.parse("2016-06"));
    }

    @Test
    void theDaysToResolveOnTheirWayToANumber() {
        Judged days = Judged.of("""
                input days_open, resolved : flow
                kpi days_to_resolve = days_open / resolved {
                  better    lower
                  baseline  10.03 at 2016-03
                  target    5 by 2016-07
                }
                """, "2016-03")
                .facts("days_open", 1003, 608, 553).facts("resolved", 100, 100, 100);

        TargetOutcome outcome = days.outcome();
        assertThat(outcome.progress().orElseThrow()).isCloseTo(4.5 / 5.03, within(1e-9));
        assertThat(outcome.required().orElseThrow()).isCloseTo(-0.265, within(1e-9));
        Pace pace = outcome.pace().orElseThrow();
        assertThat(pace.expected()).as("half of the way").isCloseTo(7.515, within(1e-9));
        assertThat(pace.ratio().orElseThrow()).isCloseTo(4.5 / 2.515, within(1e-9));
    }

    @Test
    void aTargetWithoutADateHoldsOrIsBroken() {
        String model = "input a, b : flow\nkpi share = a / b { better higher  target 0.5 }";
        assertThat(Judged.of(model, "2026-01").facts("a", 5, 6).facts("b", 10, 10).outcome().achievement())
                .isEqualTo(Achievement.HELD);
        TargetOutcome broken = Judged.of(model, "2026-01").facts("a", 5, 4, 6).facts("b", 10, 10, 10).outcome();
        assertThat(broken.achievement()).isEqualTo(Achievement.BROKEN);
        assertThat(broken.asOf()).contains(Period.parse("2026-02"));
        assertThat(Judged.of(model, "2026-01").facts("a", 5).facts("b", 0).outcome().achievement())
                .isEqualTo(Achievement.NO_DATA);
        assertThat(Judged.of(model, "2026-01").facts("a", 1).facts("b", 10).ask(each -> each.openFrom("2026-01"))
                .outcome().achievement()).as("only an open period").isEqualTo(Achievement.NOT_YET_DUE);
    }

    @Test
    void nothingIsSaidWhereNobodySaysWhatIsBetter() {
        String model = "input a, b : flow\nkpi share = a / b { target 0.5 by 2026-02 }";
        assertThat(Judged.of(model, "2026-01").facts("a", 5, 6).facts("b", 10, 10).outcomes()).isEmpty();
        assertThat(Judged.of("input a, b : flow\nkpi share = a / b { target 0.5 by 2026-02 from 0.7 at 2026-01 }",
                "2026-01").facts("a", 5, 6).facts("b", 10, 10).outcome().achievement())
                .as("it leads down").isEqualTo(Achievement.MISSED);
    }

    private static Judged sales(String target, double... months) {
        return Judged.of("input sold : flow\nkpi sales = sold { better higher  " + target + " }", "2026-01")
                .facts("sold", months);
    }

    @Test
    void aTotalOfAYearIsCollectedMonthByMonth() {
        TargetOutcome outcome = sales("target 1300 by 2026", 90, 110, 100, 100).outcome();

        assertThat(outcome.achievement()).isEqualTo(Achievement.NOT_YET_DUE);
        assertThat(outcome.value()).hasValue(400);
        assertThat(outcome.progress().orElseThrow()).isCloseTo(400 / 1300.0, within(1e-12));
        assertThat(outcome.required()).as("a month").hasValue(112.5);
        Pace pace = outcome.pace().orElseThrow();
        assertThat(pace.projection().value()).isCloseTo(1200, within(1e-9));
        assertThat(pace.expected()).isCloseTo(1300 / 3.0, within(1e-9));
        assertThat(pace.projection().band().orElseThrow().high() - 1200)
                .isCloseTo(2.66 * 10 * Math.sqrt(8 + 16), within(1e-9));
        assertThat(pace.verdict()).isEqualTo(Pace.Verdict.AT_RISK);
        assertThat(sales("target 1400 by 2026", 90, 110, 100, 100).outcome().pace().orElseThrow().verdict())
                .isEqualTo(Pace.Verdict.OFF_PACE);
        assertThat(sales("target 1000 by 2026", 90, 110, 100, 100).outcome().pace().orElseThrow().verdict())
                .isEqualTo(Pace.Verdict.ON_PACE);
    }

    @Test
    void aTotalIsDecidedWhenItsPeriodIsOver() {
        assertThat(sales("target 300 by 2026-Q1", 90, 110, 100).outcome().achievement())
                .isEqualTo(Achievement.ACHIEVED);
        assertThat(sales("target 301 by 2026-Q1", 90, 110, 100).outcome().achievement()).isEqualTo(Achievement.MISSED);
        assertThat(sales("target 100 by 2026-03", 90, 110, 100).outcome().value()).as("of a month").hasValue(100);
        assertThat(sales("target 100 by 2025", 90, 110, 100).outcomes()).as("before the first period").isEmpty();
    }

    @Test
    void thePaceOfATotalFollowsTheDaysIfAsked() {
        Scorecard scorecard = sales("target 1300 by 2026", 90, 110).scorecard();

        Pace days = TargetOutcomes.of(scorecard, PaceProfile.DAYS).get(0).pace().orElseThrow();
        assertThat(days.elapsed()).isCloseTo(59 / 365.0, within(1e-12));
        assertThat(days.projection().value()).isCloseTo(200 * 365 / 59.0, within(1e-9));
    }

    /** A third of the year's total was there by June last year; so half of this year's wanted is ahead of it. */
    @Test
    void thePaceOfASpreadTotalFollowsTheOtherYear() {
        double[] season = {10, 10, 10, 10, 10, 10, 20, 20, 20, 20, 20, 20};
        Judged sales = Judged.of("""
                input sold : flow
                kpi sales = sold { better higher  target 300 by 2026 spread like 2025 }
                """, "2025-01").facts("sold", season).facts("sold", "2026-01", 15, 16, 14, 15, 15, 15)
                .ask(each -> each.from("2026-01"));

        Pace pace = sales.outcome().pace().orElseThrow();
        assertThat(pace.elapsed()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(pace.expected()).isCloseTo(100, within(1e-9));
        assertThat(pace.actual()).isCloseTo(90, within(1e-9));
        assertThat(pace.projection().value()).isCloseTo(270, within(1e-9));
        assertThat(sales.outcome().required()).hasValue(35);
    }

    @Test
    void theStatusOfAnOpenMonthIsThatOfItsPaceIfAsked() {
        double[] days = new double[45];
        Arrays.fill(days, 4);
        Judged sales = Judged.of("""
                input sold : flow
                kpi sales = sold {
                  better  higher
                  target  100 every month
                  status  green >= 100% of target, red otherwise
                }
                """, "2026-01-01").facts("sold", days);
        Scorecard months = sales.ask(each -> each.grain(Grain.MONTH).openFrom("2026-02-15")).scorecard();
        Scorecard parts = sales.ask(each -> each.grain(Grain.DAY).openFrom("2026-02-15")).scorecard();

        assertThat(months.status("sales", "2026-02")).contains(Scorecard.OPEN);
        Pace pace = months.pace(0, 0, 1, parts.result(), PaceProfile.PERIODS).orElseThrow();
        assertThat(pace.elapsed()).isEqualTo(0.5);
        assertThat(pace.projection().value()).isCloseTo(112, within(1e-9));
        assertThat(pace.required().orElseThrow()).isCloseTo(44 / 14.0, within(1e-9));
        assertThat(months.statusAtPace(0, 0, 1, parts.result())).contains("green");
        assertThat(months.statusAtPace(0, 0, 0, parts.result())).as("closed").contains("green");
        Scorecard early = sales.ask(each -> each.grain(Grain.DAY).openFrom("2026-02-05")).scorecard();
        assertThat(months.statusAtPace(0, 0, 1, early.result())).as("four of 28 days").contains(Scorecard.OPEN);
    }

    @Test
    void aCellTellsItsProgress() {
        Scorecard scorecard = Judged.of("""
                input a, b : flow
                kpi days = a / b { better lower  target 10 by 2026-06 from 14 at 2026-01 }
                """, "2026-01").facts("a", 14, 13, 15).facts("b", 1, 1, 1).scorecard();

        assertThat(List.of(scorecard.progress(0, 0, 0), scorecard.progress(0, 0, 1), scorecard.progress(0, 0, 2)))
                .containsExactly(OptionalDouble.of(0), OptionalDouble.of(0.25), OptionalDouble.of(-0.25));
    }

    /** On its line it would come to less than nothing. */
    @Test
    void aRateNeverProjectsBelowZero() {
        Pace pace = Judged.of("""
                input left, members : flow range at least 0
                kpi churn = left / members { unit percent  better lower  target 1% by 2026-12 from 8% at 2025-12 }
                """, "2026-01").facts("members", 100, 100, 100, 100, 100, 100).facts("left", 7, 6, 5, 3, 2, 1)
                .outcome().pace().orElseThrow();

        assertThat(pace.projection().value()).isZero();
        assertThat(pace.projection().band().orElseThrow().low()).isZero();
        assertThat(pace.verdict()).isEqualTo(Pace.Verdict.ON_PACE);
    }
}

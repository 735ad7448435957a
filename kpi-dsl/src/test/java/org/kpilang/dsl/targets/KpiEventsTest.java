package org.kpilang.dsl.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.model.Model;
import org.kpilang.scorecard.KpiEvent;
import org.kpilang.scorecard.KpiEvents;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.SignalFinding;
import org.kpilang.scorecard.Signals;
import org.kpilang.signal.Rule;
import org.kpilang.time.Period;

/** What the owners of KPIs are told. */
class KpiEventsTest {

    private static final Model MODEL = KpiLanguage.model("""
            input sold, visits : flow
            kpi sales "Sales" = sold {
              better higher  target 100 by 2026-03  status green >= 100, red otherwise
              owner "Ann", "Bob"  review monthly
            }
            kpi conversion = sold / visits { unit percent  better higher  target 5% }
            """);

    private static Facts facts(double... sold) {
        double[] visits = new double[sold.length];
        Arrays.fill(visits, 1000);
        return Facts.builder(MODEL).startingAt("2026-01").column("sold", sold).column("visits", visits).build();
    }

    private static List<String> sentences(List<? extends KpiEvent> events) {
        return events.stream().map(KpiEvent::sentence).toList();
    }

    private static List<String> between(Facts before, Facts after) {
        Evaluation question = Evaluation.of(MODEL, before);
        return sentences(KpiEvents.between(Scorecard.of(question.run()),
                Scorecard.of(question.facts(after).run())));
    }

    @Test
    void tellsOfStatusesAndTargets() {
        assertThat(between(facts(90, 95), facts(90, 95, 104))).containsExactly(
                "Sales went from no data to green in 2026-03",
                "Sales reached its target of 100 by 2026-03: 104 in 2026-03");
        assertThat(between(facts(90, 95), facts(90, 95, 99))).containsExactly(
                "Sales went from no data to red in 2026-03",
                "Sales missed its target of 100 by 2026-03: 99 in 2026-03");
        assertThat(between(facts(90, 95), facts(90, 120))).as("before it is due").containsExactly(
                "Sales went from red to green in 2026-02",
                "Sales reached its target of 100 by 2026-03: 120 in 2026-02");
        assertThat(between(facts(90, 95), facts(90, 42))).as("one that holds always is broken").containsExactly(
                "conversion missed its target of 5%: 4.2% in 2026-02");
        assertThat(between(facts(90, 95), facts(90, 95))).isEmpty();
    }

    @Test
    void isForTheOwners() {
        Evaluation question = Evaluation.of(MODEL, facts(90));
        List<KpiEvent> events = KpiEvents.between(Scorecard.of(question.run()),
                Scorecard.of(question.facts(facts(100)).run()));

        assertThat(events).hasSize(2).allSatisfy(event -> {
            assertThat(event.owners()).containsExactly("Ann", "Bob");
            assertThat(event.day()).isEqualTo(LocalDate.of(2026, 1, 31));
            assertThat(event.slice().isTotal()).isTrue();
        });
    }

    @Test
    void tellsAfterEachUpdate() {
        LiveEvaluation live = Evaluation.of(MODEL, facts(90, 95)).live();
        List<String> heard = new ArrayList<>();
        KpiEvents.watch(live, events -> heard.addAll(sentences(events)));

        live.apply(new FactsUpdate().set("visits", Map.of(), Period.parse("2026-02"), 999));
        assertThat(heard).isEmpty();
        live.apply(new FactsUpdate().set("sold", Map.of(), Period.parse("2026-02"), 110));
        assertThat(heard).containsExactly("Sales went from red to green in 2026-02",
                "Sales reached its target of 100 by 2026-03: 110 in 2026-02");
    }

    /** Sold 92 or 90 for a year, and then 60. */
    private static double[] year(double... then) {
        double[] sold = Arrays.copyOf(new double[12], 12 + then.length);
        for (int month = 0; month < 12; month++) {
            sold[month] = month % 2 == 0 ? 92 : 90;
        }
        System.arraycopy(then, 0, sold, 12, then.length);
        return sold;
    }

    @Test
    void tellsOfSignalsThatWereNotThereBefore() {
        List<KpiEvent.SignalRaised> raised = raised(year(), year(60));
        assertThat(sentences(raised)).containsExactly(
                "Sales was outside what is usual in 2027-01: 60 where 77.09 to 100.1 is usual; a false alarm in 4% of"
                        + " such histories",
                "conversion was outside what is usual in 2027-01: 6% where 7.709% to 10.01% is usual; a false alarm in"
                        + " 4% of such histories");
        assertThat(raised.get(0).owners()).containsExactly("Ann", "Bob");
        assertThat(raised.get(0).day()).isEqualTo(LocalDate.of(2027, 1, 31));
        assertThat(raised.get(0).finding().verdict()).isEqualTo(SignalFinding.Verdict.CONCERN);
        assertThat(raised(year(), year(91))).as("as usual").isEmpty();
        assertThat(raised(year(), year())).isEmpty();
        double[] corrected = year(60);
        corrected[12] = 91;
        assertThat(raised(corrected, year(60))).as("a value that is corrected").hasSize(2);
        assertThat(raised(new double[] {90, 90, 90}, new double[] {90, 90, 90, 30})).as("four values tell little")
                .isEmpty();
        Evaluation question = Evaluation.of(MODEL, facts(year()));
        assertThat(KpiEvents.between(Scorecard.of(question.run()), Scorecard.of(question.facts(facts(year(60))).run())))
                .as("among the other events").filteredOn(KpiEvent.SignalRaised.class::isInstance)
                .extracting(KpiEvent::sentence).isEqualTo(sentences(raised));
    }

    /** A run of eight is told with its eighth value, and not again while it goes on. */
    @Test
    void tellsOnceOfWhatGoesOn() {
        double[] seven = {93, 93, 93, 93, 93, 93, 93};
        double[] eight = {93, 93, 93, 93, 93, 93, 93, 93};
        double[] nine = {93, 93, 93, 93, 93, 93, 93, 93, 93};
        assertThat(raised(Signals.of(run(year(seven))).baseline(12), Signals.of(run(year(eight))).baseline(12)))
                .extracting(event -> event.finding().signal().rule()).containsExactly(Rule.RUN, Rule.RUN);
        assertThat(raised(Signals.of(run(year(eight))).baseline(12), Signals.of(run(year(nine))).baseline(12)))
                .isEmpty();
    }

    private static Result run(double[] sold) {
        return Evaluation.of(MODEL, facts(sold)).run();
    }

    private static List<KpiEvent.SignalRaised> raised(double[] before, double[] after) {
        return raised(Signals.of(run(before)), Signals.of(run(after)));
    }

    private static List<KpiEvent.SignalRaised> raised(Signals before, Signals after) {
        return KpiEvents.raised(before, after);
    }

    @Test
    void tellsOfFactsThatAreLate() {
        Facts facts = facts(90, 95);

        assertThat(KpiEvents.stale(MODEL, facts, LocalDate.of(2026, 3, 31), 0)).as("March is not over").isEmpty();
        assertThat(sentences(KpiEvents.stale(MODEL, facts, LocalDate.of(2026, 4, 1), 0))).containsExactly(
                "Sales waits for facts: sold ends with 2026-02, and 2026-03 is over",
                "conversion waits for facts: sold ends with 2026-02, and 2026-03 is over",
                "conversion waits for facts: visits ends with 2026-02, and 2026-03 is over");
        assertThat(KpiEvents.stale(MODEL, facts, LocalDate.of(2026, 4, 5), 5)).as("facts may take 5 days").isEmpty();
        assertThat(KpiEvents.stale(MODEL, facts, LocalDate.of(2026, 4, 6), 5)).hasSize(3);
    }

    @Test
    void tellsOfReviewsThatAreDue() {
        LocalDate today = LocalDate.of(2026, 4, 2);

        assertThat(sentences(KpiEvents.overdue(MODEL, Map.of("sales", LocalDate.of(2026, 3, 1)), today)))
                .containsExactly("Sales was due for review on 2026-04-01");
        assertThat(sentences(KpiEvents.overdue(MODEL, Map.of(), today))).containsExactly("Sales was never reviewed");
        assertThat(KpiEvents.overdue(MODEL, Map.of("sales", LocalDate.of(2026, 3, 2)), today)).isEmpty();
    }
}

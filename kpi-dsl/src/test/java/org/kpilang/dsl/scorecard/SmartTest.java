package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.Criterion;
import org.kpilang.scorecard.Smart;
import org.kpilang.scorecard.SmartVerdict.Outcome;

class SmartTest {

    private static final String WHOLE = """
            currency USD
            objective growth "Grow at home"
            input revenue, plan : USD flow
            kpi sales = revenue {
              description  "Net of returns."
              scope        company
              better       higher
              target       130 USD by 2024-09
              objective    growth
              review       monthly
            }
            kpi other = plan
            """;

    private static final Map<String, double[]> GROWING =
            Map.of("revenue", Business.values(100, 104, 108, 112, 116, 120), "plan", Business.values(1));

    @Test
    void aKpiThatSaysEverythingMeetsAllFive() {
        Smart smart = Smart.of(Business.scorecard(WHOLE, GROWING), "sales");
        assertThat(smart.verdicts()).allMatch(verdict -> verdict.isMet());
        assertThat(smart.met()).isEqualTo(5);
        assertThat(smart.verdict(Criterion.MEASURABLE).reasons())
                .containsExactly("its formula is worked out from 1 input", "6 of 6 months have a value");
        assertThat(smart.verdict(Criterion.RELEVANT).reasons()).containsExactly("serves the objective Grow at home");
        assertThat(smart.verdict(Criterion.TIME_BOUND).reasons()).containsExactly("is due by 2024-09", "is reviewed");
        assertThat(smart.verdict(Criterion.TIME_BOUND)).hasToString("time-bound: yes");
    }

    @ParameterizedTest(name = "without {0} it is not {1}")
    @CsvSource({
        "description,         SPECIFIC,   say what it tells",
        "scope,               SPECIFIC,   say which part of the organisation",
        "better,              SPECIFIC,   say which way is better",
        "objective,           RELEVANT,   name the objective",
        "review,              TIME_BOUND, say how often it is looked at",
        "target,              TIME_BOUND, give it a target and a date"})
    void whatIsLeftOutIsMissed(String property, Criterion criterion, String missing) {
        String without = WHOLE.replaceFirst("(?m)^  " + property + " .*\n", "");
        Smart smart = Smart.of(Business.scorecard(without, GROWING), "sales");
        assertThat(smart.verdict(criterion).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(smart.verdict(criterion).missing()).singleElement().asString().startsWith(missing);
        assertThat(smart.verdicts()).filteredOn(verdict -> !verdict.isMet()).extracting(verdict -> verdict.criterion())
                .containsOnly(property.equals("target")
                        ? new Criterion[] {Criterion.ACHIEVABLE, criterion} : new Criterion[] {criterion});
    }

    @Test
    void aTargetWithoutADateIsNotTimeBound() {
        Smart smart = Smart.of(Business.model(WHOLE.replace(" by 2024-09", "")), "sales");
        assertThat(smart.verdict(Criterion.TIME_BOUND).missing())
                .containsExactly("say by when the target is to be reached: `by 2026-12`");
    }

    @Test
    void withoutFactsAchievableSaysWhatIsNeeded() {
        Smart smart = Smart.of(Business.model(WHOLE), "sales");
        assertThat(smart.verdict(Criterion.ACHIEVABLE).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(smart.verdict(Criterion.ACHIEVABLE).missing())
                .containsExactly("load facts, so that the target can be held against its history");
        assertThat(smart.verdict(Criterion.MEASURABLE).reasons()).contains("its data were not looked at");
        assertThat(smart.met()).isEqualTo(4);
    }

    @Test
    void aKpiWithoutDataIsNotMeasurable() {
        Smart smart = Smart.of(Business.scorecard("""
                input a, b : flow
                kpi k = a / b
                kpi l = a
                """, Map.of("a", Business.values(1, 2), "b", Business.values(0, 0))), "k");
        assertThat(smart.verdict(Criterion.MEASURABLE).missing())
                .containsExactly("load facts for its inputs: no month has a value");
    }

    @Test
    void whatReadsNothingIsNotMeasurableAndWhatIsJudgedTellsItsScale() {
        assertThat(Smart.of(Business.model("kpi k = 5"), "k").verdict(Criterion.MEASURABLE).missing())
                .containsExactly("let its formula read an input: what never changes measures nothing");
        String judged = "input mood : level\nkpi k = mood { qualitative on 1 to 5 }";
        assertThat(Smart.of(Business.model(judged), "k").verdict(Criterion.MEASURABLE).reasons()).contains("its judgements have the scale 1 to 5");
    }

    @ParameterizedTest
    @CsvSource({"drives m, drives m", "leading m by 2 months, leads m"})
    void aKpiThatDrivesOrLeadsIsRelevant(String property, String reason) {
        Smart smart = Smart.of(Business.model("input a, b : flow\nkpi k = a { " + property + " }\nkpi m = b"), "k");
        assertThat(smart.verdict(Criterion.RELEVANT).reasons()).containsExactly(reason);
        assertThat(smart.verdict(Criterion.RELEVANT).isMet()).isTrue();
    }

    @Test
    void aKeyResultIsRelevant() {
        Smart smart = Smart.of(Business.model("""
                input a : flow
                kpi k = a
                objective growth "Grow" { key result k to 5 }
                """), "k");
        assertThat(smart.verdict(Criterion.RELEVANT).reasons()).containsExactly("is a key result of Grow");
    }

    @Test
    void everyKpiOfAModelIsJudgedInTheOrderWritten() {
        assertThat(Smart.ofModel(Business.model(WHOLE))).extracting(smart -> smart.kpi().id())
                .containsExactly("sales", "other");
        assertThat(Smart.ofModel(Business.scorecard(WHOLE, GROWING))).extracting(smart -> smart.kpi().id())
                .containsExactly("sales", "other");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(
                () -> Smart.of(Business.model(WHOLE), "x")).withMessage("the model has no KPI x");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(
                () -> Smart.of(Business.scorecard(WHOLE, GROWING), "x")).withMessage("the KPI x was not asked");
    }
}

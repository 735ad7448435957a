package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.scorecard.Achievability;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.SmartVerdict.Outcome;
import org.kpilang.time.Grain;

class AchievabilityTest {

    private static Achievability of(String properties, double... values) {
        return Achievability.of(Business.scorecard("input a : level\nkpi k = a { " + properties + " }",
                Map.of("a", values)), 0, 0);
    }

    /** Grows by a tenth each month, and once by a fifth. */
    private static final double[] TENTHS = {100, 110, 121, 145.2, 159.72, 175.692};

    @Test
    void theGrowthItTakesIsHeldAgainstTheGrowthThereWas() {
        Achievability one = of("target 200 by 2024-07", TENTHS);
        assertThat(one.required()).isCloseTo(200 / 175.692 - 1, within(1e-12));
        assertThat(one.relative()).isTrue();
        assertThat(one.periods()).isEqualTo(1);
        assertThat(one.stretches()).isEqualTo(5);
        assertThat(one.reached()).as("13.8% were reached once").isEqualTo(1);
        assertThat(one.percentile()).isCloseTo(0.8, within(1e-12));
        assertThat(one.outcome()).isEqualTo(Outcome.MET);
        assertThat(one.sentence())
                .isEqualTo("200 by 2024-07 takes +13.8% a month; 1 of 5 stretches of 1 month had as much or more");
    }

    @Test
    void moreThanEverSeenIsNotAchievable() {
        Achievability never = of("target 250 by 2024-07", TENTHS);
        assertThat(never.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(never.percentile()).isEqualTo(1);
        assertThat(never.sentence()).isEqualTo("250 by 2024-07 takes +42.3% a month; that is more than ever seen: at best"
                + " +20.0% a month in 5 stretches of 1 month");
    }

    @Test
    void aLongWayIsHeldAgainstLongStretches() {
        Achievability two = of("target 230 by 2024-08", TENTHS);
        assertThat(two.periods()).isEqualTo(2);
        assertThat(two.span()).isEqualTo(2);
        assertThat(two.stretches()).isEqualTo(4);
        assertThat(two.required()).isCloseTo(Math.sqrt(230 / 175.692) - 1, within(1e-12));
        assertThat(two.reached()).as("14.4% a month over two months: 14.9% were reached twice").isEqualTo(2);
        assertThat(of("target 230 by 2025-01", TENTHS).span()).as("four stretches at least").isEqualTo(2);
    }

    @Test
    void percentagesGrowByPoints() {
        Achievability points = of("unit percent target 40% by 2024-08", 0.30, 0.31, 0.33, 0.34, 0.35, 0.36);
        assertThat(points.relative()).isFalse();
        assertThat(points.required()).isCloseTo(0.02, within(1e-12));
        assertThat(points.sentence()).startsWith("40% by 2024-08 takes +2 points a month for 2 months; that is more than"
                + " ever seen: at best +1.5 points a month");
    }

    @Test
    void lessIsReachedDownwards() {
        Achievability lower = of("better lower target 10 by 2024-07", 20, 18, 16, 14, 13, 12);
        assertThat(lower.required()).isCloseTo(10 / 12.0 - 1, within(1e-12));
        assertThat(lower.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(of("better lower target 11 by 2024-07", 20, 18, 16, 14, 13, 12).reached()).isEqualTo(3);
    }

    @Test
    void whatIsReachedAlreadyIsAchievable() {
        assertThat(of("better higher target 100 by 2024-12", TENTHS).sentence())
                .isEqualTo("100 by 2024-12 is reached already, with 175.7 in 2024-06");
        assertThat(of("better lower target 200 by 2024-12", TENTHS).outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void aChangeStartsFromTheValueBeforeIt() {
        Achievability change = of("target +30 during 2024", 50, 60, 70, 80, 90, 100);
        assertThat(change.wanted()).as("December 2023 is not known").isNaN();
        assertThat(change.outcome()).isEqualTo(Outcome.UNDECIDED);
        Achievability later = of("target +30 during 2024-Q3", 50, 60, 70, 80, 90, 100);
        assertThat(later.wanted()).isEqualTo(130);
        assertThat(later.periods()).isEqualTo(3);
        assertThat(of("target -10% during 2024-Q3", 50, 60, 70, 80, 90, 100).wanted()).isCloseTo(90, within(1e-12));
        assertThat(of("unit percent target +2 points during 2024-Q3", 0.5, 0.6, 0.7).wanted()).isNaN();
        assertThat(of("unit percent target +2 points during 2024-Q2", 0.5, 0.6, 0.7).wanted())
                .isCloseTo(0.72, within(1e-12));
    }

    @Test
    void aTargetThatHoldsAlwaysIsJudgedByHowOftenItWasReached() {
        assertThat(of("better higher target 150", TENTHS).sentence()).isEqualTo("150 was reached in 2 of 6 months");
        assertThat(of("better higher target 200", TENTHS).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(of("better lower target 105", TENTHS).reached()).isEqualTo(1);
    }

    @Test
    void aDirectionIsJudgedByTheChangesThereWere() {
        assertThat(of("target lower", 5, 4, 6, 5).sentence()).isEqualTo("2 of 3 changes went lower");
        assertThat(of("target higher", 5, 4, 3).outcome()).isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void aFlowIsAskedByThePeriodOfItsTarget() {
        String model = "input a : flow\nkpi k = a { target 2000 by 2025 }";
        Map<String, double[]> facts = Map.of("a", TENTHS);
        assertThat(Achievability.of(Business.scorecard(model, facts), 0, 0).sentence())
                .isEqualTo("ask it by year: its target is the figure of a year");
        Scorecard years = Scorecard.of(Evaluation.of(Business.model(model), Business.facts(facts)).grain(Grain.YEAR)
                .run());
        assertThat(Achievability.of(years, 0, 0).outcome()).as("half a year is no year").isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void tooLittleHistoryDecidesNothing() {
        assertThat(of("target 5 by 2024-12", 1, 2, 3, 4).sentence())
                .isEqualTo("load more history: 4 stretches are needed to judge 5 by 2024-12");
        assertThat(of("target 5 by 2024-02", 1, 2, 3, 4).sentence())
                .isEqualTo("set a new target: none lies ahead of 2024-04");
        assertThat(of("", 1, 2, 3, 4).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(Achievability.of(Business.scorecard("input a : level\nkpi k = a / (a - a) { target 5 }",
                Map.of("a", TENTHS)), 0, 0).sentence()).isEqualTo("load facts: it has no value in these 6 months");
    }

    @Test
    void aKeyResultIsATarget() {
        Achievability nps = Achievability.of(Business.scorecard("input a : level\nkpi k = a { target 150 }\n"
                + "objective o { key result k from 100 to 250 by 2024-07 }", Map.of("a", TENTHS)), 0, 0);
        assertThat(nps.sentence()).startsWith("250 by 2024-07 takes +42.3% a month");
    }

    @Test
    void ofSeveralTargetsTheNextCounts() {
        assertThat(of("target 150 by 2024-03 target 200 by 2024-07 target 900 by 2030", TENTHS).wanted())
                .isEqualTo(200);
    }
}

package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.Attainment;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.WeightedAttainment;

class AttainmentsTest {

    private static Attainment of(String properties, double value) {
        return Attainments.of(Business.scorecard("input a : level\nkpi k = a { " + properties + " }",
                Map.of("a", Business.values(value)))).of(0, 0, 0);
    }

    @ParameterizedTest(name = "{0}: {1} attains {2}")
    @CsvSource(delimiter = '|', value = {
        "better higher target 50                | 40   | 0.8  | value / target",
        "better higher target 50                | 100  | 1.2  | value / target",
        "better higher target 50                | -10  | 0    | value / target",
        "better lower target 50                 | 45   | 1.1  | 2 - value / target",
        "better lower target 50                 | 60   | 0.8  | 2 - value / target",
        "better lower target 50                 | 500  | 0    | 2 - value / target",
        "better between 20 and 40               | 20   | 1    | within its range",
        "better between 20 and 40               | 18   | 0.9  | value / lower end",
        "better between 20 and 40               | 44   | 0.9  | 2 - value / upper end",
        "better higher target 50 baseline 30    | 40   | 0.5  | (value - baseline) / (target - baseline)",
        "better lower target 2 baseline 5       | 4.4  | 0.2  | (value - baseline) / (target - baseline)",
        "target 50 baseline 30                  | 25   | 0    | (value - baseline) / (target - baseline)",
        "better higher target -5 baseline -15   | -10  | 0.5  | (value - baseline) / (target - baseline)"})
    void theWayToTheTargetIsAShare(String properties, double value, double share, String how) {
        Attainment attainment = of(properties, value);
        assertThat(attainment.share().getAsDouble()).isCloseTo(share, within(1e-12));
        assertThat(attainment.how()).isEqualTo(how);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "better higher                     | it has no target",
        "target 50                         | it is not said which way is better",
        "better higher target 0            | its target is not above zero, and it has no baseline",
        "better between -2 and 5           | an end of its range is not above zero"})
    void whatCannotBeSaidHasAReason(String properties, String why) {
        assertThat(of(properties, 5).share()).isEmpty();
        assertThat(of(properties, 5)).hasToString("k: not known, " + why);
    }

    /** From 20 in December to 80 a year later; in June half of the way is to be done. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
        "better higher  target 80 by 2024-12 from 20 at 2023-12         | 35 | 0.5  | (value - start) / (target - start)",
        "target 80 by 2024-12 from 20 at 2023-12  baseline 40 | 45 | 0.5 | (value - baseline) / (target - baseline)",
        "better lower  target 20 by 2024-12 from 80 at 2023-12          | 65 | 0.5  | (value - start) / (target - start)",
        "target +50 during 2024                                             | 35 |      | it has no target here"})
    void withoutABaselineTheStartOfThePathCounts(String properties, double june, Double share, String how) {
        Attainment attainment = Attainments.of(Business.scorecard("input a : level\nkpi k = a { " + properties + " }",
                Map.of("a", Business.values(21, 22, 23, 24, 25, june)))).of(0, 0, 5);
        if (share != null) {
            assertThat(attainment.share().getAsDouble()).isCloseTo(share, within(1e-12));
        }
        assertThat(attainment.how()).isEqualTo(how);
    }

    /** 1,000 in December, and 1,240 a year later: in March 60 more. */
    @Test
    void aChangeStartsFromTheValueBefore() {
        Attainment march = Attainments.of(Business.scorecard("input a : stock\nkpi k = a { target +240 during 2025 }",
                Map.of("a", Business.values(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000, 1010, 1020, 1030)))).of(0, 0, 14);
        assertThat(march.share().getAsDouble()).isCloseTo(0.5, within(1e-12));
        assertThat(march.how()).isEqualTo("(value - start) / (target - start)");
    }

    @Test
    void withoutAValueNothingIsAttained() {
        Attainments attainments = Attainments.of(Business.scorecard(
                "input a, b : flow\nkpi k = a / b { better higher target 1 }",
                Map.of("a", Business.values(1), "b", Business.values(0))));
        assertThat(attainments.of(0, 0, 0).how()).isEqualTo("it has no value");
    }

    /** The index of the catalogue: sum(weight * min(actual / target, cap)) / sum(weight). */
    @Test
    void severalAreTheMeanByWeight() {
        List<Attainment> all = List.of(of("better higher target 50 weight 60%", 40),
                of("better lower target 50 weight 30%", 45), of("better higher target 10 weight 10%", 500));
        WeightedAttainment together = WeightedAttainment.of(all);
        assertThat(together.share().getAsDouble()).isCloseTo(0.6 * 0.8 + 0.3 * 1.1 + 0.1 * 1.2, within(1e-12));
        assertThat(together).hasToString("93%");
        assertThat(together.covered()).isEqualTo(1);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndSaid() {
        WeightedAttainment together = WeightedAttainment.of(
                List.of(of("better higher target 50 weight 3", 40), of("better higher", 45)));
        assertThat(together).hasToString("80% of what is known, 1 of 2 (75% of the weight)");
        assertThat(together.covered()).isEqualTo(0.75);
        assertThat(WeightedAttainment.of(List.of(of("", 5)))).hasToString("not known");
        assertThat(WeightedAttainment.of(List.of()).share()).isEmpty();
    }

    @Test
    void theBoundsAreStated() {
        var scorecard = Business.scorecard("input a : level\nkpi k = a { better higher target 1 }",
                Map.of("a", Business.values(5)));
        assertThat(Attainments.of(scorecard, 0, 1).of(0, 0, 0).share()).isEqualTo(OptionalDouble.of(1));
        assertThat(Attainments.of(scorecard, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY).of(0, 0, 0).share())
                .isEqualTo(OptionalDouble.of(5));
        assertThatIllegalArgumentException().isThrownBy(() -> Attainments.of(scorecard, 0, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> Attainments.of(scorecard, Double.NaN, 2));
    }

    @Property(tries = 50)
    void betterNeverAttainsLess(@ForAll @DoubleRange(min = 0, max = 1000) double one,
            @ForAll @DoubleRange(min = 0, max = 1000) double other) {
        double worse = Math.min(one, other);
        double better = Math.max(one, other);
        assertThat(of("better higher target 50", better).share().getAsDouble())
                .isGreaterThanOrEqualTo(of("better higher target 50", worse).share().getAsDouble());
        assertThat(of("better lower target 50", worse).share().getAsDouble())
                .isGreaterThanOrEqualTo(of("better lower target 50", better).share().getAsDouble());
    }
}

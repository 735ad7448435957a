package org.kpilang.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.kpilang.series.Interval;

/** What holds of all charts, rates and scores. */
class SignalProperties {

    /** Whole numbers, so that shifts are exact and ties come up; one in eight is missing. */
    @Provide
    Arbitrary<double[]> rows() {
        return Arbitraries.integers().between(-20, 20).map(whole -> (double) whole)
                .injectNull(0.125).map(value -> value == null ? Double.NaN : value)
                .array(Double[].class).ofMinSize(2).ofMaxSize(60)
                .map(row -> Arrays.stream(row).mapToDouble(Double::doubleValue).toArray());
    }

    private static Offset<Double> small(double size) {
        return within(1e-9 * Math.max(1, Math.abs(size)));
    }

    @Property
    void limitsMoveWithShiftAndScale(@ForAll("rows") double[] row, @ForAll LimitFormula formula,
            @ForAll @IntRange(min = -1000, max = 1000) int shift, @ForAll @IntRange(min = 1, max = 64) int scale) {
        double[] moved = Arrays.stream(row).map(value -> value * scale + shift).toArray();
        ProcessBehaviour behaviour = ProcessBehaviour.standard().formula(formula);
        ProcessChart before = behaviour.chart(row);
        ProcessChart after = behaviour.chart(moved);
        for (int i = 0; i < row.length; i++) {
            double lower = before.lowerOr(i, 0) * scale + shift;
            double upper = before.upperOr(i, 0) * scale + shift;
            assertThat(after.lowerOr(i, shift)).isCloseTo(lower, small(lower));
            assertThat(after.upperOr(i, shift)).isCloseTo(upper, small(upper));
            assertThat(after.rangeLimitOr(i, 0)).isCloseTo(before.rangeLimitOr(i, 0) * scale,
                    small(before.rangeLimitOr(i, 0) * scale));
        }
        assertThat(after.falseAlarmChance()).isEqualTo(before.falseAlarmChance());
    }

    @Property
    void signalsMoveWithTheSign(@ForAll("rows") double[] row, @ForAll LimitFormula formula) {
        ProcessBehaviour behaviour = ProcessBehaviour.standard().formula(formula);
        List<Signal> turned = behaviour.chart(Arrays.stream(row).map(value -> -value).toArray()).signals();
        assertThat(turned).containsExactlyInAnyOrderElementsOf(behaviour.chart(row).signals().stream()
                .map(signal -> new Signal(signal.rule(), signal.side() == Side.ABOVE ? Side.BELOW : Side.ABOVE,
                        signal.first(), signal.last(), signal.noticed())).toList());
    }

    @Property(tries = 200)
    void whatFollowsChangesNoEarlierSignalOfAFrozenBaseline(@ForAll("rows") double[] row,
            @ForAll @IntRange(min = 2, max = 20) int baseline, @ForAll LimitFormula formula) {
        ProcessBehaviour behaviour = ProcessBehaviour.standard().formula(formula).baseline(baseline);
        ProcessChart whole = behaviour.chart(row);
        int points = 0;
        for (int length = 1; length <= row.length; length++) {
            points += Double.isNaN(row[length - 1]) ? 0 : 1;
            if (points < baseline) {
                continue;
            }
            int end = length;
            ProcessChart prefix = behaviour.chart(Arrays.copyOf(row, end));
            assertThat(prefix.signals()).extracting(Signal::rule, Signal::side, Signal::first, Signal::noticed)
                    .containsExactlyElementsOf(whole.signals().stream().filter(signal -> signal.noticed() < end)
                            .map(signal -> tuple(signal.rule(), signal.side(),
                                    signal.first(), signal.noticed())).toList());
            assertThat(prefix.upperOr(0, 0)).isEqualTo(whole.upperOr(0, 0));
        }
    }

    /** Each signal again, found by looking at every point and every window of four or eight. */
    @Property
    void signalsAreThoseOfEveryWindow(@ForAll("rows") double[] row) {
        ProcessBehaviour behaviour = ProcessBehaviour.standard().limits(ProcessLimits.between(-12, 12));
        List<Signal> signals = behaviour.chart(row).signals();
        for (Side side : Side.values()) {
            for (int i = 0; i < row.length; i++) {
                int at = i;
                double out = side.sign() * row[i];
                assertThat(has(signals, Rule.POINT, side, i)).isEqualTo(out > 12);
                assertThat(has(signals, Rule.RUN, side, i)).isEqualTo(windows(row, i, 8).anyMatch(window ->
                        Arrays.stream(window).allMatch(value -> side.sign() * value > 0)));
                if (out > 6) {
                    assertThat(has(signals, Rule.NEAR_LIMIT, side, at)).isEqualTo(
                            near(row, at, side, 4) || near(row, at, side, 3));
                }
            }
        }
    }

    private static boolean near(double[] row, int at, Side side, int length) {
        return windows(row, at, length).anyMatch(window ->
                Arrays.stream(window).filter(value -> side.sign() * value > 6).count() >= 3
                        && Arrays.stream(window).noneMatch(Double::isNaN));
    }

    private static Stream<double[]> windows(double[] row, int at, int length) {
        return IntStream.rangeClosed(Math.max(0, at - length + 1), Math.min(at, row.length - length))
                .mapToObj(start -> Arrays.copyOfRange(row, start, start + length));
    }

    private static boolean has(List<Signal> signals, Rule rule, Side side, int point) {
        return signals.stream().anyMatch(signal -> signal.rule() == rule && signal.side() == side
                && signal.first() <= point && point <= signal.last());
    }

    @Property
    void moreRulesAndMorePointsRaiseMoreFalseAlarms(@ForAll LimitFormula formula, @ForAll Set<Rule> some,
            @ForAll Rule further, @ForAll @IntRange(min = 5, max = 200) int baseline,
            @ForAll @IntRange(min = 0, max = 200) int later, @ForAll @IntRange(min = 0, max = 50) int more) {
        Set<Rule> rules = EnumSet.of(further);
        double alone = FalseAlarms.chance(formula, rules, baseline, later);
        rules.addAll(some);
        double together = FalseAlarms.chance(formula, rules, baseline, later);
        assertThat(together).isBetween(alone - 1e-12, 1.0);
        assertThat(FalseAlarms.chance(formula, rules, baseline, later + more)).isGreaterThanOrEqualTo(together - 1e-12);
        assertThat(FalseAlarms.later(formula, rules, baseline, later)).isBetween(0.0, together + 1e-12);
    }

    @Property
    void aRateLiesInItsInterval(@ForAll @IntRange(min = 1, max = 1_000_000) int trials,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double confidence) {
        Proportion rate = new Proportion(Math.floor(share * trials), trials);
        Interval interval = rate.interval(confidence);
        assertThat(interval.contains(rate.rate())).isTrue();
        assertThat(Interval.between(0, 1).contains(interval)).isTrue();
        Interval failures = new Proportion(trials - rate.successes(), trials).interval(confidence);
        assertThat(failures.low()).isCloseTo(1 - interval.high(), within(1e-12));
        assertThat(rate.less(rate, confidence).contains(0)).isTrue();
        assertThat(rate.differsFrom(rate, confidence)).isFalse();
    }

    @Property
    void twoRatesDifferTheSameEitherWay(@ForAll @IntRange(min = 1, max = 500) int trials,
            @ForAll @IntRange(min = 1, max = 500) int others, @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @DoubleRange(min = 0, max = 1) double otherShare) {
        Proportion rate = new Proportion(Math.floor(share * trials), trials);
        Proportion other = new Proportion(Math.floor(otherShare * others), others);
        Interval difference = rate.less(other, 0.95);
        Interval turned = other.less(rate, 0.95).negated();
        assertThat(turned.low()).isCloseTo(difference.low(), within(1e-12));
        assertThat(turned.high()).isCloseTo(difference.high(), within(1e-12));
        assertThat(difference.low()).isBetween(-1 - 1e-12, rate.rate() - other.rate());
        assertThat(difference.high()).isBetween(rate.rate() - other.rate(), 1 + 1e-12);
    }

    @Property
    void aScoreLiesBetweenMinusHundredAndHundred(@ForAll @DoubleRange(min = 0, max = 1e9) double promoters,
            @ForAll @DoubleRange(min = 0, max = 1e9) double passives,
            @ForAll @DoubleRange(min = 1, max = 1e9) double detractors) {
        PromoterScore score = new PromoterScore(promoters, passives, detractors);
        assertThat(score.score()).isBetween(-100.0, 100.0);
        assertThat(score.variance()).isBetween(0.0, 1.0);
        assertThat(score.interval(0.95).contains(score.score())).isTrue();
        PromoterScore turned = new PromoterScore(detractors, passives, promoters);
        assertThat(turned.score()).isCloseTo(-score.score(), within(1e-9));
        assertThat(turned.margin(0.95)).isCloseTo(score.margin(0.95), within(1e-9));
        assertThat(score.chanceOfDifference(turned) < 0.05).isEqualTo(score.differsFrom(turned, 0.95));
    }
}

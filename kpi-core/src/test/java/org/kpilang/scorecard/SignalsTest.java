package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;
import static org.kpilang.testing.Business.shownIn;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Reference;
import org.kpilang.model.Bounds;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.model.Property.Better.Way;
import org.kpilang.report.Numbers;
import org.kpilang.signal.LimitFormula;
import org.kpilang.signal.Rule;
import org.kpilang.signal.Side;
import org.kpilang.signal.Signal;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

/** What is unusual of KPIs, and what it means for them. */
class SignalsTest {

    private static final double GAP = Double.NaN;

    private static Property better(Way way) {
        return way == Way.BETWEEN ? new Property.Better(way, number("40%"), number("50%"), Origin.NONE)
                : new Property.Better(way, null, null, Origin.NONE);
    }

    /** Shares of a hundred cases, month by month. */
    private static Business share(double[] percents, Property... properties) {
        Property[] all = Arrays.copyOf(properties, properties.length + 1);
        all[properties.length] = shownIn(Unit.PERCENT);
        double[] hundreds = DoubleStream.generate(() -> 100).limit(percents.length).toArray();
        return Business.since("2024-01").unit("case").input("good", "case").input("cases", "case")
                .kpi("share", "Good share", ratio("good", "cases"), all)
                .facts("good", percents).facts("cases", hundreds);
    }

    /** Steady around 42, between 41 and 43. */
    private static double[] steady(int months) {
        return IntStream.range(0, months).mapToDouble(i -> 41 + i % 3).toArray();
    }

    private static double[] steadyBut(int months, int month, double value) {
        double[] values = steady(months);
        values[month] = value;
        return values;
    }

    private static String sentence(KpiSignals signals, Model model) {
        return signals.sentence(Numbers.of(model)::text);
    }

    @Test
    void aPointOutsideIsSaidInASentence() {
        Result result = share(steadyBut(24, 14, 31), better(Way.HIGHER)).ask().run();
        KpiSignals signals = Signals.of(result).of("share");
        assertThat(signals.findings()).hasSize(1);
        SignalFinding finding = signals.findings().get(0);
        assertThat(finding.signal().rule()).isEqualTo(Rule.POINT);
        assertThat(finding.first()).isEqualTo(finding.last()).isEqualTo(finding.noticed()).hasToString("2025-03");
        assertThat(finding.verdict()).isEqualTo(SignalFinding.Verdict.CONCERN);
        assertThat(finding.sentence(Numbers.of(result.model())::text)).isEqualTo("Good share was outside what is usual"
                + " in 2025-03: 31.0% where 35.9% to 47.1% is usual; a false alarm in 11% of such histories");
        assertThat(signals.verdict(14)).isEqualTo(SignalFinding.Verdict.CONCERN);
        assertThat(signals.verdict()).as("the latest month is usual").isEqualTo(SignalFinding.Verdict.ROUTINE);
        assertThat(signals.falseAlarmChance()).isCloseTo(0.105, within(0.005));
        assertThat(signals.chart().upperOr(14, GAP)).isCloseTo(0.415 + 2.66 * 0.48 / 23, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"HIGHER, 31, CONCERN", "HIGHER, 55, IMPROVEMENT", "LOWER, 31, IMPROVEMENT", "LOWER, 55, CONCERN",
        "BETWEEN, 31, NEUTRAL", "BETWEEN, 55, NEUTRAL"})
    void theVerdictIsByWhatIsBetter(Way way, double value, SignalFinding.Verdict verdict) {
        KpiSignals signals = Signals.of(share(steadyBut(24, 23, value), better(way)).ask().run()).of("share");
        assertThat(signals.verdict()).isEqualTo(verdict);
    }

    @Test
    void whoDoesNotSayWhatIsBetterHasNeutralSignals() {
        KpiSignals signals = Signals.of(share(steadyBut(24, 23, 55)).ask().run()).of("share");
        assertThat(signals.findings()).extracting(SignalFinding::verdict)
                .containsExactly(SignalFinding.Verdict.NEUTRAL);
    }

    @Test
    void routineVariationIsSaidAsWell() {
        Result result = share(steady(12), better(Way.HIGHER)).ask().run();
        KpiSignals signals = Signals.of(result).of("share");
        assertThat(signals.findings()).isEmpty();
        assertThat(signals.verdict()).isEqualTo(SignalFinding.Verdict.ROUTINE);
        assertThat(sentence(signals, result.model()))
                .isEqualTo("Good share varied as is usual, 38.6% to 45.4%, up to 2024-12");
        Result few = share(steady(3)).ask().run();
        assertThat(sentence(Signals.of(few).of("share"), few.model()))
                .isEqualTo("Good share varied as is usual, 39.3% to 44.7%, up to 2024-03; provisional, as 3 values tell"
                        + " little");
        Result none = share(new double[] {GAP, 40}).ask().run();
        assertThat(sentence(Signals.of(none).of("share"), none.model()))
                .isEqualTo("Good share has too few values to tell what is usual");
        Result nothing = share(new double[] {GAP}).ask().run();
        assertThat(Signals.of(nothing).of("share").verdict()).isEqualTo(SignalFinding.Verdict.ROUTINE);
    }

    @Test
    void runsJumpsAndPointsNearALimitAreSaid() {
        double[] values = DoubleStream.concat(DoubleStream.of(steady(24)), DoubleStream.generate(() -> 44).limit(9))
                .toArray();
        Result result = share(values, better(Way.HIGHER)).ask().run();
        List<String> sentences = Signals.of(result).rules(EnumSet.allOf(Rule.class)).of("share").findings().stream()
                .map(finding -> finding.sentence(Numbers.of(result.model())::text).replaceFirst(";.*", "")).toList();
        assertThat(sentences).containsExactly("Good share was near its upper limit of 45.5% rather than its centre of"
                        + " 42.0% in most months from 2026-01 to 2026-09",
                "Good share was above its centre of 42.0% in all 10 months from 2025-12 to 2026-09");
        Result jump = share(steadyBut(24, 10, 48)).ask().run();
        assertThat(Signals.of(jump).rules(EnumSet.of(Rule.RANGE)).of("share").findings().get(0)
                .sentence(Numbers.of(jump.model())::text)).startsWith("Good share rose by 7.0 points in 2024-11, where"
                        + " the usual is at most 5.7 points from one month to the next; a false alarm in 14%");
    }

    @Test
    void limitsAreFrozenAfterTwoYears() {
        double[] values = DoubleStream.concat(DoubleStream.of(steady(24)), DoubleStream.generate(() -> 60).limit(24))
                .toArray();
        Result result = share(values).ask().run();
        assertThat(Signals.of(result).of("share").chart().centreOr(47, GAP)).isCloseTo(0.42, within(1e-9));
        assertThat(Signals.of(result).baseline(12).of("share").chart().centreOr(47, GAP)).isCloseTo(0.42, within(1e-9));
        assertThat(Signals.of(result).baseline("2026", "2027").of("share").chart().centreOr(0, GAP))
                .isCloseTo(0.6, within(1e-9));
        assertThat(Signals.of(result).baseline("1999", "2000").of("share").chart().centreOr(0, GAP))
                .as("of all values").isCloseTo(0.51, within(1e-9));
    }

    @Test
    void aStatedChangeBeginsNewLimits() {
        double[] values = DoubleStream.concat(DoubleStream.of(steady(12)), DoubleStream.of(steady(12)).map(i -> i + 20))
                .toArray();
        Result result = share(values).ask().run();
        assertThat(Signals.of(result).baseline(12).of("share").findings()).isNotEmpty();
        KpiSignals changed = Signals.of(result).change("2025").of("share");
        assertThat(changed.findings()).isEmpty();
        assertThat(changed.chart().stretches()).hasSize(2);
        assertThat(Signals.of(result).change("2025").change("2025-07").of("share").chart().stretches()).hasSize(3);
        assertThat(Signals.of(result).change("1999").change("2030").of("share").chart().stretches()).hasSize(1);
    }

    @Test
    void anotherFormulaBeginsNewLimits() {
        Business business = Business.since("2024-01").input("a", null).input("b", null)
                .kpi("x", null, Reference.to("a"), new Property.Until("2024-12", Origin.NONE))
                .kpi("x", null, Reference.to("b"), new Property.Since("2025", Origin.NONE))
                .kpi("y", null, Reference.to("a"), new Property.Until("2024-12", Origin.NONE), better(Way.HIGHER))
                .kpi("y", null, Reference.to("a"), new Property.Since("2025", Origin.NONE), better(Way.LOWER))
                .facts("a", steadyBut(24, 13, 90)).facts("b", steadyBut(24, 13, 90));
        Result result = business.ask().run();
        assertThat(Signals.of(result).of("x").chart().stretches()).extracting(stretch -> stretch.first())
                .containsExactly(0, 12);
        KpiSignals same = Signals.of(result).of("y");
        assertThat(same.chart().stretches()).as("the same formula").hasSize(1);
        assertThat(same.verdict(13)).as("by the definition of the period").isEqualTo(SignalFinding.Verdict.CONCERN);
    }

    @Test
    void openPeriodsAndGapsAreLeftOut() {
        Business business = share(steadyBut(24, 23, 3));
        Result result = business.ask().openFrom("2025-12").run();
        KpiSignals signals = Signals.of(result).of("share");
        assertThat(signals.findings()).isEmpty();
        assertThat(signals.chart().valueOr(23, -1)).isEqualTo(-1);
        assertThat(signals.chart().upperOr(23, GAP)).as("what would be usual").isGreaterThan(0.43);
    }

    @Test
    void limitsBeyondTheRangeAreNotDrawn() {
        Property range = new Property.Range(Bounds.between(number("0%"), number("100%")), Origin.NONE);
        double[] rare = IntStream.range(0, 24).mapToDouble(i -> i == 20 ? 20 : i % 3).toArray();
        Result result = share(rare, range).ask().run();
        KpiSignals signals = Signals.of(result).of("share");
        assertThat(signals.chart().lowerOr(0, GAP)).isNaN();
        assertThat(sentence(signals, result.model())).contains("20.0% where at most 9.4% is usual");
    }

    @Test
    void aTrendIsNoSignalAroundItsLine() {
        double[] growing = IntStream.range(0, 24).mapToDouble(i -> 20 + i + i % 3).toArray();
        Result result = share(growing).ask().run();
        assertThat(Signals.of(result).of("share").findings()).isNotEmpty();
        assertThat(Signals.of(result).formula(LimitFormula.TREND).of("share").findings()).isEmpty();
    }

    @Test
    void slicesHaveTheirOwnLimits() {
        Business business = Business.since("2024-01").dimensions("region").input("sold", null)
                .kpi("sales", "Sales", Reference.to("sold"), better(Way.HIGHER))
                .facts(List.of("north"), "sold", steadyBut(24, 23, 60)).facts(List.of("south"), "sold", steady(24));
        Result result = business.ask().by("region").run();
        KpiSignals north = Signals.of(result).of("sales", Slice.of("region", "north"));
        assertThat(north.verdict()).isEqualTo(SignalFinding.Verdict.IMPROVEMENT);
        assertThat(sentence(north, result.model())).startsWith("Sales (region = north) was outside");
        assertThat(north.findings().get(0).signal()).isEqualTo(new Signal(Rule.POINT, Side.ABOVE, 23, 23, 23));
        assertThat(Signals.of(result).of("sales", Slice.of("region", "south")).findings()).isEmpty();
        assertThatThrownBy(() -> Signals.of(result).of("sales", Slice.of("region", "west")))
                .isInstanceOf(NoSuchElementException.class);
    }
}

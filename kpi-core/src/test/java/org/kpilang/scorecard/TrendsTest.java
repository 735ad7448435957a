package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.ratio;
import static org.kpilang.testing.Business.shownIn;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Reference;
import org.kpilang.model.Property;
import org.kpilang.model.Property.Better.Way;
import org.kpilang.report.Numbers;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;
import org.kpilang.unit.Unit;

/** How values stand against the period before and a year ago. */
class TrendsTest {

    private static Property better(Way way) {
        return new Property.Better(way, null, null, Origin.NONE);
    }

    private static Business sales(Property[] properties, double... values) {
        return Business.since("2026-01").currency("USD").input("sold", "USD")
                .kpi("sales", "Sales", Reference.to("sold"), properties).facts("sold", values);
    }

    private static Trend trend(Business business, String kpi, String period) {
        return Trends.of(business.ask().run()).previous(kpi, period).orElseThrow();
    }

    /** The examples of SAP's trend calculation, with bounds of 2 and 10 per cent. */
    @ParameterizedTest
    @CsvSource({"112, STRONG_UP", "110, STRONG_UP", "102, UP", "101.9, SIDEWAYS", "98, DOWN", "90, STRONG_DOWN",
        "109.9, UP", "98.1, SIDEWAYS", "100, SIDEWAYS"})
    void strengthHasFiveSteps(double now, Trend.Strength strength) {
        assertThat(trend(sales(new Property[0], 100, now), "sales", "2026-02").strength()).contains(strength);
    }

    @Test
    void otherBoundsMayBeAskedFor() {
        Trends trends = Trends.of(sales(new Property[0], 100, 104).ask().run());
        assertThat(trends.bounds(0.05, 0.2).previous("sales", "2026-02").orElseThrow().strength())
                .contains(Trend.Strength.SIDEWAYS);
        assertThat(trends.bounds(0.01, 0.04).previous("sales", "2026-02").orElseThrow().strength())
                .contains(Trend.Strength.STRONG_UP);
        assertThatThrownBy(() -> trends.bounds(0.1, 0.05)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trends.bounds(0, 0.05)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"HIGHER, 112, IMPROVEMENT", "HIGHER, 90, DECLINE", "LOWER, 112, DECLINE", "LOWER, 90, IMPROVEMENT",
        "HIGHER, 100, UNCHANGED", "LOWER, 100.00000000000001, UNCHANGED"})
    void theVerdictIsByWhatIsBetter(Way way, double now, Trend.Verdict verdict) {
        Business business = sales(new Property[] {better(way)}, 100, now);
        assertThat(trend(business, "sales", "2026-02").verdict()).isEqualTo(verdict);
    }

    @Test
    void nothingIsBetterUnlessItIsSaid() {
        assertThat(trend(sales(new Property[0], 100, 112), "sales", "2026-02").verdict())
                .isEqualTo(Trend.Verdict.UNDIRECTED);
    }

    @ParameterizedTest
    @CsvSource({"80, 95, IMPROVEMENT", "95, 80, DECLINE", "130, 115, IMPROVEMENT", "100, 130, DECLINE",
        "100, 110, UNCHANGED", "80, 130, UNCHANGED"})
    void ofARangeWhatComesNearerIsBetter(double before, double now, Trend.Verdict verdict) {
        Property range = new Property.Better(Way.BETWEEN, number("90 USD"), number("120 USD"), Origin.NONE);
        assertThat(trend(sales(new Property[] {range}, before, now), "sales", "2026-02").verdict()).isEqualTo(verdict);
    }

    private static Business margin(double... percents) {
        double[] hundred = new double[percents.length];
        Arrays.fill(hundred, 100);
        return Business.since("2026-01").currency("USD").input("profit", "USD").input("revenue", "USD")
                .kpi("margin", "Margin", ratio("profit", "revenue"), shownIn(Unit.PERCENT), better(Way.HIGHER))
                .facts("profit", percents).facts("revenue", hundred);
    }

    @Test
    void percentagesChangeByPoints() {
        Business business = margin(40, 42, 42, 41.9, 31.9);
        Trend up = trend(business, "margin", "2026-02");
        assertThat(up.change().getAsDouble()).isCloseTo(0.02, within(1e-12));
        assertThat(up.strength()).contains(Trend.Strength.UP);
        assertThat(up.sentence(Numbers.of(business.model())::text))
                .isEqualTo("Margin rose by 2.0 points, from 40.0% in 2026-01 to 42.0% in 2026-02: an improvement");
        assertThat(trend(business, "margin", "2026-03").sentence(Numbers.of(business.model())::text))
                .isEqualTo("Margin was 42.0% in 2026-03, as in 2026-02");
        assertThat(trend(business, "margin", "2026-04").strength()).contains(Trend.Strength.SIDEWAYS);
        assertThat(trend(business, "margin", "2026-05").strength()).contains(Trend.Strength.STRONG_DOWN);
    }

    @Test
    void scoresChangeByPoints() {
        Business business = Business.since("2026-01").input("score", "points")
                .kpi("nps", "NPS", Reference.to("score"), better(Way.HIGHER)).facts("score", 36, 38, 28);
        assertThat(trend(business, "nps", "2026-02").strength()).contains(Trend.Strength.UP);
        assertThat(trend(business, "nps", "2026-02").sentence(Numbers.of(business.model())::text)).isEqualTo(
                "NPS rose by 2.0 points, from 36.0 points in 2026-01 to 38.0 points in 2026-02: an improvement");
        assertThat(trend(business, "nps", "2026-03").strength()).contains(Trend.Strength.STRONG_DOWN);
    }

    @Test
    void fromZeroOrBelowThereIsADirectionButNoShare() {
        Business business = sales(new Property[] {better(Way.HIGHER)}, -20, 5, 0, 5);
        Trend up = trend(business, "sales", "2026-02");
        assertThat(up.verdict()).isEqualTo(Trend.Verdict.IMPROVEMENT);
        assertThat(up.change()).isEmpty();
        assertThat(up.strength()).isEmpty();
        assertThat(up.sentence(Numbers.of(business.model())::text)).isEqualTo(
                "Sales rose from -20.00 USD in 2026-01 to 5.00 USD in 2026-02: an improvement");
        assertThat(trend(business, "sales", "2026-03").sentence(Numbers.of(business.model())::text)).isEqualTo(
                "Sales fell by 100.0%, from 5.00 USD in 2026-02 to 0.00 USD in 2026-03: a decline");
        assertThat(trend(business, "sales", "2026-04").change()).isEmpty();
    }

    private static double[] twoYears() {
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = 100 + i;
        }
        return values;
    }

    @Test
    void earlierValuesMayLieBeforeWhatWasAsked() {
        Result result = sales(new Property[0], twoYears()).ask().from("2027-12").run();
        Trends trends = Trends.of(result);
        assertThat(trends.previous(0, 0, 0).orElseThrow().before()).isEqualTo(122);
        Trend year = trends.yearAgo("sales", "2027-12").orElseThrow();
        assertThat(year.against()).hasToString("2026-12");
        assertThat(year.before()).isEqualTo(111);
        assertThatThrownBy(() -> trends.yearAgo("sales", "2027-11")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> trends.previous("margin", "2027-12")).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @EnumSource(value = Grain.class, names = {"MONTH", "QUARTER", "YEAR"})
    void theStepIsThatOfTheGrain(Grain grain) {
        Result result = sales(new Property[0], twoYears()).ask().grain(grain).run();
        int last = result.periods() - 1;
        Trend trend = Trends.of(result).previous(0, 0, last).orElseThrow();
        assertThat(trend.against()).isEqualTo(result.period(last - 1));
        assertThat(trend.before()).isEqualTo(result.valueOr(0, 0, last - 1, Double.NaN));
        int year = last - (grain == Grain.MONTH ? 12 : grain == Grain.QUARTER ? 4 : 1);
        Trend yearly = Trends.of(result).yearAgo(0, 0, last).orElseThrow();
        assertThat(yearly.against()).isEqualTo(result.period(year));
        assertThat(yearly.before()).isEqualTo(result.valueOr(0, 0, year, Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05, DAY", "2026-W02, WEEK"})
    void shortPeriodsHaveTrendsToo(String first, Grain grain) {
        Business business = Business.since(first).input("sold", null).kpi("sales", null, Reference.to("sold"))
                .facts("sold", 100, 112);
        Result result = business.ask().grain(grain).run();
        assertThat(Trends.of(result).previous(0, 0, 1).orElseThrow().change().getAsDouble())
                .isCloseTo(0.12, within(1e-12));
        assertThat(Trends.of(result).yearAgo(0, 0, 1)).as("nothing is known of it").isEmpty();
    }

    @Test
    void whereAValueIsMissingOrOpenThereIsNoTrend() {
        Result result = sales(new Property[0], 100, Double.NaN, 110, 120).ask().openFrom("2026-04").run();
        Trends trends = Trends.of(result);
        assertThat(trends.previous(0, 0, 0)).isEmpty();
        assertThat(trends.previous(0, 0, 1)).isEmpty();
        assertThat(trends.previous(0, 0, 2)).isEmpty();
        assertThat(trends.previous(0, 0, 3)).isEmpty();
        assertThat(trends.yearAgo(0, 0, 2)).isEmpty();
    }

    @Test
    void theEarlierValueIsByTheDefinitionOfThePeriod() {
        Result result = Business.since("2026-01").input("a", null).input("b", null)
                .kpi("x", null, Reference.to("a"), new Property.Until("2026-02", Origin.NONE), better(Way.HIGHER))
                .kpi("x", null, Reference.to("b"), new Property.Since("2026-03", Origin.NONE), better(Way.LOWER))
                .facts("a", 1, 2, 3).facts("b", 10, 20, 15).ask().run();
        Trends trends = Trends.of(result);
        assertThat(trends.previous(0, 0, 1).orElseThrow().before()).isEqualTo(1);
        Trend changed = trends.previous(0, 0, 2).orElseThrow();
        assertThat(changed.before()).as("b, not a").isEqualTo(20);
        assertThat(changed.verdict()).isEqualTo(Trend.Verdict.IMPROVEMENT);
    }
}

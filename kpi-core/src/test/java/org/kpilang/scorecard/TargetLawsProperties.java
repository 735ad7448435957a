package org.kpilang.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.testing.Business.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.model.InputKind;
import org.kpilang.model.Property.Band;
import org.kpilang.model.StatusCaution;
import org.kpilang.model.TargetTerms.Course;
import org.kpilang.model.Property.Status;
import org.kpilang.model.Property.Target;
import org.kpilang.model.TargetTerms;
import org.kpilang.series.Interval;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.time.Grain;

/** Laws of progress, of paths, of what is required, of the pace, and of a status that takes its time. */
class TargetLawsProperties {

    @Property
    void progressIsZeroAtTheBaseAndOneAtTheTarget(@ForAll @DoubleRange(min = -1e6, max = 1e6) double base,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double target,
            @ForAll @DoubleRange(min = 0, max = 1) double way) {
        Assume.that(Math.abs(base - target) > 1e-3);
        Goal goal = target > base ? Goal.atLeast(target) : Goal.atMost(target);

        assertThat(goal.progress(base, base)).hasValue(0);
        assertThat(goal.progress(base, target)).hasValue(1);
        assertThat(goal.progress(base, base + way * (target - base)).orElseThrow()).isCloseTo(way, within(1e-6));
        assertThat(goal.progress(base, base - (target - base)).orElseThrow()).as("the other way")
                .isCloseTo(-1, within(1e-6));
    }

    @Property
    void progressToARangeIsOneExactlyWithin(@ForAll @DoubleRange(min = -100, max = 100) double base,
            @ForAll @DoubleRange(min = -100, max = 100) double now,
            @ForAll @DoubleRange(min = -10, max = 10) double low,
            @ForAll @DoubleRange(min = 0, max = 20) double width) {
        Goal goal = Goal.of(low, Interval.between(low, low + width), 0);
        Assume.that(!goal.isMetBy(base) && Math.abs(base - goal.nearest(base)) > 1e-3);

        double progress = goal.progress(base, now).orElseThrow();
        assertThat(progress == 1).isEqualTo(goal.isMetBy(now));
        assertThat(progress).isLessThanOrEqualTo(1);
        assertThat(goal.progress(base, base)).hasValue(0);
    }

    @Property
    void whatIsRequiredReachesTheTarget(@ForAll @IntRange(min = -100_000, max = 100_000) int target,
            @ForAll @IntRange(min = -100_000, max = 100_000) int now,
            @ForAll @IntRange(min = 1, max = 400) int remaining, @ForAll boolean higher) {
        Goal goal = higher ? Goal.atLeast(target) : Goal.atMost(target);
        double required = goal.required(now, remaining).orElseThrow();

        assertThat(now + required * remaining)
                .isCloseTo(target, within(1e-9 * Math.max(1, Math.abs(target) + Math.abs(now))));
        BigDecimal each = BigDecimal.valueOf(target - now)
                .divide(BigDecimal.valueOf(remaining), MathContext.DECIMAL64);
        assertThat(required).isCloseTo(each.doubleValue(), within(Math.abs(required) * 1e-14));
    }

    @Property
    void aConstantRunRateIsProjectedExactly(@ForAll @IntRange(min = 1, max = 1000) int rate,
            @ForAll @IntRange(min = 3, max = 60) int known, @ForAll @IntRange(min = 0, max = 60) int remaining) {
        double[] values = new double[known];
        Arrays.fill(values, rate);
        double total = (double) rate * (known + remaining);
        Projection projection = Projection.ofTotal(values, remaining);

        assertThat(projection.value()).isCloseTo(total, within(total * 1e-12));
        assertThat(projection.band().orElseThrow().high() - projection.value()).isCloseTo(0, within(total * 1e-9));
        double[] balances = IntStream.rangeClosed(1, known).mapToDouble(each -> 50 + (double) rate * each).toArray();
        assertThat(Projection.ofBalance(50, balances, remaining).value()).isCloseTo(50 + total, within(total * 1e-12));
        double[] shares = IntStream.rangeClosed(1, known)
                .mapToDouble(each -> (double) each / (known + remaining)).toArray();
        assertThat(Projection.ofRate(50, balances, shares).value()).isCloseTo(50 + total, within(total * 1e-9));
    }

    /** A verdict is only given where it would be given for every value in the band. */
    @Property
    void aVerdictHoldsForTheWholeBand(@ForAll long seed, @ForAll @IntRange(min = 10, max = 200) int target) {
        Random random = new Random(seed);
        int known = 3 + random.nextInt(6);
        double[] values = random.doubles(known, 5, 15).toArray();
        double[] shares = new double[known];
        Arrays.fill(shares, 1.0 / 12);
        Pace pace = Pace.ofTotal(Goal.atLeast(target), values, shares, 12 - known);
        Interval band = pace.projection().band().orElseThrow();

        Statistics.collect(pace.verdict());
        assertThat(pace.verdict() == Pace.Verdict.ON_PACE).isEqualTo(band.low() >= target);
        assertThat(pace.verdict() == Pace.Verdict.OFF_PACE).isEqualTo(band.high() < target);
    }

    @Property(tries = 40)
    void aSteppedPathEqualsItsStepsAtEveryGrain(@ForAll @IntRange(min = 0, max = 5) int start,
            @ForAll @IntRange(min = 6, max = 23) int due, @ForAll @IntRange(min = -50, max = 50) int from,
            @ForAll @IntRange(min = -50, max = 50) int to) {
        Course steps = new Course.Steps(PeriodUnit.QUARTER);
        Target target = new Target(signed(to), month(due), signed(from), month(start), null,
                new TargetTerms(null, null, steps), Origin.NONE);
        Business business = Business.since("2026-01").input("members", null, InputKind.STOCK)
                .kpi("customers", null, Reference.to("members"), target).facts("members", new double[24]);
        Scorecard months = Scorecard.of(business.ask().run());
        Scorecard quarters = Scorecard.of(business.ask().grain(Grain.QUARTER).run());
        Scorecard years = Scorecard.of(business.ask().grain(Grain.YEAR).run());

        int first = start / 3;
        int last = due / 3;
        for (int month = start; month < 24; month++) {
            double step = month >= due ? to : from + (double) (to - from) * (month / 3 - first) / (last - first);
            assertThat(months.targetOr(0, 0, month, Double.NaN)).isCloseTo(step, within(1e-9));
            if (month % 3 == 2) {
                assertThat(quarters.targetOr(0, 0, month / 3, Double.NaN)).isCloseTo(step, within(1e-9));
            }
            if (month % 12 == 11) {
                assertThat(years.targetOr(0, 0, month / 12, Double.NaN)).isCloseTo(step, within(1e-9));
            }
        }
    }

    /** Spread evenly or as another year went, the parts have their total at every grain. */
    @Property(tries = 40)
    void whatIsSpreadAddsUpToItsTotal(@ForAll long seed, @ForAll boolean evenly) {
        Random random = new Random(seed);
        double[] sold = random.doubles(24, 1, 100).toArray();
        Course course = evenly ? new Course.Evenly() : new Course.Like("2025");
        Business business = Business.since("2025-01").input("sold", null).kpi("sales", null, Reference.to("sold"),
                new Target(number("1200"), "2026", null, null, null, new TargetTerms(null, null, course), Origin.NONE))
                .facts("sold", sold);
        for (Grain grain : List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)) {
            Result result = business.ask().grain(grain).run();
            Scorecard scorecard = Scorecard.of(result);
            double total = 0;
            for (int period = result.periods() / 2; period < result.periods(); period++) {
                total += scorecard.targetOr(0, 0, period, Double.NaN);
            }
            assertThat(total).as(grain.word()).isCloseTo(1200, within(1e-9));
        }
    }

    /** It changes no more often, and takes only statuses that were due; what comes later does not change it. */
    @Property(tries = 100)
    void aStatusThatTakesItsTimeChangesNoMoreOften(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int after,
            @ForAll @IntRange(min = 0, max = 15) int margin) {
        Random random = new Random(seed);
        double[] values = random.ints(20, 0, 60).asDoubleStream().toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(8) == 0 ? Double.NaN : values[i];
        }
        values[0] = 30;
        values[11] = 30;
        values[19] = 30;
        List<String> plain = statuses(values, StatusCaution.NONE);
        StatusCaution caution = new StatusCaution(margin == 0 ? null : number(Integer.toString(margin)), after, null);
        List<String> steady = statuses(values, caution);

        assertThat(changes(steady)).isLessThanOrEqualTo(changes(plain));
        for (int i = 0; i < plain.size(); i++) {
            assertThat(steady.get(i).equals(Scorecard.NO_DATA)).isEqualTo(plain.get(i).equals(Scorecard.NO_DATA));
            assertThat(plain.subList(0, i + 1)).contains(steady.get(i));
        }
        assertThat(statuses(Arrays.copyOf(values, 12), caution)).isEqualTo(steady.subList(0, 12));
        Statistics.collect(changes(steady) < changes(plain) ? "fewer" : "as many");
    }

    private static List<String> statuses(double[] values, StatusCaution caution) {
        Status status = new Status(List.of(new Band("green", Comparison.Operator.AT_LEAST, number("40"), false),
                new Band("amber", Comparison.Operator.GREATER, number("20"), false)), "red", caution, Origin.NONE);
        Result result = Business.since("2025-01").input("sold", null).kpi("sales", null, Reference.to("sold"), status)
                .facts("sold", values).ask().from("2025-01").run();
        Scorecard scorecard = Scorecard.of(result);
        return IntStream.range(0, result.periods())
                .mapToObj(period -> scorecard.status(0, 0, period).orElseThrow()).toList();
    }

    private static long changes(List<String> statuses) {
        List<String> known = statuses.stream().filter(each -> !each.equals(Scorecard.NO_DATA)).toList();
        return IntStream.range(1, known.size()).filter(i -> !known.get(i).equals(known.get(i - 1))).count();
    }

    private static String month(int number) {
        return (2026 + number / 12) + "-" + String.format(Locale.ROOT, "%02d", number % 12 + 1);
    }

    private static Expression signed(int value) {
        return value < 0 ? new Negation(number(Integer.toString(-value)), Origin.NONE)
                : number(Integer.toString(value));
    }
}

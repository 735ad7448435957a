package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;

/**
 * Tests whether a candidate moves before an outcome, with it, or after it.
 *
 * <pre>{@code
 * TimingFinding finding = TimingTest.of(Grain.MONTH).test(newLeads, revenue);
 * finding.timing();        // LEADING
 * finding.call().lead();   // 2 months
 * }</pre>
 *
 * <p>The growth of the two is compared on several time scales, without its season and with outliers clipped. How large
 * a correlation must be follows from how strongly each series depends on its own past, and the search over leads and
 * scales counts. Where the data do not tell, the answer is that they do not. An unrelated pair is taken for related in
 * 3 to 4 of 100 cases, and for leading or lagging in 2.
 *
 * <p>Immutable and thread-safe; each method returns a changed copy. Deterministic. The time for a pair grows with the
 * square of its length, by a small factor.
 */
public final class TimingTest {

    private static final double SIGNIFICANCE = 0.05;
    private static final int VALUES_PER_TERM = 10;

    private final int season;
    private final int largestLead;
    private final int tolerance;
    private final double significance;
    private final Direction direction;
    private final @Nullable Boolean candidateLogarithms;
    private final @Nullable Boolean outcomeLogarithms;
    private final Horizon horizon;

    private TimingTest(int season, int largestLead, int tolerance, double significance, Direction direction,
            @Nullable Boolean candidateLogarithms, @Nullable Boolean outcomeLogarithms, Horizon horizon) {
        this.season = season;
        this.largestLead = largestLead;
        this.tolerance = tolerance;
        this.significance = significance;
        this.direction = direction;
        this.candidateLogarithms = candidateLogarithms;
        this.outcomeLogarithms = outcomeLogarithms;
        this.horizon = horizon;
    }

    /**
     * The test for series with a season: 12 for months of a year, 52 for weeks, 4 for quarters, 7 for days of a week, 1
     * for none. Leads are looked for up to a year (up to a quarter of weeks, two years of quarters, two weeks of days);
     * up to two periods of months and weeks, and one of others, count as together.
     *
     * @throws IllegalArgumentException if the season is not positive
     */
    public static TimingTest ofSeason(int season) {
        if (season < 1) {
            throw new IllegalArgumentException("a season has at least one period, not " + season);
        }
        int lead = switch (season) {
            case 1 -> 12;
            case 4 -> 8;
            case 7 -> 14;
            case 52 -> 13;
            default -> season;
        };
        return new TimingTest(season, lead, season >= 12 ? 2 : 1, SIGNIFICANCE, Direction.UNKNOWN, null, null,
                Horizon.CYCLE);
    }

    /** The test for series of a grain: months have a season of 12, days one of 7. */
    public static TimingTest of(Grain grain) {
        return ofSeason(switch (grain) {
            case DAY -> 7;
            case WEEK -> 52;
            case MONTH -> 12;
            case QUARTER -> 4;
            case YEAR -> 1;
        });
    }

    /** Looks for leads and lags up to so many periods; never for more than a quarter of the periods there are. */
    public TimingTest largestLead(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("a lead of at least one period is looked for, not " + periods);
        }
        return new TimingTest(season, periods, tolerance, significance, direction, candidateLogarithms,
                outcomeLogarithms, horizon);
    }

    /** Takes leads and lags up to so many periods for moving together. */
    public TimingTest tolerance(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("a tolerance is not negative: " + periods);
        }
        return new TimingTest(season, largestLead, periods, significance, direction, candidateLogarithms,
                outcomeLogarithms, horizon);
    }

    /** Takes for related what chance would show in less than this share of unrelated pairs; 0.05 unless said. */
    public TimingTest significance(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a significance lies between 0 and 1, not at " + share);
        }
        return new TimingTest(season, largestLead, tolerance, share, direction, candidateLogarithms, outcomeLogarithms,
                horizon);
    }

    /** Says whether the two are expected to rise together, which makes the test one-sided. */
    public TimingTest direction(Direction expected) {
        return new TimingTest(season, largestLead, tolerance, significance, Objects.requireNonNull(expected),
                candidateLogarithms, outcomeLogarithms, horizon);
    }

    /**
     * Says whether growth is relative, for candidate and outcome. Null leaves it to the values: relative exactly when
     * all of them are positive. Say false for percents, spreads and balances that may be negative.
     */
    public TimingTest logarithms(@Nullable Boolean candidate, @Nullable Boolean outcome) {
        return new TimingTest(season, largestLead, tolerance, significance, direction, candidate, outcome, horizon);
    }

    /** Says which scale decides; the longest unless said. */
    public TimingTest horizon(Horizon decides) {
        return new TimingTest(season, largestLead, tolerance, significance, direction, candidateLogarithms,
                outcomeLogarithms, Objects.requireNonNull(decides));
    }

    /**
     * Tests two series; only periods that both have count.
     *
     * @throws IllegalArgumentException if they are of different grains or calendars
     */
    public TimingFinding test(Series candidate, Series outcome) {
        return overlapping(candidate, outcome, this::test);
    }

    /** Does something with the values of two series in the periods of both. */
    private static <T> T overlapping(Series candidate, Series outcome, BiFunction<double[], double[], T> use) {
        if (candidate.first().grain() != outcome.first().grain()
                || !candidate.first().calendar().equals(outcome.first().calendar())) {
            throw new IllegalArgumentException("series by " + candidate.first().grain() + " and by "
                    + outcome.first().grain() + " are not compared");
        }
        int first = Math.max(candidate.first().ordinal(), outcome.first().ordinal());
        int end = Math.min(candidate.first().ordinal() + candidate.size(), outcome.first().ordinal() + outcome.size());
        return use.apply(values(candidate, first, end), values(outcome, first, end));
    }

    private static double[] values(Series series, int first, int end) {
        double[] values = new double[Math.max(0, end - first)];
        for (int t = 0; t < values.length; t++) {
            values[t] = series.valueOr(first - series.first().ordinal() + t, Double.NaN);
        }
        return values;
    }

    /**
     * Tests two rows of values that start in the same period; what one has more at its end does not count.
     *
     * @param candidate finite numbers, or NaN for no value
     * @param outcome   finite numbers, or NaN for no value
     */
    public TimingFinding test(double[] candidate, double[] outcome) {
        CommonSpan span = CommonSpan.of(candidate, outcome);
        int periods = span.candidate().length;
        if (span.abstention() != null) {
            return TimingFinding.abstained(span.abstention(), periods);
        }
        return test(scaled(span.candidate(), candidateLogarithms), scaled(span.outcome(), outcomeLogarithms), periods);
    }

    /**
     * The correlations of two series at each lead on the scale that decides, or on the clearest where nothing was found.
     *
     * @return empty if the pair cannot be tested
     */
    public Optional<Correlogram> correlogram(Series candidate, Series outcome) {
        return overlapping(candidate, outcome, this::correlogram);
    }

    /**
     * The correlations at each lead on the scale that decides, or on the clearest where nothing was found.
     *
     * @return empty if the pair cannot be tested
     */
    public Optional<Correlogram> correlogram(double[] candidate, double[] outcome) {
        CommonSpan span = CommonSpan.of(candidate, outcome);
        if (span.abstention() != null) {
            return Optional.empty();
        }
        ScaledSeries x = scaled(span.candidate(), candidateLogarithms).series();
        ScaledSeries y = scaled(span.outcome(), outcomeLogarithms).series();
        if (x == null || y == null) {
            return Optional.empty();
        }
        List<ScaleTest> tests = tests(x, y, span.candidate().length);
        return Optional.of(deciding(tests).correlogram(significance / tests.size()));
    }

    /** What can be worked out of one series alone, or why it cannot be tested. */
    record Side(@Nullable ScaledSeries series, @Nullable Abstention abstention) {}

    Side scaledCandidate(double[] values) {
        return scaled(values, candidateLogarithms);
    }

    Side scaledOutcome(double[] values) {
        return scaled(values, outcomeLogarithms);
    }

    private Side scaled(double[] values, @Nullable Boolean said) {
        boolean positive = PreparedSeries.isPositive(values);
        boolean logarithms = said == null ? positive : said;
        if (logarithms && !positive) {
            return new Side(null, Abstention.NOT_POSITIVE);
        }
        ScaledSeries series = ScaledSeries.of(values, season, logarithms, scales(values.length));
        return new Side(series, series == null ? Abstention.CONSTANT : null);
    }

    /** Tests two series over the same periods. */
    TimingFinding test(Side candidate, Side outcome, int periods) {
        if (candidate.series() == null || outcome.series() == null) {
            Abstention why = candidate.abstention() != null ? candidate.abstention() : outcome.abstention();
            return TimingFinding.abstained(Objects.requireNonNull(why), periods);
        }
        return decide(candidate.series().prepared(), outcome.series().prepared(),
                tests(candidate.series(), outcome.series(), periods), periods);
    }

    List<ScaleTest> tests(ScaledSeries x, ScaledSeries y, int periods) {
        double growth = periods - 1;
        double seasons = growth
                / Math.max(growth - Math.min(x.prepared().seasonFreedom(), y.prepared().seasonFreedom()), 2);
        int most = Math.min(largestLead, Math.max(2, periods / 4));
        List<ScaleTest> tests = new ArrayList<>();
        for (int i = 0; i < x.scales().size(); i++) {
            MovingSums outcome = y.scales().get(i);
            tests.add(new ScaleTest(x.scales().get(i), direction == Direction.OPPOSITE ? outcome.negated() : outcome,
                    seasons, most, direction != Direction.UNKNOWN));
        }
        return tests;
    }

    /** The time scales that so many periods are enough for, the shortest first. */
    private List<Integer> scales(int periods) {
        int longest = Math.max(1, (periods - 1) / VALUES_PER_TERM);
        return scales().stream().filter(terms -> terms <= longest).distinct().sorted().toList();
    }

    /** Over how many periods growth is summed. */
    private List<Integer> scales() {
        return switch (season) {
            case 1, 12 -> List.of(1, 3, 6, 12);
            case 4 -> List.of(1, 2, 4);
            case 7 -> List.of(1, 2, 4, 7, 28);
            case 52 -> List.of(1, 4, 13, 26, 52);
            default -> List.of(1, Math.max(1, season / 4), Math.max(1, season / 2), season);
        };
    }

    private TimingFinding decide(PreparedSeries x, PreparedSeries y, List<ScaleTest> tests, int periods) {
        List<ScaleFinding> scales = new ArrayList<>();
        for (ScaleTest test : tests) {
            scales.add(new ScaleFinding(test.terms(), test.lead(), test.correlation(test.lead()),
                    corrected(test.familyChance(), tests.size())));
        }
        ScaleTest clearest = clearest(tests);
        double chance = corrected(clearest.familyChance(), tests.size());
        TimingFinding.Call fastest = chance < significance ? call(clearest, tests.size()) : null;
        ScaleTest deciding = deciding(tests);
        TimingFinding.Call call = fastest == null || deciding == clearest ? fastest : call(deciding, tests.size());
        return new TimingFinding(null, chance, call, fastest, periods, scales, x.seasonFreedom(), y.seasonFreedom());
    }

    /** The scale that shows a relation most clearly; the shortest of those that do so equally. */
    private static ScaleTest clearest(List<ScaleTest> tests) {
        ScaleTest clearest = tests.get(0);
        for (ScaleTest test : tests) {
            clearest = test.familyChance() < clearest.familyChance() ? test : clearest;
        }
        return clearest;
    }

    /** The scale that decides: the clearest, or the longest that shows a relation at all. */
    private ScaleTest deciding(List<ScaleTest> tests) {
        ScaleTest deciding = clearest(tests);
        for (ScaleTest test : tests) {
            boolean related = corrected(test.familyChance(), tests.size()) < significance;
            deciding = related && horizon == Horizon.CYCLE ? test : deciding;
        }
        return deciding;
    }

    private static double corrected(double chance, int tests) {
        return Math.min(1, tests * chance);
    }

    private TimingFinding.Call call(ScaleTest test, int tests) {
        int lead = test.lead();
        TimingClass timing = lead > tolerance ? TimingClass.LEADING
                : lead < -tolerance ? TimingClass.LAGGING : TimingClass.COINCIDENT;
        LeadInterval interval = LeadInterval.of(test);
        boolean single = corrected(test.chanceWithoutLargestEpisode(), tests) >= significance;
        Confidence confidence = !single && interval.liesIn(timing, tolerance) ? Confidence.HIGH : Confidence.LOW;
        return new TimingFinding.Call(timing, lead, interval.low(), interval.high(), test.correlation(lead),
                1 / test.variance(), test.terms(), single, confidence);
    }
}

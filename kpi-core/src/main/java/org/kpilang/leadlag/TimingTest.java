package org.kpilang.leadlag;

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
    private final Procedure procedure;

    private TimingTest(int season, int largestLead, int tolerance, double significance, Direction direction,
            @Nullable Boolean candidateLogarithms, @Nullable Boolean outcomeLogarithms, Horizon horizon,
            Procedure procedure) {
        this.season = season;
        this.largestLead = largestLead;
        this.tolerance = tolerance;
        this.significance = significance;
        this.direction = direction;
        this.candidateLogarithms = candidateLogarithms;
        this.outcomeLogarithms = outcomeLogarithms;
        this.horizon = horizon;
        this.procedure = procedure;
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
                Horizon.CYCLE, Procedure.PUBLISHED);
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
                outcomeLogarithms, horizon, procedure);
    }

    /** Takes leads and lags up to so many periods for moving together. */
    public TimingTest tolerance(int periods) {
        if (periods < 0) {
            throw new IllegalArgumentException("a tolerance is not negative: " + periods);
        }
        return new TimingTest(season, largestLead, periods, significance, direction, candidateLogarithms,
                outcomeLogarithms, horizon, procedure);
    }

    /** Takes for related what chance would show in less than this share of unrelated pairs; 0.05 unless said. */
    public TimingTest significance(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("a significance lies between 0 and 1, not at " + share);
        }
        return new TimingTest(season, largestLead, tolerance, share, direction, candidateLogarithms, outcomeLogarithms,
                horizon, procedure);
    }

    /** Says whether the two are expected to rise together, which makes the test one-sided. */
    public TimingTest direction(Direction expected) {
        return new TimingTest(season, largestLead, tolerance, significance, Objects.requireNonNull(expected),
                candidateLogarithms, outcomeLogarithms, horizon, procedure);
    }

    Direction direction() {
        return direction;
    }

    /**
     * Says whether growth is relative, for candidate and outcome. Null leaves it to the values: relative exactly when
     * all of them are positive. Say false for percents, spreads and balances that may be negative.
     */
    public TimingTest logarithms(@Nullable Boolean candidate, @Nullable Boolean outcome) {
        return new TimingTest(season, largestLead, tolerance, significance, direction, candidate, outcome, horizon,
                procedure);
    }

    /** Says which scale decides; the longest unless said. */
    public TimingTest horizon(Horizon decides) {
        return new TimingTest(season, largestLead, tolerance, significance, direction, candidateLogarithms,
                outcomeLogarithms, Objects.requireNonNull(decides), procedure);
    }

    /** Says which procedure is followed; the published one unless said. */
    public TimingTest procedure(Procedure followed) {
        return new TimingTest(season, largestLead, tolerance, significance, direction, candidateLogarithms,
                outcomeLogarithms, horizon, Objects.requireNonNull(followed));
    }

    /** The class of a lead of so many periods, negative for a lag: together if it is no longer than the tolerance. */
    public TimingClass timing(double lead) {
        return timing(lead, tolerance);
    }

    static TimingClass timing(double lead, int tolerance) {
        return lead > tolerance ? TimingClass.LEADING
                : lead < -tolerance ? TimingClass.LAGGING : TimingClass.COINCIDENT;
    }

    /**
     * Tests two series of one grain; only periods that both have count.
     *
     * @throws IllegalArgumentException if they are of different grains or calendars
     */
    public TimingFinding test(Series candidate, Series outcome) {
        return overlapping(candidate, outcome, this::test);
    }

    /**
     * Tests two series of any grains, at the coarser of the two.
     *
     * @param candidateRollsUp how the candidate becomes one of the outcome's grain, if that is coarser
     * @param outcomeRollsUp   how the outcome becomes one of the candidate's grain, if that is coarser
     * @throws IllegalArgumentException if periods of the coarser grain are not made of whole periods of the finer, or
     *                                  the calendars differ
     */
    public TimingFinding test(Series candidate, RollUp candidateRollsUp, Series outcome, RollUp outcomeRollsUp) {
        Grain coarser = coarser(candidate.first().grain(), outcome.first().grain());
        return test(candidateRollsUp.to(coarser, candidate), outcomeRollsUp.to(coarser, outcome));
    }

    private static Grain coarser(Grain one, Grain other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Does something with the values of two series in the periods of both. */
    private static <T> T overlapping(Series candidate, Series outcome, BiFunction<double[], double[], T> use) {
        if (candidate.first().grain() != outcome.first().grain()
                || !candidate.first().calendar().equals(outcome.first().calendar())) {
            throw new IllegalArgumentException("series by " + candidate.first().grain() + " and by "
                    + outcome.first().grain() + " are not compared; roll the finer one up");
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
        return pair(span).map(PairTest::correlogram);
    }

    /**
     * The growth of two series on the scale that decides, or on the clearest where nothing was found, with the
     * candidate moved by its lead. Periods are counted from the first that both series have.
     *
     * @return empty if the pair cannot be tested
     */
    public Optional<Alignment> alignment(Series candidate, Series outcome) {
        return overlapping(candidate, outcome, this::alignment);
    }

    /**
     * The growth on the scale that decides, or on the clearest where nothing was found, with the candidate moved by its
     * lead.
     *
     * @return empty if the pair cannot be tested
     */
    public Optional<Alignment> alignment(double[] candidate, double[] outcome) {
        CommonSpan span = CommonSpan.of(candidate, outcome);
        return pair(span).map(pair -> pair.alignment(span.first()));
    }

    private Optional<PairTest> pair(CommonSpan span) {
        if (span.abstention() != null) {
            return Optional.empty();
        }
        ScaledSeries x = scaled(span.candidate(), candidateLogarithms).series();
        ScaledSeries y = scaled(span.outcome(), outcomeLogarithms).series();
        return x == null || y == null ? Optional.empty() : Optional.of(pair(x, y, span.candidate().length));
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
            return TimingFinding.abstained(why(candidate, outcome), periods);
        }
        return pair(candidate.series(), outcome.series(), periods).finding();
    }

    /** Why a pair cannot be tested of which one side cannot be. */
    static Abstention why(Side candidate, Side outcome) {
        Abstention why = candidate.abstention() != null ? candidate.abstention() : outcome.abstention();
        return Objects.requireNonNull(why);
    }

    /** The test of two series over the same periods. */
    PairTest pair(ScaledSeries x, ScaledSeries y, int periods) {
        int most = Math.min(largestLead, Math.max(2, periods / 4));
        return new PairTest(x, y, periods, most, direction,
                new PairTest.Rule(significance, tolerance, horizon, procedure));
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
}

package org.kpilang.scorecard;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.series.Interval;
import org.kpilang.signal.PromoterScore;
import org.kpilang.signal.Proportion;
import org.kpilang.unit.Unit;

/**
 * Where the values of KPIs may lie that come from few cases: a churn of 4 of 200 customers, a net promoter score of 100
 * answers. Immutable and thread-safe.
 *
 * <p>There is an interval where the formula of a KPI
 * <ul>
 * <li>divides one count by another, such as {@code churned / opening(customers)}, both of the same things, neither
 * money nor time, and its values are known to lie between 0 % and 100 %: that of Wilson, see {@link Proportion};
 * <li>is a net promoter score, {@code nps(promoters, passives, detractors)}: the score with its margin, see
 * {@link PromoterScore}.
 * </ul>
 * It may be the formula of another KPI that it names. Of all other KPIs {@link #reason} tells why there is none: a mean
 * or a sum of money needs the single amounts, which are not kept. Counts are taken as they are in the period; where
 * they are not whole numbers, or more than there are, there is no interval.
 */
public final class Uncertainty {

    private final Result result;
    private final Answers answers;
    /** What each version of a KPI counts. */
    private final Map<KpiVersion, Counted> counted = new IdentityHashMap<>();

    /** A sample with the numbers of the questions for its counts. */
    private record Counted(Sample sample, int[] questions) {}

    private Uncertainty(Result result) {
        this.result = result;
        Questions questions = new Questions(result);
        for (Kpi kpi : result.kpis()) {
            for (KpiVersion version : kpi.versions()) {
                Sample sample = Sample.of(kpi, version.definition().formula(), result.model());
                counted.put(version, new Counted(sample, sample.counts().stream().mapToInt(questions::add).toArray()));
            }
        }
        this.answers = questions.ask();
    }

    /** Asks for what the KPIs of a result count. */
    public static Uncertainty of(Result result) {
        return new Uncertainty(Objects.requireNonNull(result, "result is null"));
    }

    /** Whether the latest definition of a KPI has an interval in the cells where it has a value. */
    public boolean applies(int kpi) {
        return reason(kpi).isEmpty();
    }

    /** Why there is no interval of a KPI by its latest definition, as a fragment; empty if there is one. */
    public Optional<String> reason(int kpi) {
        String reason = counted(result.kpis().get(kpi).latest()).sample().reason();
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }

    private Counted counted(KpiVersion version) {
        return Objects.requireNonNull(counted.get(version));
    }

    /**
     * Where the value of a cell may lie in truth; empty if there is none, or its counts are no counts.
     *
     * @param confidence such as 0.95, between 0 and 1
     */
    public Optional<Interval> interval(int kpi, int slice, int period, double confidence) {
        return proportion(kpi, slice, period).map(rate -> rate.interval(confidence))
                .or(() -> score(kpi, slice, period).map(score -> score.interval(confidence)));
    }

    /** The successes and trials of a cell; empty if the KPI is no share of things counted. */
    public Optional<Proportion> proportion(int kpi, int slice, int period) {
        double[] counts = counts(kpi, slice, period);
        return counts.length == 2 && counts[0] <= counts[1] && counts[1] > 0
                ? Optional.of(new Proportion(counts[0], counts[1])) : Optional.empty();
    }

    /** The answers of a cell; empty if the KPI is no net promoter score. */
    public Optional<PromoterScore> score(int kpi, int slice, int period) {
        double[] counts = counts(kpi, slice, period);
        return counts.length == 3 && counts[0] + counts[1] + counts[2] > 0
                ? Optional.of(new PromoterScore(counts[0], counts[1], counts[2])) : Optional.empty();
    }

    /**
     * Whether two cells of a KPI differ by more than chance would let them; empty if one has no interval. Their cases are
     * taken to be different ones: two months of a survey, two regions, and not a region and the total that it is part
     * of.
     */
    public Optional<Boolean> differ(int kpi, int slice, int period, int otherSlice, int otherPeriod, double confidence) {
        Optional<Boolean> rates = proportion(kpi, slice, period).flatMap(rate ->
                proportion(kpi, otherSlice, otherPeriod).map(other -> rate.differsFrom(other, confidence)));
        return rates.or(() -> score(kpi, slice, period).flatMap(score ->
                score(kpi, otherSlice, otherPeriod).map(other -> score.differsFrom(other, confidence))));
    }

    /** What is counted, or nothing if it is not known or no whole number of things. */
    private double[] counts(int kpi, int slice, int period) {
        Optional<KpiVersion> version = result.version(kpi, period);
        if (version.isEmpty() || !result.hasValue(kpi, slice, period)) {
            return new double[0];
        }
        double[] counts = Arrays.stream(counted(version.get()).questions())
                .mapToDouble(count -> answers.valueOr(count, slice, period, Double.NaN)).toArray();
        for (double count : counts) {
            if (!(count >= 0 && count == Math.rint(count))) {
                return new double[0];
            }
        }
        return counts;
    }

    /**
     * The interval of a cell in a sentence: {@code Churn of 2.0% in 2024-03 is 4 of 200: the true rate lies in 0.8% to
     * 5.0%, with a confidence of 95.0%}. Empty if there is no interval.
     */
    public Optional<String> sentence(int kpi, int slice, int period, double confidence, ValueText text) {
        Kpi asked = result.kpis().get(kpi);
        String begin = Sentences.subject(asked, result.slices().get(slice)) + " of "
                + text.of(result.valueOr(kpi, slice, period, Double.NaN), asked.unit()) + " in "
                + result.period(period) + " is ";
        String end = ", with a confidence of " + text.of(confidence, Unit.PERCENT);
        Optional<String> ofRate = proportion(kpi, slice, period).map(rate -> {
            Interval interval = rate.interval(confidence);
            return begin + text.of(rate.successes(), Unit.NUMBER) + " of " + text.of(rate.trials(), Unit.NUMBER)
                    + ": the true rate lies in " + text.of(interval.low(), asked.unit()) + " to "
                    + text.of(interval.high(), asked.unit()) + end;
        });
        return ofRate.or(() -> score(kpi, slice, period).map(score -> begin + "from "
                + text.of(score.answers(), Unit.NUMBER) + " answers: the score of all customers lies within "
                + text.of(score.margin(confidence), asked.unit()) + end));
    }
}

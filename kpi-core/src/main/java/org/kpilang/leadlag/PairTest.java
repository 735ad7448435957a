package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The test of one pair: on each time scale, and what they tell together. */
final class PairTest {

    /**
     * How the scales are weighed.
     *
     * @param significance below which chance a relation is taken for one
     * @param tolerance    up to which lead or lag two move together
     * @param horizon      which scale decides
     * @param procedure    how much is guarded against
     */
    record Rule(double significance, int tolerance, Horizon horizon, Procedure procedure) {}

    private final PreparedSeries candidate;
    private final PreparedSeries outcome;
    private final int periods;
    private final Rule rule;
    private final ScaleTest[] scales;
    /** The scale that shows a relation most clearly; the shortest of those that do so equally. */
    private final ScaleTest clearest;

    /**
     * @param periods how many both have
     * @param most    the largest lead
     */
    PairTest(ScaledSeries x, ScaledSeries y, int periods, int most, Direction direction, Rule rule) {
        this.candidate = x.prepared();
        this.outcome = y.prepared();
        this.periods = periods;
        this.rule = rule;
        this.scales = new ScaleTest[x.scales().size()];
        double growth = periods - 1;
        double seasons = growth / Math.max(growth - Math.min(candidate.seasonFreedom(), outcome.seasonFreedom()), 2);
        double raised = seasons * rule.procedure().sharedSpread(candidate.spread(), outcome.spread());
        @Nullable ScaleTest best = null;
        for (int i = 0; i < scales.length; i++) {
            scales[i] = new ScaleTest(x.scales().get(i), y.scales().get(i), raised, most, direction);
            best = best == null || scales[i].familyChance() < best.familyChance() ? scales[i] : best;
        }
        this.clearest = Objects.requireNonNull(best, "there is no time scale");
    }

    List<ScaleTest> scales() {
        return List.of(scales);
    }

    /** The chance that two unrelated series show as much on any scale and at any lead. */
    double chance() {
        return corrected(clearest.familyChance());
    }

    boolean isRelated() {
        return chance() < rule.significance();
    }

    private double corrected(double chance) {
        return Math.min(1, rule.procedure().tests(scales.length) * chance);
    }

    /** The scale that decides: the clearest, or the longest that shows a relation at all. */
    private ScaleTest deciding() {
        ScaleTest deciding = clearest;
        for (ScaleTest scale : scales) {
            boolean related = corrected(scale.familyChance()) < rule.significance();
            deciding = related && rule.horizon() == Horizon.CYCLE ? scale : deciding;
        }
        return deciding;
    }

    TimingFinding finding() {
        List<ScaleFinding> findings = new ArrayList<>(scales.length);
        for (ScaleTest scale : scales) {
            findings.add(new ScaleFinding(scale.terms(), scale.lead(), scale.correlation(scale.lead()),
                    corrected(scale.familyChance())));
        }
        TimingFinding.Call fastest = isRelated() ? call(clearest) : null;
        ScaleTest deciding = deciding();
        TimingFinding.@Nullable Call call = fastest == null || deciding == clearest ? fastest : call(deciding);
        return new TimingFinding(null, chance(), call, fastest, periods, findings, candidate.seasonFreedom(),
                outcome.seasonFreedom());
    }

    private TimingFinding.Call call(ScaleTest scale) {
        int lead = scale.lead();
        int tolerance = rule.tolerance();
        TimingClass timing = TimingTest.timing(lead, tolerance);
        LeadInterval interval = LeadInterval.of(scale);
        boolean single = corrected(scale.chanceWithoutLargestEpisode()) >= rule.significance();
        Confidence confidence = !single && interval.liesIn(timing, tolerance) ? Confidence.HIGH : Confidence.LOW;
        return new TimingFinding.Call(timing, lead, interval.low(), interval.high(), scale.correlation(lead),
                1 / scale.variance(), scale.terms(), single, confidence);
    }

    /**
     * The growth on the scale that decides, aligned by the lead.
     *
     * @param first the number of the first period of both
     */
    Alignment alignment(int first) {
        return deciding().alignment(first);
    }

    /** The correlations on the scale that decides, with the bounds of the significance. */
    Correlogram correlogram() {
        return deciding().correlogram(rule.significance() / rule.procedure().tests(scales.length));
    }
}

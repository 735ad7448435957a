package org.kpilang.leadlag;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TimingTest} found about a pair. Immutable and thread-safe.
 *
 * @param abstention why the pair was not tested; null if it was
 * @param chance     the chance that two unrelated series show as much, corrected for the search over leads and scales;
 *                   NaN if the pair was not tested
 * @param call       the relation found; null if none was
 * @param fastest    the relation on the scale that shows it most clearly; null if none was found
 * @param periods    how many periods both have
 * @param scales     what each time scale shows, the shortest first; empty if the pair was not tested
 * @param candidateSeasonFreedom how many degrees of freedom the season of the candidate took
 * @param outcomeSeasonFreedom   how many degrees of freedom the season of the outcome took
 */
public record TimingFinding(
        @Nullable Abstention abstention, double chance, @Nullable Call call, @Nullable Call fastest, int periods,
        List<ScaleFinding> scales, double candidateSeasonFreedom, double outcomeSeasonFreedom) {

    public TimingFinding {
        scales = List.copyOf(scales);
    }

    static TimingFinding abstained(Abstention why, int periods) {
        return new TimingFinding(Objects.requireNonNull(why), Double.NaN, null, null, periods, List.of(), 0, 0);
    }

    /** The same without what each scale shows, which takes the most memory. */
    TimingFinding withoutScales() {
        return new TimingFinding(abstention, chance, call, fastest, periods, List.of(), candidateSeasonFreedom,
                outcomeSeasonFreedom);
    }

    /** The class: of the call if there is one, else whether the pair was tested. */
    public TimingClass timing() {
        if (abstention != null) {
            return TimingClass.ABSTAIN;
        }
        return call == null ? TimingClass.NONE : call.timing();
    }

    /**
     * A relation on one time scale.
     *
     * @param timing          leading, coincident or lagging
     * @param lead            how many periods the candidate moves before the outcome; negative if it moves after
     * @param lowestLead      the smallest lead that explains the pair not noticeably worse
     * @param highestLead     the largest such lead
     * @param correlation     the correlation of the growth at the lead; negative if the two move against each other,
     *                        or against the expected direction
     * @param effectiveSample how many independent values the correlation is worth
     * @param scale           over how many periods growth was summed
     * @param singleEpisode   whether one episode alone carries the relation
     */
    public record Call(
            TimingClass timing, int lead, int lowestLead, int highestLead, double correlation, double effectiveSample,
            int scale, boolean singleEpisode, Confidence confidence) {

        public Call {
            if (!timing.isCall()) {
                throw new IllegalArgumentException("no relation: " + timing);
            }
        }
    }
}

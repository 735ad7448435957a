package org.kpilang.leadlag;

import java.util.Arrays;
import java.util.Objects;

/**
 * What somebody says about the timing of a KPI, to be held against its history.
 *
 * @param timing leading, coincident or lagging
 * @param lead   by how many periods it is said to move before the outcome; 0 if that was not said
 */
public record TimingClaim(TimingClass timing, int lead) {

    private static final int[] ENOUGH = {60, 120, 240};

    public TimingClaim {
        Objects.requireNonNull(timing, "timing is null");
        if (!timing.isCall() || lead < 0 || lead > 0 && timing != TimingClass.LEADING) {
            throw new IllegalArgumentException("no claim: " + timing + " by " + lead);
        }
    }

    /** The claim of a lead. */
    public static TimingClaim leading(int periods) {
        return new TimingClaim(TimingClass.LEADING, periods);
    }

    public static TimingClaim coincident() {
        return new TimingClaim(TimingClass.COINCIDENT, 0);
    }

    public static TimingClaim lagging() {
        return new TimingClaim(TimingClass.LAGGING, 0);
    }

    /** What the history says to a claim. */
    public enum Verdict {
        /** The class is the claimed one, and so is the lead if one was claimed. */
        SUPPORTED,
        /** The class is the claimed one, but the claimed lead lies outside the interval of the one found. */
        SUPPORTED_WITH_ANOTHER_LEAD,
        /** The history surely shows another class. */
        CONTRADICTED,
        /** The history shows another class, but weakly. */
        DOUBTED,
        /** The history shows no reliable relation. */
        NOT_SHOWN,
        /** The history cannot be tested. */
        NOT_TESTED
    }

    /** Holds the claim against what was found. */
    public Verdict verdict(TimingFinding finding) {
        TimingFinding.Call call = finding.call();
        if (finding.abstention() != null) {
            return Verdict.NOT_TESTED;
        } else if (call == null) {
            return Verdict.NOT_SHOWN;
        } else if (call.timing() != timing) {
            return call.confidence() == Confidence.HIGH ? Verdict.CONTRADICTED : Verdict.DOUBTED;
        }
        boolean holds = lead == 0 || lead >= call.lowestLead() && lead <= call.highestLead();
        return holds ? Verdict.SUPPORTED : Verdict.SUPPORTED_WITH_ANOTHER_LEAD;
    }

    /**
     * How many more periods of history it would take to see a relation that these do not show, after the shares of
     * relations found in made-up pairs: with 60 periods nearly nine of ten that explain half of the growth, with 120
     * eight of ten that explain a fifth, with 240 nine of ten that are strong and live in cycles alone. 0 if there are
     * more already, or if the periods are not what is missing.
     */
    public static int periodsMissing(TimingFinding finding) {
        if (finding.abstention() != null && finding.abstention() != Abstention.INSUFFICIENT_DATA) {
            return 0;
        }
        return Arrays.stream(ENOUGH).map(enough -> enough - finding.periods()).filter(missing -> missing > 0)
                .findFirst().orElse(0);
    }
}

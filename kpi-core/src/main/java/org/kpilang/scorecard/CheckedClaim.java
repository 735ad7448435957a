package org.kpilang.scorecard;

import java.util.Objects;
import org.kpilang.leadlag.TimingClaim;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.model.Kpi;
import org.kpilang.source.Origin;

/**
 * What the history says to the timing that a KPI claims.
 *
 * @param kpi      the KPI
 * @param outcome  the KPI or input that it is said to lead, to move with, or to follow
 * @param claim    what was claimed, in periods of the result
 * @param finding  what the history shows
 * @param verdict  whether the claim holds
 * @param sentence the same in words, as a fragment
 * @param origin   where the claim was written
 */
public record CheckedClaim(
        Kpi kpi, String outcome, TimingClaim claim, TimingFinding finding, TimingClaim.Verdict verdict, String sentence,
        Origin origin) {

    public CheckedClaim {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(claim, "claim is null");
        Objects.requireNonNull(finding, "finding is null");
        Objects.requireNonNull(verdict, "verdict is null");
        Objects.requireNonNull(sentence, "sentence is null");
        Objects.requireNonNull(origin, "origin is null");
    }
}

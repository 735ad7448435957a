package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kpilang.leadlag.TimingClaim;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;

/**
 * What there is to warn of about the timing of KPIs: a claim that the history contradicts, and KPIs that all look back.
 * A claim that the history does not show, or cannot tell of yet, is no warning. Without state and thread-safe.
 */
public final class TimingDiagnostics {

    private TimingDiagnostics() {}

    /** A warning for each claim that was contradicted, in the order given. */
    public static List<Diagnostic> of(List<CheckedClaim> claims) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (CheckedClaim claim : claims) {
            if (claim.verdict() == TimingClaim.Verdict.CONTRADICTED) {
                warnings.add(Diagnostic.of(DiagnosticCode.CLAIM_CONTRADICTED, claim.origin(),
                        "`" + claim.kpi().id() + "` is said to " + said(claim) + " `" + claim.outcome() + "`, and "
                                + claim.sentence(),
                        "correct the claim, or leave it out"));
            }
        }
        return warnings;
    }

    private static String said(CheckedClaim claim) {
        return switch (claim.claim().timing()) {
            case LEADING -> "lead";
            case LAGGING -> "lag behind";
            default -> "move with";
        };
    }

    /** A warning if all KPIs of a model that say something of their timing are lagging, and there are several. */
    public static Optional<Diagnostic> ofModel(Model model) {
        if (!TimingClaims.areAllLagging(model)) {
            return Optional.empty();
        }
        List<Kpi> lagging = model.kpis().stream().filter(kpi -> kpi.property(Property.Lagging.class).isPresent())
                .toList();
        return Optional.of(Diagnostic.of(DiagnosticCode.ALL_LAGGING,
                lagging.get(0).property(Property.Lagging.class).orElseThrow().origin(),
                (lagging.size() == 2 ? "both" : "all " + lagging.size())
                + " KPIs that tell of their timing are lagging: what"
                        + " they show has happened already",
                "add a KPI that moves before one of them, with a claim such as `leading " + lagging.get(0).id()
                        + " by 2 months`"));
    }
}

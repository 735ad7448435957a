package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.leadlag.Direction;
import org.kpilang.leadlag.TimingClaim;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingSentence;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;

/**
 * The timing that KPIs claim ({@code leading churn by 2 quarters}, {@code coincident with revenue}, {@code lagging}),
 * held against the totals of a result. Where both KPIs say what is {@code better}, the test is one-sided. A claim is
 * never changed, only answered. Without state and thread-safe.
 */
public final class TimingClaims {

    private TimingClaims() {}

    /**
     * Holds the claims of the KPIs that were asked against their history, in the periods of the result. A
     * {@code lagging} that names no outcome is held against the first KPI that it {@code drives}; without one there is
     * nothing to hold it against, and it is left out. There are no answers if the total was not asked.
     */
    public static List<CheckedClaim> of(Result result) {
        if (!result.slices().contains(Slice.TOTAL)) {
            return List.of();
        }
        List<Claimed> claims = new ArrayList<>();
        result.kpis().forEach(kpi -> claimed(kpi, result.model(), result.window().grain()).ifPresent(claims::add));
        Map<String, List<Claimed>> byOutcome = new LinkedHashMap<>();
        claims.forEach(claim -> byOutcome.computeIfAbsent(claim.outcome, outcome -> new ArrayList<>()).add(claim));
        Map<Claimed, CheckedClaim> checked = new HashMap<>();
        byOutcome.forEach((outcome, made) -> {
            TestedNames tested = TestedNames.of(result, outcome, made.stream().map(claim -> claim.kpi.id()).toList());
            made.forEach(claim -> checked.put(claim, check(claim, tested, result)));
        });
        return claims.stream().map(checked::get).toList();
    }

    /** Whether KPIs say something about their timing, and all of them that they are late. */
    public static boolean areAllLagging(Model model) {
        long lagging = model.kpis().stream().filter(kpi -> kpi.property(Property.Lagging.class).isPresent()).count();
        long others = model.kpis().stream().filter(kpi -> kpi.property(Property.Leading.class).isPresent()
                || kpi.property(Property.Coincident.class).isPresent()).count();
        return lagging > 1 && others == 0;
    }

    record Claimed(Kpi kpi, String outcome, TimingClaim claim, Origin origin) {}

    static Optional<Claimed> claimed(Kpi kpi, Model model, Grain grain) {
        Property.Leading leading = kpi.property(Property.Leading.class).orElse(null);
        if (leading != null) {
            TimingClaim claim = TimingClaim.leading(periods(leading, model, grain));
            return Optional.of(new Claimed(kpi, leading.outcome(), claim, leading.origin()));
        }
        Property.Coincident coincident = kpi.property(Property.Coincident.class).orElse(null);
        if (coincident != null) {
            return Optional.of(new Claimed(kpi, coincident.outcome(), TimingClaim.coincident(), coincident.origin()));
        }
        Property.Lagging lagging = kpi.property(Property.Lagging.class).orElse(null);
        return lagging == null ? Optional.empty() : kpi.property(Property.Drives.class)
                .map(drives -> new Claimed(kpi, drives.kpis().get(0), TimingClaim.lagging(), lagging.origin()));
    }

    /** The claimed lead in periods of a grain; 0, which claims no length, where it is no whole number of them. */
    private static int periods(Property.Leading leading, Model model, Grain grain) {
        Grain unit = grain(leading.unit());
        int finer = model.calendar().ratio(grain, unit);
        if (finer > 0) {
            return Math.multiplyExact(leading.count(), finer);
        }
        int coarser = model.calendar().ratio(unit, grain);
        return coarser > 0 && leading.count() % coarser == 0 ? leading.count() / coarser : 0;
    }

    private static Grain grain(PeriodUnit unit) {
        return Grain.valueOf(unit.name());
    }

    private static CheckedClaim check(Claimed claimed, TestedNames tested, Result result) {
        Grain grain = result.window().grain();
        Kpi other = result.model().kpi(claimed.outcome).orElse(null);
        TimingFinding finding = tested.finding(claimed.kpi.id());
        TimingClaim.Verdict verdict = claimed.claim.verdict(finding);
        Direction expected = ExpectedDirection.of(claimed.kpi.id(), claimed.outcome, result.model());
        String shown = TimingSentence.of(finding, expected, claimed.kpi.title(), title(claimed.outcome, other), grain);
        return new CheckedClaim(claimed.kpi, claimed.outcome, claimed.claim, finding, verdict,
                words(verdict, finding, grain) + ": " + shown, claimed.origin);
    }

    private static String title(String name, @Nullable Kpi kpi) {
        return kpi == null ? name : kpi.title();
    }

    private static String words(TimingClaim.Verdict verdict, TimingFinding finding, Grain grain) {
        return switch (verdict) {
            case SUPPORTED -> "the history supports it";
            case SUPPORTED_WITH_ANOTHER_LEAD -> "the history supports it, with another lead";
            case CONTRADICTED -> "the history contradicts it";
            case DOUBTED -> "the history rather shows something else";
            case NOT_SHOWN -> "the history does not show it" + missing(finding, grain);
            case NOT_TESTED -> "the history cannot tell" + missing(finding, grain);
        };
    }

    private static String missing(TimingFinding finding, Grain grain) {
        int missing = TimingClaim.periodsMissing(finding);
        return missing == 0 ? "" : " yet, some " + missing + " " + grain.word() + "s more may";
    }
}

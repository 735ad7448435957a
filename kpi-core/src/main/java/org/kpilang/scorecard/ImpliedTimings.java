package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.leadlag.TimingClaim;
import org.kpilang.leadlag.TimingClass;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;

/**
 * What the parts of KPIs imply for their timing; {@link ImpliedTiming} says how. What the history of a part shows
 * counts before what is claimed of it. Without state and thread-safe.
 */
public final class ImpliedTimings {

    private ImpliedTimings() {}

    /**
     * What is implied by claims alone, before there are any facts, for all composite KPIs of a model with respect to
     * one of its KPIs or inputs.
     *
     * @param grain of the periods that leads are counted in
     */
    public static List<ImpliedTiming> of(Model model, String outcome, Grain grain) {
        return of(model, List.copyOf(model.kpis()), outcome, grain, Map.of());
    }

    /**
     * What is implied by claims alone with respect to all outcomes that are claimed, in months, or weeks if the
     * calendar has no months; without KPIs of which nothing follows.
     */
    public static List<ImpliedTiming> ofClaims(Model model) {
        Grain grain = model.calendar().ratio(Grain.MONTH, Grain.MONTH) == 1 ? Grain.MONTH : Grain.WEEK;
        Set<String> outcomes = new LinkedHashSet<>();
        model.kpis().forEach(kpi -> TimingClaims.claimed(kpi, model, grain)
                .ifPresent(claimed -> outcomes.add(claimed.outcome())));
        List<ImpliedTiming> implied = new ArrayList<>();
        for (String outcome : outcomes) {
            of(model, outcome, grain).stream().filter(timing -> timing.kind() != ImpliedTiming.Kind.UNKNOWN)
                    .forEach(implied::add);
        }
        return implied;
    }

    /**
     * What is implied by the histories of the parts, and by claims where a history shows nothing, for the composite
     * KPIs of a result, in its totals and periods; with what the history of each KPI shows.
     *
     * @param outcome a KPI or an input of the model
     */
    public static List<ImpliedTiming> of(Result result, String outcome) {
        if (!result.slices().contains(Slice.TOTAL)) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Kpi kpi : result.kpis()) {
            names.add(kpi.id());
            result.model().inputsOf(kpi).forEach(input -> names.add(input.name()));
        }
        Map<String, TimingFinding> findings = new HashMap<>();
        TestedNames tested = TestedNames.of(result, outcome, names);
        names.forEach(name -> findings.put(name, tested.finding(name)));
        return of(result.model(), result.kpis(), outcome, result.window().grain(), findings);
    }

    private static List<ImpliedTiming> of(Model model, List<Kpi> kpis, String outcome, Grain grain,
            Map<String, TimingFinding> findings) {
        Map<String, TimingClaim> claims = new HashMap<>();
        for (Kpi kpi : model.kpis()) {
            TimingClaims.claimed(kpi, model, grain).filter(claimed -> claimed.outcome().equals(outcome))
                    .ifPresent(claimed -> claims.put(kpi.id(), claimed.claim()));
        }
        Set<String> known = new HashSet<>(claims.keySet());
        known.add(outcome);
        findings.forEach((name, finding) -> {
            if (finding.call() != null) {
                known.add(name);
            }
        });
        TimedParts parts = new TimedParts(model, grain, known::contains);
        List<ImpliedTiming> implied = new ArrayList<>();
        for (Kpi kpi : kpis) {
            if (!kpi.id().equals(outcome)) {
                ImpliedTiming timing = ImpliedTiming.of(kpi, outcome, parts(parts.of(kpi), outcome, claims, findings),
                        findings.get(kpi.id()), grain);
                if (timing.isComposite()) {
                    implied.add(timing);
                }
            }
        }
        return implied;
    }

    private static List<ImpliedTiming.Part> parts(Map<String, Double> delays, String outcome,
            Map<String, TimingClaim> claims, Map<String, TimingFinding> findings) {
        List<ImpliedTiming.Part> parts = new ArrayList<>();
        delays.forEach((name, delay) -> parts.add(part(name, delay, outcome, claims.get(name), findings.get(name))));
        return parts;
    }

    private static ImpliedTiming.Part part(String name, double delay, String outcome, @Nullable TimingClaim claim,
            @Nullable TimingFinding finding) {
        if (name.equals(outcome)) {
            return new ImpliedTiming.Part(name, ImpliedTiming.Source.OUTCOME, TimingClass.COINCIDENT,
                    OptionalDouble.of(0), delay);
        }
        TimingFinding.Call call = finding == null ? null : finding.call();
        if (call != null) {
            return new ImpliedTiming.Part(name, ImpliedTiming.Source.MEASURED, call.timing(),
                    OptionalDouble.of(call.lead()),
                    delay);
        } else if (claim != null) {
            return new ImpliedTiming.Part(name, ImpliedTiming.Source.DECLARED, claim.timing(), lead(claim), delay);
        }
        TimingClass none = finding == null || finding.abstention() != null ? null : TimingClass.NONE;
        return new ImpliedTiming.Part(name, ImpliedTiming.Source.NONE, none, OptionalDouble.empty(), delay);
    }

    private static OptionalDouble lead(TimingClaim claim) {
        return claim.timing() == TimingClass.COINCIDENT ? OptionalDouble.of(0)
                : claim.lead() > 0 ? OptionalDouble.of(claim.lead()) : OptionalDouble.empty();
    }
}

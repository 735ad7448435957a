package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;

/** By what a KPI is judged, period by period: by the version that it was worked out by. */
final class Judgements {

    /** One for each period; or one for all if it does not depend on the period. */
    private final List<@Nullable Judgement> byPeriod = new ArrayList<>();
    /** Those of the versions that hold in any period. */
    private final List<Judgement> all = new ArrayList<>();

    private Judgements() {}

    static Judgements of(int kpi, Questions questions) {
        Result result = questions.result();
        Kpi asked = result.kpis().get(kpi);
        boolean changes = asked.isVersioned() && result.asDefined().dependsOnTime();
        Amounts amounts = new Amounts(result, asked.addsUp(), result.factGrain(kpi));
        Map<KpiVersion, Judgement> byVersion = new IdentityHashMap<>();
        Judgements judgements = new Judgements();
        for (int period = 0; period < (changes ? result.periods() : 1); period++) {
            judgements.byPeriod.add(result.version(kpi, period)
                    .map(version -> byVersion.computeIfAbsent(version, first ->
                            judgements.added(Judgement.of(asked, version, amounts, questions))))
                    .orElse(null));
        }
        return judgements;
    }

    private Judgement added(Judgement judgement) {
        all.add(judgement);
        return judgement;
    }

    /** By what a period is judged, or null if no definition holds in it. */
    @Nullable Judgement in(int period) {
        return byPeriod.get(byPeriod.size() == 1 ? 0 : period);
    }

    boolean any(Predicate<Judgement> predicate) {
        return all.stream().anyMatch(predicate);
    }

    /** The labels of all benchmarks, in the order written. */
    List<String> benchmarks() {
        return all.stream().flatMap(judgement -> judgement.benchmarks().keySet().stream()).distinct().toList();
    }
}

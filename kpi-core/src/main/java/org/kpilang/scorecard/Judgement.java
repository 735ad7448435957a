package org.kpilang.scorecard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;

/**
 * What one version of a KPI says its values are compared with.
 *
 * @param baseline   where it started; null if that is not said
 * @param benchmarks what others reach, by label
 */
record Judgement(Targets targets, Bands bands, @Nullable Target baseline, Map<String, Target> benchmarks) {

    private static final String UNNAMED = "benchmark";

    static Judgement of(Kpi kpi, KpiVersion version, Amounts amounts, Questions questions) {
        Map<String, Target> benchmarks = new LinkedHashMap<>();
        for (Property.Benchmark benchmark : version.definition().properties(Property.Benchmark.class)) {
            benchmarks.put(benchmark.label() == null ? UNNAMED : benchmark.label(),
                    new Holding(benchmark.value(), amounts, questions));
        }
        return new Judgement(Targets.of(kpi, version, amounts, questions), Bands.of(version, amounts, questions),
                version.property(Property.Baseline.class)
                        .map(said -> Baseline.of(said, amounts, questions)).orElse(null),
                benchmarks);
    }

    double baseline(Answers answers, int slice, int period) {
        return baseline == null ? Double.NaN : baseline.at(answers, slice, period);
    }
}

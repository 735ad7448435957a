package org.kpilang.scorecard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
 * @param caution    when a status is said at all
 */
record Judgement(
        Targets targets, Bands bands, @Nullable Target baseline, Map<String, Target> benchmarks, Cautions caution) {

    private static final String UNNAMED = "benchmark";

    static Judgement of(Kpi kpi, KpiVersion version, Amounts amounts, Questions questions) {
        Map<String, Target> benchmarks = new LinkedHashMap<>();
        for (Property.Benchmark benchmark : version.definition().properties(Property.Benchmark.class)) {
            benchmarks.put(benchmark.label() == null ? UNNAMED : benchmark.label(),
                    new Holding(benchmark.value(), amounts, questions));
        }
        Target baseline = version.property(Property.Baseline.class)
                .map(said -> Baseline.of(said, amounts, questions)).orElse(null);
        return new Judgement(Targets.of(kpi, version, baseline, amounts, questions),
                Bands.of(version, amounts, questions), baseline, benchmarks,
                Cautions.of(kpi, version, amounts, questions));
    }

    double baseline(Answers answers, int slice, int period) {
        return baseline == null ? Double.NaN : baseline.at(answers, slice, period);
    }

    /** Whether values are judged: by bands, or by a target with a tolerance. */
    boolean judges() {
        return !bands.isEmpty() || targets.haveTolerance();
    }

    /**
     * The status of a value. Without bands of its own a KPI is green where it meets its target, amber where it misses
     * it by no more than the tolerance, and else red.
     *
     * @param declared the target that counts; null if there is none
     */
    Optional<String> status(double value, @Nullable Declared declared, Answers answers, int slice, int period) {
        if (bands.isEmpty()) {
            return declared == null ? Optional.empty()
                    : declared.goal(answers, slice, period).map(goal -> Bands.status(goal.standing(value)));
        }
        double target = declared == null ? Double.NaN : declared.target().at(answers, slice, period);
        return bands.status(value, target, answers, slice, period);
    }

    /** The values at which the status changes. */
    double[] edges(@Nullable Declared declared, Answers answers, int slice, int period) {
        if (!bands.isEmpty()) {
            return bands.edges(declared == null ? Double.NaN : declared.target().at(answers, slice, period),
                    answers, slice, period);
        }
        return declared == null ? new double[0] : declared.goal(answers, slice, period).map(goal -> new double[] {
                goal.wanted().low(), goal.wanted().high(), goal.tolerated().low(), goal.tolerated().high()})
                .orElseGet(() -> new double[0]);
    }
}

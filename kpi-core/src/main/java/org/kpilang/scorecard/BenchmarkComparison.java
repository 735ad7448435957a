package org.kpilang.scorecard;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Answers;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;

/**
 * A value beside what others reach. Immutable and thread-safe.
 *
 * @param gaps how much better the value is than that of each peer, by the peer's name: a positive gap is always the better one, in
 *             the unit of the KPI; of peers whose value is known
 * @param rank the share of the peers that the value is better than, where one that is as good counts half: the
 *             percentile rank, 0 for the worst and 1 for the best; empty without a value or without peers
 */
public record BenchmarkComparison(Kpi kpi, OptionalDouble value, Map<String, Double> gaps, OptionalDouble rank) {

    public BenchmarkComparison {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(value, "value is null");
        gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
        Objects.requireNonNull(rank, "rank is null");
    }

    /** Compares a cell with the benchmarks that the KPI declares. */
    public static BenchmarkComparison of(Scorecard scorecard, int kpi, int slice, int period) {
        Map<String, Double> peers = new LinkedHashMap<>();
        for (String label : scorecard.benchmarks(kpi)) {
            double benchmark = scorecard.benchmarkOr(kpi, label, slice, period, Double.NaN);
            if (!Double.isNaN(benchmark)) {
                peers.put(label, benchmark);
            }
        }
        return with(scorecard, kpi, slice, period, peers);
    }

    /**
     * Compares a cell with the values of peers, by their names. A KPI that does not say which way is better is taken
     * for one of which more is; of a range that is better, what is nearer to it is.
     */
    public static BenchmarkComparison with(
            Scorecard scorecard, int kpi, int slice, int period, Map<String, Double> peers) {
        Kpi asked = scorecard.result().kpis().get(kpi);
        double value = scorecard.result().valueOr(kpi, slice, period, Double.NaN);
        if (Double.isNaN(value)) {
            return new BenchmarkComparison(asked, OptionalDouble.empty(), Map.of(), OptionalDouble.empty());
        }
        Goodness goodness = Goodness.of(scorecard, kpi, slice, period);
        Map<String, Double> gaps = new LinkedHashMap<>();
        double behind = 0;
        for (Map.Entry<String, Double> peer : peers.entrySet()) {
            double gap = goodness.gap(value, peer.getValue());
            gaps.put(peer.getKey(), gap);
            behind += gap > 0 ? 1 : gap == 0 ? 0.5 : 0;
        }
        return new BenchmarkComparison(asked, OptionalDouble.of(value), gaps,
                gaps.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(behind / gaps.size()));
    }

    /** By how much one value is better than another. */
    private record Goodness(Property.Better.Way way, double low, double high) {

        static Goodness of(Scorecard scorecard, int kpi, int slice, int period) {
            Property.Better better = scorecard.result().version(kpi, period)
                    .flatMap(version -> version.property(Property.Better.class)).orElse(null);
            if (better == null || better.low() == null || better.high() == null) {
                return new Goodness(better == null ? Property.Better.Way.HIGHER : better.way(), 0, 0);
            }
            Questions questions = new Questions(scorecard.result());
            int low = questions.add(better.low());
            int high = questions.add(better.high());
            Answers answers = questions.ask();
            return new Goodness(better.way(), answers.valueOr(low, slice, period, Double.NaN),
                    answers.valueOr(high, slice, period, Double.NaN));
        }

        double gap(double value, double other) {
            return switch (way) {
                case HIGHER -> value - other;
                case LOWER -> other - value;
                case BETWEEN -> outside(other) - outside(value);
            };
        }

        private double outside(double value) {
            return Math.max(0, Math.max(low - value, value - high));
        }
    }
}

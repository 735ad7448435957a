package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * A cell that has another value by another definition, such as {@code as defined now} instead of {@code as defined
 * then}, or in a changed model.
 *
 * @param then the value by the one; empty if it has none
 * @param now  the value by the other; empty if it has none
 */
public record DefinitionDifference(Kpi kpi, Slice slice, Period period, OptionalDouble then, OptionalDouble now) {

    public DefinitionDifference {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(period, "period is null");
        Objects.requireNonNull(then, "then is null");
        Objects.requireNonNull(now, "now is null");
    }

    /**
     * The cells of two results whose values differ, KPI by KPI, slice by slice and period by period, of the KPIs, slices
     * and periods that both have. Values are compared as they are.
     *
     * @throws IllegalArgumentException if the results are of different grains
     */
    public static List<DefinitionDifference> between(Result then, Result now) {
        Window before = then.window();
        Window after = now.window();
        if (before.grain() != after.grain()) {
            throw new IllegalArgumentException("one result is by " + before.grain() + ", the other by " + after.grain());
        }
        Map<String, Integer> kpis = new HashMap<>();
        now.kpis().forEach(kpi -> kpis.put(kpi.id(), kpis.size()));
        Map<Slice, Integer> slices = new HashMap<>();
        now.slices().forEach(slice -> slices.put(slice, slices.size()));
        List<DefinitionDifference> differences = new ArrayList<>();
        for (int kpi = 0; kpi < then.kpis().size(); kpi++) {
            Integer otherKpi = kpis.get(then.kpis().get(kpi).id());
            for (int slice = 0; slice < then.slices().size() && otherKpi != null; slice++) {
                Integer otherSlice = slices.get(then.slices().get(slice));
                for (int period = 0; period < then.periods() && otherSlice != null; period++) {
                    int otherPeriod = before.first() + period - after.first();
                    if (otherPeriod < 0 || otherPeriod >= now.periods()) {
                        continue;
                    }
                    double one = then.valueOr(kpi, slice, period, Double.NaN);
                    double other = now.valueOr(otherKpi, otherSlice, otherPeriod, Double.NaN);
                    if (one != other && !(Double.isNaN(one) && Double.isNaN(other))) {
                        differences.add(new DefinitionDifference(now.kpis().get(otherKpi), then.slices().get(slice),
                                then.period(period), optional(one), optional(other)));
                    }
                }
            }
        }
        return List.copyOf(differences);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** By how much the later definition changes the value; empty unless both have one. */
    public OptionalDouble difference() {
        return then.isPresent() && now.isPresent()
                ? OptionalDouble.of(now.getAsDouble() - then.getAsDouble()) : OptionalDouble.empty();
    }
}

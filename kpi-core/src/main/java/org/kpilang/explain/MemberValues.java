package org.kpilang.explain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Slice;

/** The steps of a formula in a context, member by member of a dimension. */
final class MemberValues {

    /** How far, as a share, the members may be from their sum. */
    private static final double TOLERANCE = 1e-9;

    private final ChangeExplanation.Cell cell;
    private final String dimension;
    private final Map<String, double[]> values = new LinkedHashMap<>();

    MemberValues(ChangeExplanation.Cell cell, String dimension) {
        this.cell = cell;
        this.dimension = dimension;
        for (Slice slice : cell.result().slices()) {
            String member = slice.member(dimension).orElse(null);
            if (member != null && slice.equals(cell.context().slice().and(dimension, member))) {
                values.put(member, cell.values(slice));
            }
        }
    }

    Set<String> members() {
        return values.keySet();
    }

    double value(String member, int step) {
        double @Nullable [] all = values.get(member);
        return all == null ? Double.NaN : all[step];
    }

    /** Whether the members of a step add up to its value over all of them. */
    boolean addUpTo(double whole, int step) {
        return addUpTo(whole, member -> value(member, step));
    }

    /** Whether something of the members adds up to its value over all of them; a member without it counts for nothing. */
    boolean addUpTo(double whole, ToDoubleFunction<String> of) {
        double sum = 0;
        double size = 0;
        for (String member : members()) {
            double value = of.applyAsDouble(member);
            if (!Double.isNaN(value)) {
                sum += value;
                size += Math.abs(value);
            }
        }
        return Math.abs(sum - whole) <= TOLERANCE * Math.max(size, Math.abs(whole));
    }

    /** Whether there is anything of a member: a value that is not filled in where there are no facts. */
    boolean has(String member, int step) {
        double value = value(member, step);
        if (Double.isNaN(value) || value != 0) {
            return !Double.isNaN(value);
        }
        int slice = cell.result().number(cell.context().slice().and(dimension, member));
        Optional<FactsRead> read = cell.workings().factsRead(step, slice, cell.period());
        return read.isPresent() && read.get().known() > 0;
    }
}

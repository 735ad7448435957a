package org.kpilang.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.FactsRead;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.WorkedStep;

/** Splits what an input adds by the members of a dimension, where the input is the sum of its members at both ends. */
final class MemberShares {

    /** How far, as a share, the members may be from their sum. */
    private static final double TOLERANCE = 1e-9;

    private final StepPairs pairs;
    private final String dimension;
    private final End before;
    private final End after;
    private final Set<String> members = new TreeSet<>();

    MemberShares(StepPairs pairs, ChangeExplanation.Cell before, ChangeExplanation.Cell after, String dimension) {
        this.pairs = pairs;
        this.dimension = dimension;
        this.before = new End(before, dimension);
        this.after = new End(after, dimension);
        members.addAll(this.before.values.keySet());
        members.addAll(this.after.values.keySet());
    }

    /** The rows of the members, largest changes and small ones alike; empty if the row stays whole. */
    List<Contribution> split(Share share, Contribution whole) {
        StepPairs.Pair pair = pairs.get(share.pair());
        if (share.sort() != Contribution.Sort.VALUE || !isSum(pair.before(), pair.stepBefore(), pair.x0(), before)
                || !isSum(pair.after(), pair.stepAfter(), pair.x1(), after)) {
            return List.of();
        }
        List<Contribution> rows = new ArrayList<>();
        for (String member : members) {
            double x0 = before.value(member, pair.stepBefore());
            double x1 = after.value(member, pair.stepAfter());
            double amount = share.weight() * ((Double.isNaN(x1) ? 0 : x1) - (Double.isNaN(x0) ? 0 : x0));
            if (!Double.isFinite(amount)) {
                return List.of();
            } else if (amount != 0) {
                boolean had = before.has(member, pair.stepBefore());
                boolean has = after.has(member, pair.stepAfter());
                Contribution.Sort sort = !had && has ? Contribution.Sort.NEW
                        : had && !has ? Contribution.Sort.GONE : Contribution.Sort.VALUE;
                rows.add(new Contribution(label(whole.label(), member, sort), sort, whole.input(), member, whole.unit(),
                        known(x0), known(x1), amount));
            }
        }
        return rows;
    }

    private static String label(String whole, String member, Contribution.Sort sort) {
        String name = member.isBlank() ? "(empty)" : member;
        return whole + ", " + name + (sort == Contribution.Sort.NEW ? " (new)"
                : sort == Contribution.Sort.GONE ? " (gone)" : "");
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private boolean isSum(WorkedStep step, int number, double whole, End end) {
        if (step.sort() != WorkedStep.Sort.INPUT || step.lifts(dimension)) {
            return false;
        }
        double sum = 0;
        double size = 0;
        for (String member : end.values.keySet()) {
            double value = end.value(member, number);
            if (!Double.isNaN(value)) {
                sum += value;
                size += Math.abs(value);
            }
        }
        return Math.abs(sum - whole) <= TOLERANCE * Math.max(size, Math.abs(whole));
    }

    /** One end of the change, member by member. */
    private static final class End {

        private final ChangeExplanation.Cell cell;
        private final String dimension;
        private final Map<String, double[]> values = new LinkedHashMap<>();

        End(ChangeExplanation.Cell cell, String dimension) {
            this.cell = cell;
            this.dimension = dimension;
            for (Slice slice : cell.result().slices()) {
                String member = slice.member(dimension).orElse(null);
                if (member != null && slice.equals(cell.context().slice().and(dimension, member))) {
                    values.put(member, cell.values(slice));
                }
            }
        }

        double value(String member, int step) {
            double @Nullable [] all = values.get(member);
            return all == null ? Double.NaN : all[step];
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
}

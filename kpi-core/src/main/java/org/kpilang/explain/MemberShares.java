package org.kpilang.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.kpilang.evaluate.WorkedStep;

/** Splits what an input adds by the members of a dimension, where the input is the sum of its members at both ends. */
final class MemberShares {

    private final StepPairs pairs;
    private final String dimension;
    private final MemberValues before;
    private final MemberValues after;
    private final Set<String> members = new TreeSet<>();

    MemberShares(StepPairs pairs, ChangeExplanation.Cell before, ChangeExplanation.Cell after, String dimension) {
        this.pairs = pairs;
        this.dimension = dimension;
        this.before = new MemberValues(before, dimension);
        this.after = new MemberValues(after, dimension);
        members.addAll(this.before.members());
        members.addAll(this.after.members());
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

    private boolean isSum(WorkedStep step, int number, double whole, MemberValues end) {
        return step.sort() == WorkedStep.Sort.INPUT && !step.lifts(dimension) && end.addUpTo(whole, number);
    }
}

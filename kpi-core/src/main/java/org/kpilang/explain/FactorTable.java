package org.kpilang.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kpilang.evaluate.WorkedStep.Sort;

/** A value that is a product of factors in each member of a dimension, and the sum of the members over all of them. */
final class FactorTable {

    private final StepPairs pairs;
    private final FactorChain chain;
    private final MemberValues before;
    private final MemberValues after;
    private final List<String> members;

    private FactorTable(StepPairs pairs, MemberValues before, MemberValues after) {
        this.pairs = pairs;
        this.chain = new FactorChain(pairs, pairs.size() - 1, pairs.parents());
        this.before = before;
        this.after = after;
        Set<String> all = new TreeSet<>(before.members());
        all.addAll(after.members());
        this.members = List.copyOf(all);
    }

    /** The factors of a change; empty if the value is no product, or not the sum of those of its members. */
    static Optional<FactorTable> of(StepPairs pairs, MemberValues before, MemberValues after) {
        Sort sort = pairs.root().sort();
        if (pairs.root().isWhole() || sort != Sort.PRODUCT && sort != Sort.QUOTIENT) {
            return Optional.empty();
        }
        FactorTable table = new FactorTable(pairs, before, after);
        boolean adds = before.addUpTo(pairs.root().x0(), member -> table.product(member, false))
                && after.addUpTo(pairs.root().x1(), member -> table.product(member, true));
        return adds ? Optional.of(table) : Optional.empty();
    }

    int factors() {
        return chain.size();
    }

    /** The pair that is a factor. */
    StepPairs.Pair pair(int factor) {
        return pairs.get(chain.pair(factor));
    }

    List<String> members() {
        return members;
    }

    /** The factor that is a quantity, of two that are multiplied: it is the sum of its members; -1 if there is none. */
    int quantity() {
        if (chain.size() != 2 || chain.divides(0) || chain.divides(1)) {
            return -1;
        }
        return addsUp(1) ? 1 : addsUp(0) ? 0 : -1;
    }

    private boolean addsUp(int factor) {
        return before.addUpTo(pair(factor).x0(), pair(factor).stepBefore())
                && after.addUpTo(pair(factor).x1(), pair(factor).stepAfter());
    }

    /** The values of a factor, member by member; one over it for a divisor, NaN where there is none. */
    double[] column(int factor, List<String> some, boolean last) {
        return some.stream().mapToDouble(member -> factor(factor, member, last)).toArray();
    }

    private double factor(int factor, String member, boolean last) {
        double value = last ? after.value(member, pair(factor).stepAfter()) : before.value(member, pair(factor).stepBefore());
        // A number that is written in the formula goes with the first factor.
        return (chain.divides(factor) ? 1 / value : value) * (factor == 0 ? chain.scale() : 1);
    }

    /** What a member comes to; NaN if it has no value. */
    double product(String member, boolean last) {
        double product = 1;
        for (int factor = 0; factor < chain.size(); factor++) {
            product *= factor(factor, member, last);
        }
        return product;
    }
}

package org.kpilang.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kpilang.evaluate.WorkedStep.Sort;

/**
 * A chain of products and quotients as one product of many factors; a divisor is the factor one over it. What is grouped
 * in one way or another in the formula comes to the same.
 *
 * <p>The share of a factor is its Shapley value: the mean over all orders in which the factors could have moved.
 */
final class FactorChain {

    /** How many factors are split at once; longer chains are split group by group, so that time stays linear. */
    private static final int MOST_FACTORS = 12;

    private final StepPairs pairs;
    private final List<Factor> factors = new ArrayList<>();
    /** The product of what is the same number everywhere. */
    private double scale = 1;

    /** @param divides whether the product is divided by it */
    private record Factor(int pair, boolean divides, double x0, double x1) {

        static Factor of(int pair, boolean divides, StepPairs.Pair values) {
            return divides ? new Factor(pair, true, 1 / values.x0(), 1 / values.x1())
                    : new Factor(pair, false, values.x0(), values.x1());
        }
    }

    private record Link(int pair, boolean divides) {}

    /**
     * @param root    a product or a quotient with a value before and after
     * @param parents how many pairs need each pair
     */
    FactorChain(StepPairs pairs, int root, int[] parents) {
        this.pairs = pairs;
        Deque<Link> open = new ArrayDeque<>(List.of(new Link(root, false)));
        while (!open.isEmpty()) {
            Link link = open.pop();
            StepPairs.Pair pair = pairs.get(link.pair);
            boolean chain = !pair.isWhole() && (pair.sort() == Sort.PRODUCT || pair.sort() == Sort.QUOTIENT);
            boolean room = factors.size() + open.size() + 2 <= MOST_FACTORS;
            if (chain && (link.pair == root || parents[link.pair] == 1 && room)) {
                open.push(new Link(pair.operands()[1], link.divides ^ pair.sort() == Sort.QUOTIENT));
                open.push(new Link(pair.operands()[0], link.divides));
            } else if (pair.sort() == Sort.NUMBER && pair.x0() == pair.x1()) {
                scale *= link.divides ? 1 / pair.x0() : pair.x0();
            } else {
                factors.add(Factor.of(link.pair, link.divides, pair));
            }
        }
    }

    int size() {
        return factors.size();
    }

    /** The product of the numbers in the chain that are written in the formula. */
    double scale() {
        return scale;
    }

    int pair(int factor) {
        return factors.get(factor).pair;
    }

    boolean divides(int factor) {
        return factors.get(factor).divides;
    }

    /** How much the chain moves for each unit by which what stands for a factor in the formula moves. */
    double weight(int which) {
        int n = factors.size();
        // The coefficient of t^s is the sum over all groups of s other factors that have moved already.
        double[] coefficients = new double[n];
        coefficients[0] = 1;
        int degree = 0;
        for (int i = 0; i < n; i++) {
            if (i == which) {
                continue;
            }
            Factor other = factors.get(i);
            for (int s = ++degree; s > 0; s--) {
                coefficients[s] = coefficients[s] * other.x0 + coefficients[s - 1] * other.x1;
            }
            coefficients[0] *= other.x0;
        }
        double share = 1.0 / n;
        double weight = 0;
        for (int s = 0; s < n; s++) {
            weight += share * coefficients[s];
            // s! (n - s - 1)! / n!
            share *= (s + 1.0) / Math.max(1, n - s - 1);
        }
        Factor factor = factors.get(which);
        return scale * (factor.divides ? -weight * factor.x0 * factor.x1 : weight);
    }
}

package org.kpilang.explain;

import static org.kpilang.explain.Contribution.Sort.BRANCH;
import static org.kpilang.explain.Contribution.Sort.DEFINITION;
import static org.kpilang.explain.Contribution.Sort.TOGETHER;
import static org.kpilang.explain.Contribution.Sort.VALUE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kpilang.evaluate.WorkedStep.Sort;
import org.kpilang.explain.StepPairs.Pair;

/**
 * Node-wise Shapley: a weight of 1 at the whole goes down through the steps in one pass. Each step hands its weight to
 * its operands such that its change is the sum over them of weight times change; a step that several need collects from
 * all of them. What arrives at an input times the change of that input is what it adds, and all of them add up to the
 * change of the whole.
 */
final class NodeShares {

    /** A weight that is smaller than this share of what makes it up is none. */
    private static final double NOISE = 1e-13;

    private final StepPairs pairs;
    private final double[] weights;
    /** The sizes of what makes up each weight. */
    private final double[] sizes;
    private final boolean[] reached;
    private final int[] parents;
    private final List<Share> shares = new ArrayList<>();
    /** The divisors that change their sign. */
    private final Set<Integer> turning = new LinkedHashSet<>();

    NodeShares(StepPairs pairs) {
        this.pairs = pairs;
        this.weights = new double[pairs.size()];
        this.sizes = new double[pairs.size()];
        this.reached = new boolean[pairs.size()];
        this.parents = pairs.parents();
        hand(pairs.size() - 1, 1);
        for (int pair = pairs.size() - 1; pair >= 0; pair--) {
            if (reached[pair]) {
                // What is added and taken away again, as in a - a, leaves nothing but the noise of rounding.
                weights[pair] = Math.abs(weights[pair]) <= NOISE * sizes[pair] ? 0 : weights[pair];
                split(pair, pairs.get(pair));
            }
        }
        // In the order of the formula, as far as it has one.
        Collections.reverse(shares);
    }

    List<Share> shares() {
        return shares;
    }

    Set<Integer> turningDivisors() {
        return turning;
    }

    private void hand(int pair, double weight) {
        reached[pair] = true;
        weights[pair] += weight;
        sizes[pair] += Math.abs(weight);
    }

    private void split(int number, Pair pair) {
        double weight = weights[number];
        int[] operands = pair.operands();
        if (pair.isWhole()) {
            shares.add(new Share(number, pair.alike() ? VALUE : TOGETHER, weight, weight * pair.change()));
            return;
        }
        switch (pair.sort()) {
            case NEGATION -> hand(operands[0], -weight);
            case SUM -> {
                hand(operands[0], weight);
                hand(operands[1], weight);
            }
            case DIFFERENCE -> {
                hand(operands[0], weight);
                hand(operands[1], -weight);
            }
            case PRODUCT, QUOTIENT -> factors(number, pair);
            case CHOICE, DEFINITION -> choice(number, pair);
            case FALLBACK -> fallback(number, pair);
            case FUNCTION -> function(number, pair);
            default -> together(number, pair);
        }
    }

    private void together(int number, Pair pair) {
        shares.add(new Share(number, TOGETHER, weights[number], weights[number] * pair.change()));
    }

    private void factors(int number, Pair pair) {
        FactorChain chain = new FactorChain(pairs, number, parents);
        double[] handed = new double[chain.size()];
        for (int i = 0; i < handed.length; i++) {
            handed[i] = weights[number] * chain.weight(i);
            if (!Double.isFinite(handed[i])) {
                together(number, pair);
                return;
            }
        }
        for (int i = 0; i < handed.length; i++) {
            hand(chain.pair(i), handed[i]);
            Pair factor = pairs.get(chain.pair(i));
            if (chain.divides(i) && Math.signum(factor.x0()) != Math.signum(factor.x1())) {
                turning.add(chain.pair(i));
            }
        }
    }

    /**
     * One branch at both ends moves the whole with itself. If the branch changes, it and both branches are players: half
     * of what each branch moves is its own, and the rest is that of the condition.
     */
    private void choice(int number, Pair pair) {
        int branch0 = pair.operands()[branch(pair, pairs.get(pair.operands()[0]).x0())];
        int branch1 = pair.operands()[branch(pair, pairs.get(pair.operands()[0]).x1())];
        if (branch0 == branch1) {
            hand(branch0, weights[number]);
            return;
        }
        double left = pair.change();
        Contribution.Sort sort = pair.sort() == Sort.DEFINITION ? DEFINITION : BRANCH;
        double change0 = pairs.get(branch0).change();
        double change1 = pairs.get(branch1).change();
        // What has no value at the other end has none on the way either.
        if (Double.isFinite(change0) && Double.isFinite(change1)) {
            hand(branch0, weights[number] / 2);
            hand(branch1, weights[number] / 2);
            left -= change0 / 2 + change1 / 2;
        }
        shares.add(new Share(number, sort, weights[number], weights[number] * left));
    }

    private static int branch(Pair pair, double choice) {
        return pair.sort() == Sort.DEFINITION ? 1 + (int) choice : choice == 1 ? 1 : 2;
    }

    /** As with a choice, where the condition is whether the first operand has a value. */
    private void fallback(int number, Pair pair) {
        Pair first = pairs.get(pair.operands()[0]);
        Pair second = pairs.get(pair.operands()[1]);
        boolean known0 = !Double.isNaN(first.x0());
        boolean known1 = !Double.isNaN(first.x1());
        if (known0 == known1) {
            hand(pair.operands()[known0 ? 0 : 1], weights[number]);
            return;
        }
        double left = pair.change();
        if (Double.isFinite(second.change())) {
            hand(pair.operands()[1], weights[number] / 2);
            left -= second.change() / 2;
        }
        shares.add(new Share(number, BRANCH, weights[number], weights[number] * left));
    }

    private void function(int number, Pair pair) {
        double[] parts = OperandShares.of(pairs, pair);
        if (parts == null) {
            together(number, pair);
            return;
        }
        double[] handed = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            handed[i] = parts[i] == 0 ? 0 : weights[number] * (parts[i] / pairs.get(pair.operands()[i]).change());
            if (!Double.isFinite(handed[i])) {
                together(number, pair);
                return;
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] != 0) {
                hand(pair.operands()[i], handed[i]);
            }
        }
    }
}

package org.kpilang.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kpilang.evaluate.WorkedStep;
import org.kpilang.evaluate.WorkedStep.Sort;
import org.kpilang.evaluate.Workings;

/**
 * The steps of a formula before and after, side by side. A formula stands beside itself in another context, or beside
 * another formula that is built alike; where the two differ, they stand side by side as wholes. Each pair comes after
 * those that it needs; the last one is the whole.
 */
final class StepPairs {

    /** How many times as many pairs as steps are looked into; more come from formulas that share little. */
    private static final int MOST_PAIRS = 4;

    private final Workings before;
    private final Workings after;
    private final double[] valuesBefore;
    private final double[] valuesAfter;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * One step before and after.
     *
     * @param operands the numbers of the pairs that it is made of; none for what is taken as a whole
     * @param x0       the value before; NaN if there is none
     * @param x1       the value after
     * @param alike    whether both are the same arithmetic on their operands, or both leaves
     */
    record Pair(int stepBefore, int stepAfter, WorkedStep before, WorkedStep after, int[] operands, double x0, double x1,
            boolean alike) {

        Sort sort() {
            return before.sort();
        }

        boolean isWhole() {
            return operands.length == 0;
        }

        double change() {
            return x1 - x0;
        }

        OptionalDouble valueBefore() {
            return known(x0);
        }

        OptionalDouble valueAfter() {
            return known(x1);
        }

        private static OptionalDouble known(double value) {
            return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
        }
    }

    StepPairs(Workings before, double[] valuesBefore, Workings after, double[] valuesAfter) {
        this.before = before;
        this.after = after;
        this.valuesBefore = valuesBefore;
        this.valuesAfter = valuesAfter;
        pairUp();
    }

    List<Pair> pairs() {
        return pairs;
    }

    int size() {
        return pairs.size();
    }

    Pair get(int pair) {
        return pairs.get(pair);
    }

    Pair root() {
        return pairs.get(pairs.size() - 1);
    }

    /** How many operands of others each pair is. */
    int[] parents() {
        int[] parents = new int[pairs.size()];
        for (Pair pair : pairs) {
            for (int operand : pair.operands()) {
                parents[operand]++;
            }
        }
        return parents;
    }

    private void pairUp() {
        long most = (long) MOST_PAIRS * (before.steps().size() + after.steps().size());
        Map<Long, Integer> numbers = new HashMap<>();
        Deque<int[]> open = new ArrayDeque<>();
        int[] root = {before.step(0), after.step(0)};
        open.push(root);
        while (!open.isEmpty()) {
            int[] next = open.peek();
            int one = chosen(before, next[0], valuesBefore);
            int other = chosen(after, next[1], valuesAfter);
            long key = key(next[0], next[1]);
            if (numbers.containsKey(key)) {
                open.pop();
                continue;
            }
            WorkedStep first = before.steps().get(one);
            WorkedStep second = after.steps().get(other);
            boolean alike = first.doesTheSameAs(second) && numbers.size() < most;
            List<Integer> operands = alike ? first.operands() : List.of();
            int[] paired = new int[operands.size()];
            boolean ready = true;
            for (int i = operands.size() - 1; i >= 0; i--) {
                Integer number = numbers.get(key(operands.get(i), second.operands().get(i)));
                if (number == null) {
                    open.push(new int[] {operands.get(i), second.operands().get(i)});
                    ready = false;
                } else {
                    paired[i] = number;
                }
            }
            if (ready) {
                open.pop();
                numbers.put(key, pairs.size());
                pairs.add(new Pair(one, other, first, second, paired, valuesBefore[one], valuesAfter[other],
                        alike || first.sort().isLeaf() && second.sort().isLeaf()));
            }
        }
    }

    /** The step itself; or the definition that holds, where two different formulas are compared. */
    private int chosen(Workings workings, int step, double[] values) {
        int at = step;
        while (before != after && workings.steps().get(at).sort() == Sort.DEFINITION) {
            List<Integer> operands = workings.steps().get(at).operands();
            double version = values[operands.get(0)];
            if (Double.isNaN(version)) {
                return at;
            }
            at = operands.get(1 + (int) version);
        }
        return at;
    }

    private static long key(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }
}

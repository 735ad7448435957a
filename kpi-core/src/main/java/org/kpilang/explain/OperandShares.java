package org.kpilang.explain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.WorkedStep;
import org.kpilang.evaluate.WorkedStep.Sort;
import org.kpilang.source.DiagnosticException;

/** Splits the change of a function, whatever it is, among its operands. */
final class OperandShares {

    /** How many operands are split over all orders; more over two orders, forwards and backwards. */
    private static final int MOST_IN_ALL_ORDERS = 6;

    private final WorkedStep function;
    private final double[] x0;
    private final double[] x1;
    /** The operands that moved. */
    private final int[] moved;

    private OperandShares(WorkedStep function, double[] x0, double[] x1, int[] moved) {
        this.function = function;
        this.x0 = x0;
        this.x1 = x1;
        this.moved = moved;
    }

    /**
     * What each operand adds to the change of a function; null if there is no value with some operands moved and others
     * not, so that they cannot be told apart.
     */
    static double @Nullable [] of(StepPairs pairs, StepPairs.Pair pair) {
        int[] operands = pair.operands();
        double[] x0 = new double[operands.length];
        double[] x1 = new double[operands.length];
        int[] moved = new int[operands.length];
        int count = 0;
        for (int i = 0; i < operands.length; i++) {
            StepPairs.Pair operand = pairs.get(operands[i]);
            x0[i] = operand.x0();
            x1[i] = operand.x1();
            if (operand.sort() != Sort.CONDITION && x0[i] != x1[i]) {
                moved[count++] = i;
            }
        }
        double[] shares = new double[operands.length];
        if (count == 1) {
            shares[moved[0]] = pair.change();
        } else if (count > 1) {
            try {
                OperandShares all = new OperandShares(pair.after(), x0, x1, Arrays.copyOf(moved, count));
                if (count <= MOST_IN_ALL_ORDERS) {
                    all.inAllOrders(shares);
                } else {
                    all.inOrder(shares, false);
                    all.inOrder(shares, true);
                }
            } catch (DiagnosticException e) {
                // A function of the application need not stand what never was.
                return null;
            }
        }
        return Arrays.stream(shares).allMatch(Double::isFinite) ? shares : null;
    }

    private void inAllOrders(double[] shares) {
        double[] mixed = new double[1 << moved.length];
        for (int set = 0; set < mixed.length; set++) {
            mixed[set] = value(set);
        }
        double[] total = ShapleyValue.of(moved.length, mixed);
        for (int k = 0; k < moved.length; k++) {
            shares[moved[k]] = total[k];
        }
    }

    private double value(int set) {
        double[] arguments = x1.clone();
        for (int k = 0; k < moved.length; k++) {
            arguments[moved[k]] = (set >> k & 1) == 1 ? x1[moved[k]] : x0[moved[k]];
        }
        return function.apply(arguments);
    }

    private void inOrder(double[] shares, boolean backwards) {
        double[] arguments = x1.clone();
        for (int i : moved) {
            arguments[i] = x0[i];
        }
        double last = function.apply(arguments);
        for (int k = 0; k < moved.length; k++) {
            int i = moved[backwards ? moved.length - 1 - k : k];
            arguments[i] = x1[i];
            double next = function.apply(arguments);
            shares[i] += (next - last) / 2;
            last = next;
        }
    }
}

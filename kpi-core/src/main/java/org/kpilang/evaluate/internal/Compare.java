package org.kpilang.evaluate.internal;

import org.kpilang.expression.Comparison;

/** A comparison of two columns: 1 where it holds, 0 where it does not, no value where an operand has none. */
record Compare(Comparison.Operator operator) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int count) {
        double[] a = registers[operands[0]];
        double[] b = registers[operands[1]];
        for (int i = 0; i < count; i++) {
            // a - b alone could overflow; the sum of the two differences is 0, or NaN where an operand is.
            double known = (a[i] - a[i]) + (b[i] - b[i]);
            out[i] = known + (operator.holds(a[i], b[i]) ? 1 : 0);
        }
    }

    @Override
    public String symbol() {
        return operator.toString();
    }
}

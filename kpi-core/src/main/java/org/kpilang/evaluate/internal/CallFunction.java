package org.kpilang.evaluate.internal;

import org.kpilang.function.PointwiseFunction;
import org.kpilang.series.Absence;

/** A call of a function, for the cells in which all arguments have a value. */
record CallFunction(PointwiseFunction function) implements Kernel {

    @Override
    public void run(double[][] operands, double[] out, int count) {
        double[] arguments = new double[operands.length];
        for (int i = 0; i < count; i++) {
            double known = 0;
            for (int k = 0; k < operands.length; k++) {
                arguments[k] = operands[k][i];
                known += arguments[k] - arguments[k];
            }
            double r = Double.isNaN(known) ? known : function.apply(arguments);
            out[i] = r + (r - r);
        }
    }

    @Override
    public String symbol() {
        return function.signature().name();
    }

    @Override
    public Absence absence(double[] operands) {
        return function.absence(operands.clone());
    }

    /** Of two arguments the second is the base or the divisor. */
    @Override
    public int culprit(double[] operands) {
        return operands.length == 2 && absence(operands) != Absence.DOMAIN ? 1 : -1;
    }
}

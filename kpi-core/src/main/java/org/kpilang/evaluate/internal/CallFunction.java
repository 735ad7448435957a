package org.kpilang.evaluate.internal;

import org.kpilang.function.PointwiseFunction;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;

/**
 * A call of a function, for the cells in which all arguments have a value. A function that throws ends the evaluation,
 * at the place of the call.
 */
record CallFunction(PointwiseFunction function, Origin origin) implements Kernel {

    @Override
    public void run(double[][] operands, double[] out, int count) {
        double[] arguments = new double[operands.length];
        for (int i = 0; i < count; i++) {
            double known = 0;
            for (int k = 0; k < operands.length; k++) {
                arguments[k] = operands[k][i];
                known += arguments[k] - arguments[k];
            }
            double r = Double.isNaN(known) ? known : apply(arguments);
            out[i] = r + (r - r);
        }
    }

    private double apply(double[] arguments) {
        try {
            return function.apply(arguments);
        } catch (RuntimeException | StackOverflowError e) {
            throw new DiagnosticException(Diagnostic.of(DiagnosticCode.FUNCTION_FAILED, origin,
                    "`" + symbol() + "` failed", "the mistake is in the application that gives the function"), e);
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

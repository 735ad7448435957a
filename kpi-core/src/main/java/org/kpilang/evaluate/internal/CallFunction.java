package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;

/**
 * A call of a function, for the cells in which all arguments have a value. A function that throws ends the evaluation,
 * at the place of the call.
 *
 * @param guarded whether the first operand is a {@link Guard}, and the function is called only where that is 1
 */
record CallFunction(PointwiseFunction function, Origin origin, boolean guarded) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int count) {
        int first = guarded ? 1 : 0;
        double[] arguments = new double[operands.length - first];
        for (int i = 0; i < count; i++) {
            double known = guarded && registers[operands[0]][i] != 1 ? Double.NaN : 0;
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = registers[operands[k + first]][i];
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
    public double[] shown(double[] operands) {
        return guarded ? Arrays.copyOfRange(operands, 1, operands.length) : operands.clone();
    }

    @Override
    public Origin origin(List<Expression> sources) {
        return sources.isEmpty() ? origin : sources.get(0).origin();
    }

    /** A function that cannot say why has been called beyond its range. */
    @Override
    public Absence absence(double[] operands) {
        try {
            return function.absence(shown(operands));
        } catch (RuntimeException e) {
            return Absence.DOMAIN;
        }
    }

    @Override
    public int culprit(double[] operands) {
        double[] arguments = shown(operands);
        int culprit;
        try {
            culprit = function.culprit(arguments);
        } catch (RuntimeException e) {
            return -1;
        }
        return culprit < 0 || culprit >= arguments.length ? -1 : culprit + (guarded ? 1 : 0);
    }
}

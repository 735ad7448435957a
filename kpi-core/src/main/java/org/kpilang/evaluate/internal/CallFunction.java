package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.expression.Expression;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.series.Absence;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;

/**
 * A call of a function, for the cells in which all arguments have a value. A function that throws ends the evaluation,
 * at the place of the call. Functions of the language have {@linkplain FunctionLoop loops} of their own; others are
 * called cell by cell.
 */
final class CallFunction implements Kernel {

    private final PointwiseFunction function;
    private final @Nullable FunctionLoop loop;
    private final Origin origin;
    private final boolean guarded;

    /**
     * @param origin  where the call is written; takes no part in equality
     * @param guarded whether the first operand is a {@link Guard}, and the function is called only where that is 1
     */
    CallFunction(PointwiseFunction function, Origin origin, boolean guarded) {
        this.function = function;
        this.loop = guarded ? null : FunctionLoop.of(function);
        this.origin = origin;
        this.guarded = guarded;
    }

    PointwiseFunction function() {
        return function;
    }

    /** Whether the first operand tells where the function is called. */
    boolean guarded() {
        return guarded;
    }

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
        if (loop != null) {
            loop.run(registers, operands, out, from, to);
        } else {
            call(registers, operands, out, from, to);
        }
    }

    private void call(double[][] registers, int[] operands, double[] out, int from, int to) {
        int first = guarded ? 1 : 0;
        double[] arguments = new double[operands.length - first];
        for (int i = from; i < to; i++) {
            double known = guarded && registers[operands[0]][i] != 1 ? Double.NaN : 0;
            for (int k = 0; k < arguments.length; k++) {
                arguments[k] = registers[operands[k + first]][i];
                known += arguments[k] - arguments[k];
            }
            double r = Double.isNaN(known) ? known : apply(arguments);
            out[i] = r + (r - r);
        }
    }

    /** What the function gives, which may be no number. */
    double apply(double[] arguments) {
        try {
            return function.apply(arguments);
        } catch (RuntimeException | StackOverflowError e) {
            throw new DiagnosticException(Diagnostic.of(DiagnosticCode.FUNCTION_FAILED, origin,
                    "`" + symbol() + "` failed", "the mistake is in the application that gives the function"), e);
        }
    }

    @Override
    public @Nullable CellLoop withConstants(boolean[] constant) {
        return loop == null ? null : loop.withConstants(constant);
    }

    @Override
    public int fuse(LoopBody body, int[] operands) {
        return loop == null ? LoopBody.NONE : loop.fuse(body, operands);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallFunction that && function == that.function && guarded == that.guarded;
    }

    @Override
    public int hashCode() {
        return 2 * System.identityHashCode(function) + (guarded ? 1 : 0);
    }
}

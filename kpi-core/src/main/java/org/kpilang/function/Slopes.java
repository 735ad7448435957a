package org.kpilang.function;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * How fast a function changes when its arguments begin to move in a direction; infinite where its value jumps, and NaN
 * where that is not known.
 */
@FunctionalInterface
interface Slopes {

    /** Nothing is known. */
    Slopes NOT_KNOWN = (arguments, direction) -> Double.NaN;
    /** The smallest argument; of several, the one that falls fastest. */
    Slopes SMALLEST = (arguments, direction) -> -largest(negated(arguments), negated(direction));
    /** The largest argument; of several, the one that rises fastest. */
    Slopes LARGEST = Slopes::largest;

    double slope(double[] arguments, double[] direction);

    /** A function of one argument, by its derivative. */
    static Slopes of(DoubleUnaryOperator derivative) {
        return (arguments, direction) -> direction[0] == 0 ? 0
                : derivative.applyAsDouble(arguments[0]) * direction[0];
    }

    /** A function that steps with its first argument, and does not move between steps; others stay where they are. */
    static Slopes stepping(ToDoubleFunction<double[]> body) {
        return (arguments, direction) -> {
            for (int i = 1; i < direction.length; i++) {
                if (direction[i] != 0) {
                    return Double.NaN;
                }
            }
            double[] next = arguments.clone();
            next[0] = direction[0] == 0 ? next[0]
                    : Math.nextAfter(next[0], Math.copySign(Double.POSITIVE_INFINITY, direction[0]));
            double step = body.applyAsDouble(next) - body.applyAsDouble(arguments);
            return step == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, step);
        };
    }

    private static double largest(double[] arguments, double[] direction) {
        int fastest = 0;
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i] > arguments[fastest]
                    || arguments[i] == arguments[fastest] && direction[i] > direction[fastest]) {
                fastest = i;
            }
        }
        return direction[fastest];
    }

    private static double[] negated(double[] values) {
        double[] negated = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            negated[i] = -values[i];
        }
        return negated;
    }
}

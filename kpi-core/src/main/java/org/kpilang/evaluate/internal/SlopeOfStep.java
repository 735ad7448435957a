package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.function.PointwiseFunction;

/**
 * How fast an operation changes when its operands do: the one-sided derivative along their direction. Where a condition
 * turns over at this very moment, its change is 1 or -1, and what it decides on is what it will be.
 */
final class SlopeOfStep {

    /** How far to look for a function of which nothing is known, relative to what its arguments are. */
    private static final double NEARBY = Math.cbrt(Math.ulp(1.0));

    private final Motion motion;

    SlopeOfStep(Motion motion) {
        this.motion = motion;
    }

    /**
     * @param x     the operands
     * @param d     how fast they change
     * @param value what the operation comes to, which is not NaN
     */
    double of(Kernel kernel, double[] x, double[] d, double value) {
        if (kernel instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic, x, d, value);
        } else if (kernel instanceof Compare) {
            return compare(kernel, x, d, value);
        } else if (kernel instanceof Choice choice) {
            return choice(choice, x, d, value);
        } else if (kernel instanceof VersionChoice) {
            return d[1 + (int) x[0]];
        } else if (kernel instanceof CallFunction call) {
            return call.guarded() ? function(call, withoutFirst(x), withoutFirst(d), value) : function(call, x, d, value);
        }
        return 0;
    }

    private static double[] withoutFirst(double[] all) {
        return Arrays.copyOfRange(all, 1, all.length);
    }

    private static double arithmetic(Arithmetic operation, double[] x, double[] d, double value) {
        return switch (operation) {
            case NEGATE -> -d[0];
            case ADD -> d[0] + d[1];
            case SUBTRACT -> d[0] - d[1];
            case MULTIPLY -> d[0] * x[1] + x[0] * d[1];
            case DIVIDE -> (d[0] - value * d[1]) / x[1];
            case POWER -> power(x[0], x[1], d[0], d[1], value);
        };
    }

    private static double power(double base, double exponent, double dBase, double dExponent, double value) {
        double byBase = dBase == 0 || exponent == 0 ? 0 : exponent * StrictMath.pow(base, exponent - 1) * dBase;
        double byExponent = dExponent == 0 || value == 0 ? 0 : value * StrictMath.log(base) * dExponent;
        return byBase + byExponent;
    }

    /** A comparison turns over only where both sides are equal and move apart. */
    private static double compare(Kernel comparison, double[] x, double[] d, double value) {
        if (x[0] != x[1] || d[0] == d[1]) {
            return 0;
        }
        double apart = d[0] - d[1] > 0 ? 1 : -1;
        return comparison.of(apart, 0) - value;
    }

    private double choice(Choice choice, double[] x, double[] d, double value) {
        return switch (choice) {
            case AND, OR, NOT -> choice.of(after(x, d)) - value;
            case ELSE -> Double.isNaN(x[0]) ? d[1] : d[0];
            case IF -> {
                int now = x[0] == 1 ? 1 : 2;
                int then = x[0] + d[0] == 1 ? 1 : 2;
                if (x[now] == x[then]) {
                    yield d[then];
                }
                motion.jumps();
                yield Math.copySign(Double.POSITIVE_INFINITY, x[then] - x[now]);
            }
        };
    }

    /** Conditions as they will be at once; one without a value has none then either. */
    private static double[] after(double[] x, double[] d) {
        double[] after = new double[x.length];
        Arrays.setAll(after, i -> Double.isNaN(x[i]) ? x[i] : x[i] + d[i]);
        return after;
    }

    private double function(CallFunction call, double[] x, double[] d, double value) {
        if (Arrays.stream(d).allMatch(change -> change == 0)) {
            return 0;
        }
        PointwiseFunction function = call.function();
        double slope = function.slope(x.clone(), d.clone());
        if (Double.isInfinite(slope)) {
            motion.jumps();
        }
        return Double.isNaN(slope) ? fromNearby(call, x, d, value) : slope;
    }

    /** From the values at one and two steps along the direction; the error is of the third order. */
    private double fromNearby(CallFunction call, double[] x, double[] d, double value) {
        motion.approximates();
        double size = 0;
        double speed = 0;
        for (int i = 0; i < x.length; i++) {
            size = Math.max(size, Math.abs(x[i]));
            speed = Math.max(speed, Math.abs(d[i]));
        }
        double step = NEARBY * (size == 0 ? 1 : size) / speed;
        return (4 * call.of(moved(x, d, step)) - call.of(moved(x, d, 2 * step)) - 3 * value) / (2 * step);
    }

    private static double[] moved(double[] x, double[] d, double step) {
        double[] moved = new double[x.length];
        Arrays.setAll(moved, i -> x[i] + step * d[i]);
        return moved;
    }
}

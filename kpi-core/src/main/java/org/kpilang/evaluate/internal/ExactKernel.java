package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.evaluate.internal.decimal.RationalFunction;
import org.kpilang.evaluate.internal.decimal.RationalFunctions;
import org.kpilang.function.FunctionRegistry;

/**
 * A {@link Kernel} over exact numbers, for one cell: the same operation with the same absence, but without rounding.
 * Conditions are 1 and 0. Null stands for no value.
 */
@FunctionalInterface
interface ExactKernel {

    @Nullable Rational of(@Nullable Rational[] operands);

    /** The exact counterpart of a kernel. */
    static ExactKernel of(Kernel kernel) {
        if (kernel instanceof Arithmetic arithmetic) {
            return known(arithmetic(arithmetic));
        } else if (kernel instanceof Compare compare) {
            return known(operands -> condition(
                    compare.operator().holds(operands[0].compareTo(operands[1]), 0)));
        } else if (kernel instanceof Choice choice) {
            return choice(choice);
        } else if (kernel instanceof Guard guard) {
            return operands -> condition(guard.needs(operands[0] == null ? Double.NaN : operands[0].toDouble()));
        } else if (kernel instanceof VersionChoice) {
            return operands -> operands[0] == null ? null : operands[1 + (int) operands[0].toDouble()];
        } else if (kernel instanceof VersionHolds version) {
            return operands -> condition(operands[0] != null && operands[0].toDouble() == version.number());
        } else if (kernel instanceof CallFunction call) {
            return call(call);
        }
        throw new AssertionError("no exact way to work out `" + kernel.symbol() + "`");
    }

    private static Rational condition(boolean holds) {
        return holds ? Rational.ONE : Rational.ZERO;
    }

    /** A function of operands that all must have a value; what no double can hold is none. */
    private static ExactKernel known(RationalFunction function) {
        return operands -> {
            for (Rational operand : operands) {
                if (operand == null) {
                    return null;
                }
            }
            return finite(function.of(operands));
        };
    }

    private static @Nullable Rational finite(@Nullable Rational result) {
        return result == null ? null : result.orNone();
    }

    private static RationalFunction arithmetic(Arithmetic operation) {
        return switch (operation) {
            case NEGATE -> operands -> operands[0].negated();
            case ADD -> operands -> operands[0].plus(operands[1]);
            case SUBTRACT -> operands -> operands[0].minus(operands[1]);
            case MULTIPLY -> operands -> operands[0].times(operands[1]);
            case DIVIDE -> operands -> operands[1].isZero() ? null : operands[0].dividedBy(operands[1]);
            case POWER -> operands -> power(operands[0], operands[1]);
        };
    }

    private static @Nullable Rational power(Rational base, Rational exponent) {
        return exponent.isWhole() ? base.power(exponent)
                : ofDouble(StrictMath.pow(base.toDouble(), exponent.toDouble()));
    }

    /** The shortest decimal of a double; none if there is no number. */
    private static @Nullable Rational ofDouble(double value) {
        return Double.isFinite(value) ? Rational.of(value) : null;
    }

    private static ExactKernel choice(Choice choice) {
        return switch (choice) {
            case AND -> operands -> isZero(operands[0]) || isZero(operands[1]) ? Rational.ZERO
                    : operands[0] == null ? null : operands[1];
            case OR -> operands -> isTrue(operands[0]) || isTrue(operands[1]) ? Rational.ONE
                    : operands[0] == null ? null : operands[1];
            case NOT -> operands -> operands[0] == null ? null : condition(operands[0].isZero());
            case IF -> operands -> operands[0] == null ? null : operands[0].isZero() ? operands[2] : operands[1];
            case ELSE -> operands -> operands[0] == null ? operands[1] : operands[0];
        };
    }

    private static boolean isZero(@Nullable Rational condition) {
        return condition != null && condition.isZero();
    }

    private static boolean isTrue(@Nullable Rational condition) {
        return condition != null && !condition.isZero();
    }

    private static ExactKernel call(CallFunction call) {
        String name = call.function().signature().name();
        boolean standard = FunctionRegistry.standard().find(name).orElse(null) == call.function();
        RationalFunction exact = standard ? RationalFunctions.named(name).orElse(null) : null;
        ExactKernel function = known(exact != null ? exact : arguments -> {
            double[] doubles = new double[arguments.length];
            for (int i = 0; i < doubles.length; i++) {
                doubles[i] = arguments[i].toDouble();
            }
            return ofDouble(call.apply(doubles));
        });
        if (!call.guarded()) {
            return function;
        }
        return operands -> {
            if (!isTrue(operands[0])) {
                return null;
            }
            Rational[] arguments = new Rational[operands.length - 1];
            System.arraycopy(operands, 1, arguments, 0, arguments.length);
            return function.of(arguments);
        };
    }
}

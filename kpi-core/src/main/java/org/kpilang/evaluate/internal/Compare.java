package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.CellMath;
import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.expression.Comparison;

/**
 * A comparison of two columns: 1 where it holds, 0 where it does not, no value where an operand has none. How that is
 * found without a branch is told at {@link CellMath#greater}; a branch would be fast or slow by what other formulas have
 * compared before.
 */
enum Compare implements Kernel {
    EQUAL(Comparison.Operator.EQUAL, CellOperation.EQUAL) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.equal(a[i], b[i]);
            }
        }
    },
    NOT_EQUAL(Comparison.Operator.NOT_EQUAL, CellOperation.NOT_EQUAL) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.notEqual(a[i], b[i]);
            }
        }
    },
    LESS(Comparison.Operator.LESS, CellOperation.LESS) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            greater(registers[operands[1]], registers[operands[0]], out, from, to);
        }
    },
    AT_MOST(Comparison.Operator.AT_MOST, CellOperation.AT_MOST) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            atMost(registers[operands[0]], registers[operands[1]], out, from, to);
        }
    },
    GREATER(Comparison.Operator.GREATER, CellOperation.GREATER) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            greater(registers[operands[0]], registers[operands[1]], out, from, to);
        }
    },
    AT_LEAST(Comparison.Operator.AT_LEAST, CellOperation.AT_LEAST) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            atMost(registers[operands[1]], registers[operands[0]], out, from, to);
        }
    };

    private final Comparison.Operator operator;
    private final CellOperation operation;

    Compare(Comparison.Operator operator, CellOperation operation) {
        this.operator = operator;
        this.operation = operation;
    }

    static Compare of(Comparison.Operator operator) {
        return valueOf(operator.name());
    }

    Comparison.Operator operator() {
        return operator;
    }

    private static void greater(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = CellMath.greater(a[i], b[i]);
        }
    }

    private static void atMost(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = CellMath.atMost(a[i], b[i]);
        }
    }

    /** The comparison that says the same of swapped operands. */
    private Compare mirrored() {
        return switch (this) {
            case EQUAL, NOT_EQUAL -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }

    @Override
    public @Nullable CellLoop withConstants(boolean[] constant) {
        return constant[0] ? ScalarCompare.valueOf(mirrored().name()).loop(1) : ScalarCompare.valueOf(name()).loop(0);
    }

    @Override
    public String symbol() {
        return operator.toString();
    }

    @Override
    public int fuse(LoopBody body, int[] operands) {
        return body.operation(operation, operands);
    }
}

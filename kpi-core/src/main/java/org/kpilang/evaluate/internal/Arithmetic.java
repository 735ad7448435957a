package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.CellMath;
import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.series.Absence;

/**
 * Arithmetic on two columns, or one. {@code r + (r - r)} is r for a finite r and NaN for an infinite one, without a
 * branch.
 */
enum Arithmetic implements Kernel {
    NEGATE("-", CellOperation.NEGATE) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = 0.0 - a[i];
            }
        }
    },
    ADD("+", CellOperation.ADD) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                double r = a[i] + b[i];
                out[i] = r + (r - r);
            }
        }

        @Override
        public @Nullable CellLoop withConstants(boolean[] constant) {
            return constant[0] ? ScalarArithmetic.ADD_TO : ScalarArithmetic.ADD;
        }
    },
    SUBTRACT("-", CellOperation.SUBTRACT) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                double r = a[i] - b[i];
                out[i] = r + (r - r);
            }
        }

        @Override
        public @Nullable CellLoop withConstants(boolean[] constant) {
            return constant[0] ? ScalarArithmetic.SUBTRACT_FROM : ScalarArithmetic.SUBTRACT;
        }
    },
    MULTIPLY("*", CellOperation.MULTIPLY) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                double r = a[i] * b[i];
                out[i] = r + (r - r);
            }
        }

        @Override
        public @Nullable CellLoop withConstants(boolean[] constant) {
            return constant[0] ? ScalarArithmetic.MULTIPLY_WITH : ScalarArithmetic.MULTIPLY;
        }
    },
    DIVIDE("/", CellOperation.DIVIDE) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                double r = a[i] / b[i];
                out[i] = r + (r - r);
            }
        }

        @Override
        public @Nullable CellLoop withConstants(boolean[] constant) {
            return constant[0] ? ScalarArithmetic.DIVIDE_FROM : ScalarArithmetic.DIVIDE;
        }

        @Override
        public Absence absence(double[] operands) {
            return operands[1] == 0 ? Absence.ZERO_DIVISOR : Absence.DOMAIN;
        }

        @Override
        public int culprit(double[] operands) {
            return 1;
        }
    },
    POWER("^", CellOperation.POWER) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.power(a[i], b[i]);
            }
        }

        @Override
        public Absence absence(double[] operands) {
            return operands[0] == 0 && operands[1] < 0 ? Absence.ZERO_DIVISOR : Absence.DOMAIN;
        }

        @Override
        public int culprit(double[] operands) {
            return 0;
        }
    };

    private final String symbol;
    private final CellOperation operation;

    Arithmetic(String symbol, CellOperation operation) {
        this.symbol = symbol;
        this.operation = operation;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int fuse(LoopBody body, int[] operands) {
        return body.operation(operation, operands);
    }
}

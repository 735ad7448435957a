package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.internal.fused.CellMath;
import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;

/** Operations that choose among their operands. Conditions are 1, 0 or without a value. */
enum Choice implements Kernel {
    /** Kleene's conjunction: false where one operand is false, whatever the other. */
    AND("and", CellOperation.AND) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.and(a[i], b[i]);
            }
        }
    },
    /** Kleene's disjunction: true where one operand is true, whatever the other. */
    OR("or", CellOperation.OR) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.or(a[i], b[i]);
            }
        }
    },
    NOT("not", CellOperation.NOT) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = 1 - a[i];
            }
        }
    },
    /** The second operand where the first holds, the third where it does not. */
    IF("if", CellOperation.IF) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] condition = registers[operands[0]];
            double[] then = registers[operands[1]];
            double[] otherwise = registers[operands[2]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.choose(condition[i], then[i], otherwise[i]);
            }
        }

        @Override
        public boolean matters(int operand, double[] operands) {
            int decisive = Double.isNaN(operands[0]) ? 0 : operands[0] == 1 ? 1 : 2;
            return operand == decisive;
        }
    },
    /** The first operand where it has a value, otherwise the second. */
    ELSE("else", CellOperation.ELSE) {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.orElse(a[i], b[i]);
            }
        }
    };

    private final String symbol;
    private final CellOperation operation;

    Choice(String symbol, CellOperation operation) {
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

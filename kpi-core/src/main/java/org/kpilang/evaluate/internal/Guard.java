package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.internal.fused.CellMath;

/**
 * Tells where a part is needed: 1 there, and 0 where it stands in a branch that is not taken. Columns are worked out
 * for all cells, which costs nothing that anybody notices, except that a function of the application could notice it.
 */
enum Guard implements Kernel {
    /** After {@code then}. */
    HOLDS("where it holds") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] before = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.orElse(before[i], 0);
            }
        }
    },
    /** After {@code else} of a choice. */
    FAILS("where it does not hold") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] before = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.orElse(1 - before[i], 0);
            }
        }
    },
    /** After {@code and}. */
    MAY_HOLD("unless it does not hold") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] before = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.orElse(before[i], 1);
            }
        }
    },
    /** After {@code or}. */
    MAY_FAIL("unless it holds") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] before = registers[operands[0]];
            for (int i = from; i < to; i++) {
                out[i] = CellMath.orElse(1 - before[i], 1);
            }
        }
    },
    /** After {@code else} of a fallback. */
    ABSENT("where it has no value") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] before = registers[operands[0]];
            for (int i = from; i < to; i++) {
                // A value less itself is 0.
                out[i] = CellMath.orElse(before[i] - before[i], 1);
            }
        }
    };

    private final String symbol;

    Guard(String symbol) {
        this.symbol = symbol;
    }

    /** Whether what comes after a value is needed. */
    boolean needs(double before) {
        return of(before) == 1;
    }

    @Override
    public String symbol() {
        return symbol;
    }
}

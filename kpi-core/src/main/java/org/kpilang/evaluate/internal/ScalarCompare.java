package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.internal.fused.CellMath;

/** {@link Compare} for a column and one number, in this order. */
enum ScalarCompare {
    EQUAL {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.equal(a[i], c);
            }
        }
    },
    NOT_EQUAL {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.notEqual(a[i], c);
            }
        }
    },
    LESS {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.less(a[i], c);
            }
        }
    },
    AT_MOST {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.atMost(a[i], c);
            }
        }
    },
    GREATER {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.greater(a[i], c);
            }
        }
    },
    AT_LEAST {
        @Override
        void run(double[] a, double c, double[] out, int from, int to) {
            for (int i = from; i < to; i++) {
                out[i] = CellMath.atLeast(a[i], c);
            }
        }
    };

    abstract void run(double[] a, double c, double[] out, int from, int to);

    /** The loop for operands of which the column is the first, or the second. */
    CellLoop loop(int column) {
        int number = 1 - column;
        return (registers, operands, out, from, to) ->
                run(registers[operands[column]], registers[operands[number]][0], out, from, to);
    }
}

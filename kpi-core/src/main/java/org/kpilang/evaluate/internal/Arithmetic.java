package org.kpilang.evaluate.internal;

import org.kpilang.series.Absence;

/**
 * Arithmetic on two columns, or one. {@code r + (r - r)} is r for a finite r and NaN for an infinite one, without a
 * branch.
 */
enum Arithmetic implements Kernel {
    NEGATE("-") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            for (int i = 0; i < count; i++) {
                out[i] = 0.0 - a[i];
            }
        }
    },
    ADD("+") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                double r = a[i] + b[i];
                out[i] = r + (r - r);
            }
        }
    },
    SUBTRACT("-") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                double r = a[i] - b[i];
                out[i] = r + (r - r);
            }
        }
    },
    MULTIPLY("*") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                double r = a[i] * b[i];
                out[i] = r + (r - r);
            }
        }
    },
    DIVIDE("/") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                double r = a[i] / b[i];
                out[i] = r + (r - r);
            }
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
    POWER("^") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                // The power of NaN to 0 is 1; the differences bring the NaN back.
                double r = StrictMath.pow(a[i], b[i]) + (a[i] - a[i]) + (b[i] - b[i]);
                out[i] = r + (r - r);
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

    Arithmetic(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public String symbol() {
        return symbol;
    }
}

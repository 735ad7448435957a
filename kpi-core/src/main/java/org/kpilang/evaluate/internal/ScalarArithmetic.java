package org.kpilang.evaluate.internal;

/** {@link Arithmetic} on a column and one number, which need not be spread over a column first. */
enum ScalarArithmetic implements CellLoop {
    ADD {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double c = registers[operands[1]][0];
            for (int i = from; i < to; i++) {
                double r = a[i] + c;
                out[i] = r + (r - r);
            }
        }
    },
    ADD_TO {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] b = registers[operands[1]];
            double c = registers[operands[0]][0];
            for (int i = from; i < to; i++) {
                double r = c + b[i];
                out[i] = r + (r - r);
            }
        }
    },
    SUBTRACT {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double c = registers[operands[1]][0];
            for (int i = from; i < to; i++) {
                double r = a[i] - c;
                out[i] = r + (r - r);
            }
        }
    },
    SUBTRACT_FROM {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] b = registers[operands[1]];
            double c = registers[operands[0]][0];
            for (int i = from; i < to; i++) {
                double r = c - b[i];
                out[i] = r + (r - r);
            }
        }
    },
    MULTIPLY {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double c = registers[operands[1]][0];
            for (int i = from; i < to; i++) {
                double r = a[i] * c;
                out[i] = r + (r - r);
            }
        }
    },
    MULTIPLY_WITH {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] b = registers[operands[1]];
            double c = registers[operands[0]][0];
            for (int i = from; i < to; i++) {
                double r = c * b[i];
                out[i] = r + (r - r);
            }
        }
    },
    DIVIDE {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] a = registers[operands[0]];
            double c = registers[operands[1]][0];
            for (int i = from; i < to; i++) {
                double r = a[i] / c;
                out[i] = r + (r - r);
            }
        }
    },
    DIVIDE_FROM {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
            double[] b = registers[operands[1]];
            double c = registers[operands[0]][0];
            for (int i = from; i < to; i++) {
                double r = c / b[i];
                out[i] = r + (r - r);
            }
        }
    }
}

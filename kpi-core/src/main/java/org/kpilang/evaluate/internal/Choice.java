package org.kpilang.evaluate.internal;

/** Operations that choose among their operands. Conditions are 1, 0 or without a value. */
enum Choice implements Kernel {
    /** Kleene's conjunction: false where one operand is false, whatever the other. */
    AND("and") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                out[i] = a[i] == 0 || b[i] == 0 ? 0 : a[i] * b[i];
            }
        }
    },
    /** Kleene's disjunction: true where one operand is true, whatever the other. */
    OR("or") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                out[i] = a[i] == 1 || b[i] == 1 ? 1 : a[i] + b[i];
            }
        }
    },
    NOT("not") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            for (int i = 0; i < count; i++) {
                out[i] = 1 - a[i];
            }
        }
    },
    /** The second operand where the first holds, the third where it does not. */
    IF("if") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] condition = registers[operands[0]];
            double[] then = registers[operands[1]];
            double[] otherwise = registers[operands[2]];
            for (int i = 0; i < count; i++) {
                double c = condition[i];
                out[i] = c == 1 ? then[i] : c == 0 ? otherwise[i] : Double.NaN;
            }
        }

        @Override
        public boolean matters(int operand, double[] operands) {
            int decisive = Double.isNaN(operands[0]) ? 0 : operands[0] == 1 ? 1 : 2;
            return operand == decisive;
        }
    },
    /** The first operand where it has a value, otherwise the second. */
    ELSE("else") {
        @Override
        public void run(double[][] registers, int[] operands, double[] out, int count) {
            double[] a = registers[operands[0]];
            double[] b = registers[operands[1]];
            for (int i = 0; i < count; i++) {
                out[i] = Double.isNaN(a[i]) ? b[i] : a[i];
            }
        }
    };

    private final String symbol;

    Choice(String symbol) {
        this.symbol = symbol;
    }

    @Override
    public String symbol() {
        return symbol;
    }
}

package org.kpilang.evaluate.internal;

/** The operand of the version that the first operand says, by its place among the versions. */
record VersionChoice(String kpi) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int count) {
        double[] versions = registers[operands[0]];
        for (int i = 0; i < count; i++) {
            double version = versions[i];
            out[i] = Double.isNaN(version) ? Double.NaN : registers[operands[1 + (int) version]][i];
        }
    }

    @Override
    public boolean matters(int operand, double[] operands) {
        return operand == (Double.isNaN(operands[0]) ? 0 : 1 + (int) operands[0]);
    }

    @Override
    public String symbol() {
        return "version of " + kpi;
    }
}

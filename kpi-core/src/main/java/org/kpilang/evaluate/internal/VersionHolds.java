package org.kpilang.evaluate.internal;

/** Whether the version that the operand says is a certain one, by its place among the versions; false where none is. */
record VersionHolds(int number) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int count) {
        double[] versions = registers[operands[0]];
        for (int i = 0; i < count; i++) {
            out[i] = versions[i] == number ? 1 : 0;
        }
    }

    @Override
    public String symbol() {
        return "version is " + number;
    }
}

package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;

/** The operand of the version that the first operand says, by its place among the versions. */
record VersionChoice(String kpi) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
        double[] versions = registers[operands[0]];
        for (int i = from; i < to; i++) {
            double version = versions[i];
            out[i] = Double.isNaN(version) ? Double.NaN : registers[operands[1 + (int) version]][i] + 0.0;
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

    @Override
    public int fuse(LoopBody body, int[] operands) {
        int last = operands.length - 1;
        int chosen = operands[last];
        // A single version is chosen, too, so that there is no value where there is no version.
        for (int version = Math.max(0, last - 2); version >= 0; version--) {
            int holds = body.operation(CellOperation.EQUAL, operands[0], body.constant(version));
            chosen = body.operation(CellOperation.IF, holds, operands[1 + version], chosen);
        }
        return chosen;
    }
}

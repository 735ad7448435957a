package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.internal.fused.CellMath;
import org.kpilang.evaluate.internal.fused.CellOperation;
import org.kpilang.evaluate.internal.fused.LoopBody;

/** Whether the version that the operand says is a certain one, by its place among the versions; false where none is. */
record VersionHolds(int number) implements Kernel {

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int from, int to) {
        double[] versions = registers[operands[0]];
        for (int i = from; i < to; i++) {
            out[i] = CellMath.orElse(CellMath.equal(versions[i], number), 0);
        }
    }

    @Override
    public String symbol() {
        return "version is " + number;
    }

    @Override
    public int fuse(LoopBody body, int[] operands) {
        int holds = body.operation(CellOperation.EQUAL, operands[0], body.constant(number));
        return body.operation(CellOperation.ELSE, holds, body.constant(0));
    }
}

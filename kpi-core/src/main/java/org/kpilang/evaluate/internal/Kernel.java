package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.expression.Expression;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;

/**
 * One operation over columns. A cell without a value is NaN, and nothing else is; results leave neither infinity nor a
 * negative zero behind. Kernels hold no data.
 */
public interface Kernel extends CellLoop {

    /** The operation as it is written in a plan. */
    String symbol();

    /** The result for one cell. */
    default double of(double... operands) {
        double[][] registers = new double[operands.length][];
        Arrays.setAll(registers, i -> new double[] {operands[i]});
        double[] out = new double[1];
        run(registers, IntStream.range(0, operands.length).toArray(), out, 0, 1);
        return out[0];
    }

    /**
     * The loop for operands of which some are the same in every cell, and stand in the first place of their registers
     * alone; null if there is none.
     */
    default @Nullable CellLoop withConstants(boolean[] constant) {
        return null;
    }

    /** Adds the operation to a generated loop; returns its value there, or {@link LoopBody#NONE} if it cannot be. */
    default int fuse(LoopBody body, int[] operands) {
        return LoopBody.NONE;
    }

    /** Why there is no value although every operand that matters has one. */
    default Absence absence(double[] operands) {
        return Absence.DOMAIN;
    }

    /** Whether an operand without a value is to blame for a result without one. */
    default boolean matters(int operand, double[] operands) {
        return Double.isNaN(operands[operand]);
    }

    /** The operands as a reason shows them. */
    default double[] shown(double[] operands) {
        return operands;
    }

    /** Where the operation is written, as far as a reason of its own says so. */
    default Origin origin(List<Expression> sources) {
        return sources.get(0).origin();
    }

    /**
     * The operand that explains an {@link #absence} of the operation's own, such as a divisor; -1 if no single one
     * does.
     */
    default int culprit(double[] operands) {
        return -1;
    }
}

package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kpilang.expression.Expression;
import org.kpilang.series.Absence;
import org.kpilang.source.Origin;

/**
 * One operation over columns: reads its operands, writes its result, cell by cell at the same index. A cell without a
 * value is NaN, and nothing else is; results leave neither infinity nor a negative zero behind. Kernels hold no data.
 */
public interface Kernel {

    /**
     * Writes the results of the first {@code count} cells.
     *
     * @param registers columns, among them the operands
     * @param operands  for each operand the register it stands in
     * @param out       where the results go; may be one of the operands
     */
    void run(double[][] registers, int[] operands, double[] out, int count);

    /** The result for one cell. */
    default double of(double... operands) {
        double[][] registers = new double[operands.length][];
        Arrays.setAll(registers, i -> new double[] {operands[i]});
        double[] out = new double[1];
        run(registers, IntStream.range(0, operands.length).toArray(), out, 1);
        return out[0];
    }

    /** The operation as it is written in a plan. */
    String symbol();

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

package org.kpilang.evaluate.internal;

/**
 * A simple loop over columns: reads its operands and writes its results, cell by cell at the same index. Each loop is a
 * method of its own, which the compiler of the JVM turns into vector instructions wherever the operation allows it.
 */
interface CellLoop {

    /**
     * Writes the results of the cells from an index up to another.
     *
     * @param registers columns, among them the operands
     * @param operands  for each operand the register it stands in
     * @param out       where the results go; may be one of the operands
     */
    void run(double[][] registers, int[] operands, double[] out, int from, int to);
}

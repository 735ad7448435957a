package org.kpilang.evaluate.internal.fused;

/** A loop that works out some results from columns, cell by cell. Holds no data; can be run by several threads. */
public interface FusedLoop {

    /** Writes the results of the cells from an index up to another; all arrays have the same index. */
    void run(double[][] columns, double[][] results, int from, int to);
}

package org.kpilang.evaluate.internal;

import org.kpilang.evaluate.Execution;

/**
 * Rows that are each made of what a program comes to in the same slice. The program is worked out for some slices at a
 * time, and its values are not kept.
 */
final class InnerRows implements RowFiller {

    /** Makes the row of one slice. */
    interface Row {

        /** Writes the row of a slice, from the values of the program, which start at an offset. */
        void fill(double[] values, int offset, double[] out, int at);
    }

    private final Stage stage;
    private final StageWorker worker;
    private final int windows;
    private final Row row;
    private final double[][] values;

    InnerRows(Stage stage, LeafStore store, Execution execution, int windows, Row row) {
        this.stage = stage;
        this.worker = new StageWorker(stage, store, execution);
        this.windows = windows;
        this.row = row;
        this.values = new double[][] {new double[stage.tile() * stage.frame().size()]};
    }

    @Override
    public void fill(int from, int to, double[] out, int at) {
        int inner = stage.frame().size();
        for (int first = from; first < to; first += stage.tile()) {
            int last = Math.min(to, first + stage.tile());
            worker.run(first, last, values, 0);
            for (int slice = first; slice < last; slice++) {
                row.fill(values[0], (slice - first) * inner, out, at + (slice - from) * windows);
            }
        }
    }
}

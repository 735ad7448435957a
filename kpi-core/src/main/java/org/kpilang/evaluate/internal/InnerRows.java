package org.kpilang.evaluate.internal;

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

    /** How much longer than a tile the rows may be that are worked out at once, so that base rows are still there. */
    private static final int TILES = 4;

    private final Stage stage;
    private final int most;
    private final StageWorker worker;
    private final int windows;
    private final Row row;
    private final double[][] values;

    InnerRows(Stage stage, Workspace workspace, int windows, Row row) {
        this.stage = stage;
        this.worker = new StageWorker(stage, workspace);
        this.windows = windows;
        this.row = row;
        this.most = TILES * stage.tile();
        this.values = new double[][] {new double[0]};
    }

    @Override
    public void fill(int from, int to, double[] out, int at) {
        int inner = stage.frame().size();
        for (int first = from; first < to; first += most) {
            int last = Math.min(to, first + most);
            if (values[0].length < (last - first) * inner) {
                values[0] = new double[(last - first) * inner];
            }
            worker.run(first, last, values, 0);
            for (int slice = first; slice < last; slice++) {
                row.fill(values[0], (slice - first) * inner, out, at + (slice - from) * windows);
            }
        }
    }
}

package org.kpilang.evaluate.internal.live;

import org.kpilang.time.Window;

/** The values of a leaf by window and row, which follow updates. */
interface LiveColumn {

    /** Takes in a window, which is worked out with the next update. */
    void add(int index, Window window);

    /** Works out what an update changes; returns the cells that changed, but for those of new windows and rows. */
    Cells update(Batch batch);

    /** Copies the values of some rows in a window, from an index of the row numbers to one of the values. */
    void copy(int window, int[] rows, int from, int count, double[] out, int at);
}

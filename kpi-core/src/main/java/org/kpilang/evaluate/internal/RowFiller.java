package org.kpilang.evaluate.internal;

/** Works out rows of a {@link LeafColumn}. Keeps working memory; for the use of one thread. */
interface RowFiller {

    /** Writes some rows one after the other, each with one value a window; NaN where there is none. */
    void fill(int from, int to, double[] out, int at);
}

package org.kpilang.evaluate.internal.live;

/** Takes down which cells changed. */
interface ChangeLog {

    /** Takes down nothing. */
    ChangeLog NONE = (output, window, row, before, after) -> { };

    /** A cell has another value than before; NaN stands for none. */
    void changed(int output, int window, int row, double before, double after);
}

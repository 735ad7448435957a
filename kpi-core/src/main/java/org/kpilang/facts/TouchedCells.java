package org.kpilang.facts;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which cells of an input were touched, by period, since that was last asked. */
final class TouchedCells {

    private GrowingInput.Touched touched = new GrowingInput.Touched(Integer.MIN_VALUE);
    /** What was touched in one period, which is mostly the period of the next fact as well. */
    private @Nullable BitSet row;
    private int period;

    /** What was touched; from then on nothing is. */
    GrowingInput.Touched take(int lastPeriod) {
        GrowingInput.Touched taken = touched;
        touched = new GrowingInput.Touched(lastPeriod);
        row = null;
        return taken;
    }

    /** The cells that were touched in a period, to add some. */
    BitSet in(int asked, int cells) {
        BitSet found = row;
        if (found == null || period != asked) {
            found = touched.cells().computeIfAbsent(asked, first -> new BitSet(cells));
            row = found;
            period = asked;
        }
        return found;
    }

    /** Notes of which period the first fact of a cell was before. */
    void firstFactWas(int cell, int before) {
        touched.firstFacts().putIfAbsent(cell, before);
    }
}

package org.kpilang.evaluate.internal;

import java.util.BitSet;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;

/** Rolls up the facts of one input, group by group. Keeps working memory; for the use of one thread. */
interface RollUp {

    static RollUp of(Leaf.Facts leaf, InputFacts input, Facts facts) {
        return input.hasIdentities() ? new DistinctRollUp(input, leaf.input().absent())
                : ValueRollUp.of(leaf, input, facts);
    }

    /** Writes the answers of a group to all windows; NaN where there is none. */
    void fill(CellGroups groups, int group, BaseWindows windows, double[] out, int at);

    /** Which periods of the extent of the input are known for a group. */
    BitSet known(CellGroups groups, int group);

    /** The period from which on the cells of a group cannot be put together. */
    int additiveBefore(CellGroups groups, int group);
}

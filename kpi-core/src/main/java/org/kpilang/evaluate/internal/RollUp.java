package org.kpilang.evaluate.internal;

import java.util.BitSet;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputKind;

/** Rolls up the facts of one input, group by group. Keeps working memory; for the use of one thread. */
interface RollUp {

    static RollUp of(Leaf.Facts leaf, InputFacts input, CellGroups groups, Facts facts, Workspace workspace) {
        if (leaf.input().kind() == InputKind.VALUES) {
            return new EventsRollUp(leaf, input, groups);
        } else if (leaf.reading() != Reading.VALUE) {
            return new IdentityRollUp(leaf, input, groups);
        }
        return input.hasIdentities() ? new DistinctRollUp(input, leaf.input().absent(), groups)
                : ValueRollUp.of(leaf, input, groups, facts, workspace);
    }

    /** Writes the answers of the groups {@code [from, to)} to all windows; NaN where there is none. */
    void fill(int from, int to, BaseWindows windows, double[] out, int at);

    /** Which periods of the extent of the input are known for a group. */
    BitSet known(int group);

    /** The period from which on the cells of a group cannot be put together. */
    int additiveBefore(int group);
}

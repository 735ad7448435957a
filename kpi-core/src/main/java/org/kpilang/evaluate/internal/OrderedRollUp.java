package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;

/**
 * Asks the facts of one input, of which a cell and period may have several, one group after the other in the order of
 * their periods. Keeps working memory; for the use of one thread.
 */
abstract class OrderedRollUp implements RollUp {

    private final OrderedFacts facts;
    private final CellGroups groups;

    OrderedRollUp(Leaf.Facts leaf, InputFacts input, CellGroups groups) {
        this.facts = new OrderedFacts(input, leaf.input().absent());
        this.groups = groups;
    }

    /**
     * Answers the windows of a group.
     *
     * @param facts  those of the group
     * @param single whether they are those of a single cell
     */
    abstract void answer(OrderedFacts facts, boolean single, IdentitySummary.Spans spans, int windows, double[] out,
            int at);

    @Override
    public final int additiveBefore(int group) {
        return Integer.MAX_VALUE;
    }

    @Override
    public final BitSet known(int group) {
        return facts.known(groups, group);
    }

    @Override
    public final void fill(int from, int to, BaseWindows windows, double[] out, int at) {
        IdentitySummary.Spans spans = facts.spans(windows);
        for (int group = from; group < to; group++) {
            int start = at + (group - from) * windows.size();
            int cells = groups.end(group) - groups.start(group);
            if (cells == 0) {
                Arrays.fill(out, start, start + windows.size(), Double.NaN);
            } else {
                facts.fill(groups, group);
                answer(facts, cells == 1, spans, windows.size(), out, start);
                facts.leaveOut(windows, out, start);
            }
        }
    }
}

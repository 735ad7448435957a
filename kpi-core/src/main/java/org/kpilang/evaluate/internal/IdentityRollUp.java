package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;

/** Asks the identities of one input how they turned up. Keeps working memory; for the use of one thread. */
final class IdentityRollUp implements RollUp {

    private final OrderedFacts facts;
    private final CellGroups groups;
    private final IdentitySummary summary;

    IdentityRollUp(Leaf.Facts leaf, InputFacts input, CellGroups groups) {
        this.facts = new OrderedFacts(input, leaf.input().absent());
        this.groups = groups;
        this.summary = IdentitySummary.of(leaf.reading(), input.identities(), ordinal -> ordinal);
    }

    @Override
    public int additiveBefore(int group) {
        return Integer.MAX_VALUE;
    }

    @Override
    public BitSet known(int group) {
        return facts.known(groups, group);
    }

    @Override
    public void fill(int from, int to, BaseWindows windows, double[] out, int at) {
        IdentitySummary.Spans spans = facts.spans(windows);
        for (int group = from; group < to; group++) {
            int start = at + (group - from) * windows.size();
            if (groups.start(group) == groups.end(group)) {
                Arrays.fill(out, start, start + windows.size(), Double.NaN);
            } else {
                facts.fill(groups, group);
                summary.run(facts, null, spans, null, windows.size(), out, start);
                facts.leaveOut(windows, out, start);
            }
        }
    }
}

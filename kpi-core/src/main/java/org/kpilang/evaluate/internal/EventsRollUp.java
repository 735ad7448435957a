package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.BitSet;
import org.kpilang.facts.InputFacts;

/** Asks the values of events, each window anew. Keeps working memory; for the use of one thread. */
final class EventsRollUp implements RollUp {

    private final InputFacts input;
    private final OrderedFacts facts;
    private final CellGroups groups;
    private final EventSummary summary;
    private double[] values = new double[0];

    EventsRollUp(Leaf.Facts leaf, InputFacts input, CellGroups groups) {
        this.input = input;
        this.facts = new OrderedFacts(input, leaf.input().absent());
        this.groups = groups;
        this.summary = EventSummary.of(leaf.reading());
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
        int[] first = new int[windows.size()];
        int[] last = new int[windows.size()];
        for (int group = from; group < to; group++) {
            int start = at + (group - from) * windows.size();
            if (groups.start(group) == groups.end(group)) {
                Arrays.fill(out, start, start + windows.size(), Double.NaN);
            } else {
                facts.fill(groups, group);
                collectValues(groups.end(group) - groups.start(group) > 1);
                for (int i = 0; i < first.length; i++) {
                    first[i] = facts.start(spans.lo()[i]);
                    last[i] = facts.start(spans.end()[i]) - 1;
                }
                summary.run(values, facts.size(), first, last, windows.size(), out, start);
                facts.leaveOut(windows, out, start);
            }
        }
    }

    /** In each period in the order of their size, which those of a single cell have. */
    private void collectValues(boolean ofSeveralCells) {
        if (values.length < facts.size()) {
            values = new double[facts.size()];
        }
        for (int i = 0; i < facts.size(); i++) {
            values[i] = input.value(facts.inInput(i)) + 0.0;
        }
        for (int period = 0; ofSeveralCells && period < facts.periods(); period++) {
            Arrays.sort(values, facts.start(period), facts.start(period + 1));
        }
    }
}

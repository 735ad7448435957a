package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.kpilang.facts.InputFacts;

/** Asks the values of events, each window anew. */
final class EventsRollUp extends OrderedRollUp {

    private final InputFacts input;
    private final EventSummary summary;
    private double[] values = new double[0];
    private int[] first = new int[0];
    private int[] last = new int[0];

    EventsRollUp(Leaf.Facts leaf, InputFacts input, CellGroups groups) {
        super(leaf, input, groups);
        this.input = input;
        this.summary = EventSummary.of(leaf.reading());
    }

    @Override
    void answer(OrderedFacts facts, boolean single, IdentitySummary.Spans spans, int windows, double[] out, int at) {
        collectValues(facts, single);
        if (first.length < windows) {
            first = new int[windows];
            last = new int[windows];
        }
        for (int i = 0; i < windows; i++) {
            first[i] = facts.start(spans.lo()[i]);
            last[i] = facts.start(spans.end()[i]) - 1;
        }
        summary.run(values, facts.size(), first, last, windows, out, at);
    }

    /** In each period in the order of their size, which those of a single cell have. */
    private void collectValues(OrderedFacts facts, boolean single) {
        if (values.length < facts.size()) {
            values = new double[facts.size()];
        }
        for (int i = 0; i < facts.size(); i++) {
            values[i] = input.value(facts.inInput(i)) + 0.0;
        }
        for (int period = 0; !single && period < facts.periods(); period++) {
            Arrays.sort(values, facts.start(period), facts.start(period + 1));
        }
    }
}

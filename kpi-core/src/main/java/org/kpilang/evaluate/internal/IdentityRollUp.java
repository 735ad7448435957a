package org.kpilang.evaluate.internal;

import org.kpilang.facts.InputFacts;

/** Asks the identities of one input how they turned up. */
final class IdentityRollUp extends OrderedRollUp {

    private final IdentitySummary summary;

    IdentityRollUp(Leaf.Facts leaf, InputFacts input, CellGroups groups) {
        super(leaf, input, groups);
        this.summary = IdentitySummary.of(leaf.reading(), input.identities(), ordinal -> ordinal);
    }

    @Override
    void answer(OrderedFacts facts, boolean single, IdentitySummary.Spans spans, int windows, double[] out, int at) {
        summary.run(facts, null, spans, null, windows, out, at);
    }
}

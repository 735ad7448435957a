package org.kpilang.evaluate.internal.live;

import org.kpilang.evaluate.internal.EventSummary;
import org.kpilang.evaluate.internal.Leaf;

/** What is asked of the values of events, under a path. */
final class EventsLeaf extends FactsLeaf {

    private final GroupEvents source;
    private final EventSummary summary;

    EventsLeaf(Leaf.Facts leaf, GroupEvents source) {
        super(leaf, source.input(), source.origin(), source.groups());
        this.source = source;
        this.summary = EventSummary.of(leaf.reading());
    }

    @Override
    Cells changed() {
        return source.changed();
    }

    @Override
    double value(int group, LeafWindow window) {
        return source.summary(group, window, summary);
    }
}

package org.kpilang.evaluate.internal.live;

import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.facts.GrowingInput;

/** A distinct count under a path. */
final class IdentitiesLeaf extends FactsLeaf {

    private final GroupIdentities source;

    IdentitiesLeaf(Leaf.Facts leaf, GrowingInput input, GroupIdentities source) {
        super(leaf, input, source.origin(), source.groups());
        this.source = source;
    }

    @Override
    Cells changed() {
        return source.changed();
    }

    @Override
    double value(int group, LeafWindow window) {
        return source.count(group, window);
    }
}

package org.kpilang.evaluate.internal;

import java.util.stream.Stream;

/** A leaf over what a stage of its own comes to, slice by slice; so it has one row for each slice. */
abstract class StageLeaf extends LeafColumn {

    private final Stage operand;

    /**
     * @param operand the stage
     * @param windows the values in a row
     */
    StageLeaf(Stage operand, int windows) {
        super(operand.panel().size(), windows);
        this.operand = operand;
    }

    /** What the leaf is worked out from. */
    final Stage operand() {
        return operand;
    }

    @Override
    final boolean isShared() {
        return false;
    }

    @Override
    final int row(int slice) {
        return slice;
    }

    @Override
    final Stream<Stage> inner() {
        return Stream.of(operand);
    }
}

package org.kpilang.evaluate.internal;


/** A leaf that is the same in every slice, and whose values are whole numbers or short ones. */
abstract class SingleRow extends LeafColumn {

    private final double[] values;
    private final boolean shared;

    /**
     * @param values one for each window; NaN where there is none
     * @param slices how many slices share them
     */
    SingleRow(double[] values, int slices) {
        super(1, values.length);
        this.values = values;
        this.shared = slices > 1;
    }

    @Override
    final boolean isShared() {
        return shared;
    }

    @Override
    final boolean isWorkedOutFirst() {
        return false;
    }

    @Override
    final int row(int slice) {
        return 0;
    }

    @Override
    final RowFiller filler(Workspace workspace) {
        return (from, to, out, at) -> System.arraycopy(values, 0, out, at, (to - from) * values.length);
    }

    @Override
    final ExactRows exact() {
        return ExactRows.ofShort(this);
    }
}

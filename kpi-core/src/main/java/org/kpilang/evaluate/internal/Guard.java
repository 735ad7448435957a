package org.kpilang.evaluate.internal;

/**
 * Tells where a part is needed: 1 there, and 0 where it stands in a branch that is not taken. Columns are worked out
 * for all cells, which costs nothing that anybody notices, except that a function of the application could notice it.
 */
enum Guard implements Kernel {
    /** After {@code then}. */
    HOLDS("where it holds") {
        @Override
        boolean needs(double before) {
            return before == 1;
        }
    },
    /** After {@code else} of a choice. */
    FAILS("where it does not hold") {
        @Override
        boolean needs(double before) {
            return before == 0;
        }
    },
    /** After {@code and}. */
    MAY_HOLD("unless it does not hold") {
        @Override
        boolean needs(double before) {
            return before != 0;
        }
    },
    /** After {@code or}. */
    MAY_FAIL("unless it holds") {
        @Override
        boolean needs(double before) {
            return before != 1;
        }
    },
    /** After {@code else} of a fallback. */
    ABSENT("where it has no value") {
        @Override
        boolean needs(double before) {
            return Double.isNaN(before);
        }
    };

    private final String symbol;

    Guard(String symbol) {
        this.symbol = symbol;
    }

    /** Whether what comes after a value is needed. */
    abstract boolean needs(double before);

    @Override
    public void run(double[][] registers, int[] operands, double[] out, int count) {
        double[] before = registers[operands[0]];
        for (int i = 0; i < count; i++) {
            out[i] = needs(before[i]) ? 1 : 0;
        }
    }

    @Override
    public String symbol() {
        return symbol;
    }
}

package org.kpilang.explain;

/** How a change is split among what moved. */
public enum Method {
    /**
     * Node-wise Shapley: each operation splits its change fairly among its operands, and these split their parts
     * further; a chain of products and quotients is one operation of many factors. Linear in the formula, and fit for
     * every formula. For a single product or quotient it is the Shapley value; otherwise close to it.
     */
    NODES,
    /**
     * The Shapley value: the mean, over all orders in which the inputs could have moved one after the other, of what
     * each adds. For formulas with at most {@link #MOST_PLAYERS} inputs that moved, as it takes two to that power
     * evaluations; and only where there is a value on the way of every order.
     */
    SHAPLEY,
    /** {@link PriceVolumeMix} over the members of a dimension, for a KPI that is price times quantity. */
    PRICE_VOLUME_MIX,
    /** {@link LogMeanDivisia} over the members of a dimension, for a KPI that is a product of factors. */
    LMDI;

    /** How many inputs may have moved for {@link #SHAPLEY}. */
    public static final int MOST_PLAYERS = 12;

    /** Whether it needs a dimension over whose members the KPI adds up. */
    public boolean needsDimension() {
        return this == PRICE_VOLUME_MIX || this == LMDI;
    }
}

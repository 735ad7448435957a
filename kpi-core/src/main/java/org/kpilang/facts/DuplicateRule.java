package org.kpilang.facts;

/**
 * What a fact does to another that was loaded before it for the same input, period and cell. The rule is that of the
 * later load.
 */
public enum DuplicateRule {
    /**
     * It is added: several rows make up one fact, such as the orders of a day. The sum does not depend on the order of
     * the rows.
     */
    SUM,
    /**
     * It takes the place of the earlier one, which is how a correction works. Later is what has the later date, where
     * rows with dates are loaded into longer periods, and what was loaded later otherwise.
     */
    LAST,
    /** It is an error that names both rows. The rule for every load that does not say otherwise. */
    REJECT
}

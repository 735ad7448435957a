package org.kpilang.leadlag;

/** Which of several time scales decides when more than one shows a relation. */
public enum Horizon {
    /** The longest: the relation of the cycles. */
    CYCLE,
    /** The one that shows it most clearly, usually a short one: the better estimate of a delay. */
    FASTEST
}

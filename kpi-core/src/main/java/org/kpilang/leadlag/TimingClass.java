package org.kpilang.leadlag;

/** How a candidate moves in time against an outcome. */
public enum TimingClass {
    /** The candidate moves before the outcome. */
    LEADING,
    /** The two move together, within the tolerance. */
    COINCIDENT,
    /** The candidate moves after the outcome. */
    LAGGING,
    /** Tested, and nothing reliable found. */
    NONE,
    /** Not tested: the data do not allow it. */
    ABSTAIN;

    /** Whether a relation was found. */
    public boolean isCall() {
        return this == LEADING || this == COINCIDENT || this == LAGGING;
    }
}

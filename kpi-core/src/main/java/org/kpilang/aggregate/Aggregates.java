package org.kpilang.aggregate;

/** The summaries that merge. */
public final class Aggregates {

    /** The sum, compensated twice (Klein 2006), so that the order of adding shows in the last bit at most. */
    public static final Aggregate SUM = new CompensatedSum();
    /** The arithmetic mean: the compensated sum divided once. */
    public static final Aggregate MEAN = new Mean();
    public static final Aggregate MINIMUM = new Extreme(false);
    public static final Aggregate MAXIMUM = new Extreme(true);
    public static final Aggregate FIRST = new Endpoint(false);
    public static final Aggregate LAST = new Endpoint(true);
    /** How many numbers there are. */
    public static final Aggregate COUNT = new Count();
    /** The sample standard deviation, with n - 1; not defined for a single number. */
    public static final Aggregate DEVIATION = new Deviation();
    /** The slope of the least-squares line, per position; not defined for a single number. */
    public static final Aggregate SLOPE = new Slope();

    private Aggregates() {}
}

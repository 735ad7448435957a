package org.kpilang.signal;

/**
 * What tells that a process has changed, after Wheeler, Understanding Variation (SPC Press, 1993). There are no others:
 * each further rule would raise more false alarms than it finds changes.
 */
public enum Rule {
    /** A point outside its limits; one that equals a limit is not outside. */
    POINT,
    /** A moving range above its limit: a jump. */
    RANGE,
    /** Three of four successive points on one side, nearer to the limit than to the centre. */
    NEAR_LIMIT,
    /** Eight successive points on one side of the centre. */
    RUN
}

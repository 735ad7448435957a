package org.kpilang.scorecard;

/** Whether a target was reached. A target with a date is judged by the period in which it is due, and not before. */
public enum Achievement {
    /** The value of the period in which it was due meets it. */
    ACHIEVED,
    /** The value of the period in which it was due misses it. */
    MISSED,
    /** The period in which it is due is open, or lies after those that were asked. */
    NOT_YET_DUE,
    /** The period in which it was due has no value. */
    NO_DATA,
    /** It holds always, and every period with a value met it so far. */
    HELD,
    /** It holds always, and a period missed it. */
    BROKEN
}

package org.kpilang.leadlag;

/** Whether candidate and outcome are expected to rise together. */
public enum Direction {
    /** Not known: both are looked for. */
    UNKNOWN(0),
    /** The outcome rises after the candidate has risen: leads and sales. */
    SAME(1),
    /** The outcome falls after the candidate has risen: complaints and renewals. */
    OPPOSITE(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** 1, -1, or 0 if it is not known. */
    public int sign() {
        return sign;
    }

    /**
     * The sign of the correlation of two series that were tested with this direction, which is turned if they are
     * opposite.
     */
    public double turned(double correlation) {
        return this == OPPOSITE ? -correlation : correlation;
    }
}

package org.kpilang.signal;

/** The side of the centre to which a process has moved; of a jump, the side that it was made to. */
public enum Side {
    ABOVE(1),
    BELOW(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** 1 above, -1 below. */
    public int sign() {
        return sign;
    }
}

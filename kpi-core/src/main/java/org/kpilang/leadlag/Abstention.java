package org.kpilang.leadlag;

/** Why a pair was not tested. */
public enum Abstention {
    INSUFFICIENT_DATA("fewer than 24 periods have values of both"),
    GAPS("more than two periods in a row have no value"),
    CONSTANT("one of the two does not move, or moves with the season alone"),
    NOT_POSITIVE("logarithms were asked for, and a value is zero or negative");

    private final String description;

    Abstention(String description) {
        this.description = description;
    }

    /** The reason in words, as a fragment. */
    public String description() {
        return description;
    }
}

package org.kpilang.report.internal;

/** What a figure of each period can be in the chart of a series, in the order of the table beside it. */
public enum SeriesLine {
    VALUES("Value"), TARGET("Target"), TOLERATED_FROM("Tolerated from"), TOLERATED_TO("Tolerated to"), CENTRE("Centre"),
    LOWER_LIMIT("Lower limit"), UPPER_LIMIT("Upper limit"), EXPECTED("Expected"), AT_LEAST("At least"),
    AT_MOST("At most");

    private final String heading;

    SeriesLine(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}

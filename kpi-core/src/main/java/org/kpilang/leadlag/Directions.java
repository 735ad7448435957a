package org.kpilang.leadlag;

/** Tells a {@link Screening} of which pairs it is known whether they rise together. A function of the names alone. */
@FunctionalInterface
public interface Directions {

    /** Nothing is known of any pair. */
    Directions UNKNOWN = (candidate, outcome) -> Direction.UNKNOWN;

    /** Whether a candidate and an outcome are expected to rise together. */
    Direction of(String candidate, String outcome);
}

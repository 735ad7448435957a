package org.kpilang.time;

/** Refuses, in the same words everywhere, what a calendar cannot divide. */
final class Nesting {

    private Nesting() {}

    /** @throws IllegalArgumentException if periods of the coarse grain are not made of whole periods of the fine one */
    static void require(Calendar calendar, Grain fine, Grain coarse) {
        if (!calendar.nests(fine, coarse)) {
            requireGrain(calendar, coarse);
            requireGrain(calendar, fine);
            throw new IllegalArgumentException("a " + coarse + " is not made of whole " + fine + "s in the calendar "
                    + calendar.name());
        }
    }

    private static void requireGrain(Calendar calendar, Grain grain) {
        if (!calendar.nests(grain, grain)) {
            throw missing(calendar, grain);
        }
    }

    /** Says that a calendar has no periods of a grain. */
    static IllegalArgumentException missing(Calendar calendar, Grain grain) {
        return new IllegalArgumentException("the calendar " + calendar.name() + " has no " + grain + "s");
    }
}

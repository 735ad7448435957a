package org.kpilang.model.internal;

import org.kpilang.time.Calendar;

/** Periods as they are written. */
final class Periods {

    private Periods() {}

    /** Whether a text is a period of a calendar. */
    static boolean isPeriod(String text, Calendar calendar) {
        try {
            calendar.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

package org.kpilang.dsl.internal.testfile;

import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Reads periods of a calendar. */
final class Periods {

    private Periods() {}

    /**
     * The period of a word, or null if it is none.
     *
     * @param grain which grain is wanted, or null for any
     */
    static @Nullable Period of(Word word, @Nullable Grain grain, Calendar calendar, Problems problems) {
        String message;
        try {
            Period period = calendar.parse(word.text());
            if (grain == null || period.grain() == grain) {
                return period;
            }
            message = word.shown() + " is a " + period.grain() + ", not a " + grain;
        } catch (IllegalArgumentException e) {
            message = String.valueOf(e.getMessage());
        } catch (ArithmeticException e) {
            message = word.shown() + " is too far away";
        }
        problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, word.span(), message, null);
        return null;
    }
}

package org.kpilang.dsl.internal.testfile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Lengths of time as they are written. */
final class Grains {

    private Grains() {}

    /** The grain of a word, {@code month} or {@code months}. */
    static Optional<Grain> of(String word) {
        return Arrays.stream(Grain.values())
                .filter(grain -> word.equals(grain.word()) || word.equals(grain.word() + "s")).findFirst();
    }

    /** The period of numbers of which no period is said: a year of 365 days. */
    static Period someYear(Calendar calendar) {
        return calendar.period(Grain.YEAR, LocalDate.of(2001, 6, 30));
    }
}

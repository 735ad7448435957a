package org.kpilang.time;

import java.time.LocalDate;
import java.time.Month;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Calendars, days and windows to try things on. */
final class Calendars {

    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    private Calendars() {}

    static Arbitrary<Calendar> all() {
        return Arbitraries.oneOf(Arbitraries.just(GregorianCalendar.INSTANCE),
                Combinators.combine(Arbitraries.of(Month.class), Arbitraries.of(FiscalCalendar.Naming.class))
                        .as(FiscalCalendar::of));
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    static Arbitrary<Period> periods() {
        return Combinators.combine(all(), Arbitraries.of(Grain.class), days()).as(Calendar::period);
    }

    static Arbitrary<Window> windows() {
        return Combinators.combine(periods(), Arbitraries.integers().between(0, 60))
                .as((first, more) -> new Window(first.calendar(), first.grain(), first.ordinal(), first.ordinal() + more));
    }

    /** A calendar with the numbering of another one, but with nothing overridden that an interface default can do. */
    record Plain(Calendar calendar) implements Calendar {

        @Override
        public String name() {
            return calendar.name();
        }

        @Override
        public int ordinal(Grain grain, LocalDate day) {
            return calendar.ordinal(grain, day);
        }

        @Override
        public LocalDate firstDay(Grain grain, int ordinal) {
            return calendar.firstDay(grain, ordinal);
        }

        @Override
        public boolean nests(Grain fine, Grain coarse) {
            return calendar.nests(fine, coarse);
        }

        @Override
        public int ratio(Grain fine, Grain coarse) {
            return calendar.ratio(fine, coarse);
        }

        @Override
        public String label(Grain grain, int ordinal) {
            return calendar.label(grain, ordinal);
        }

        @Override
        public Period parse(String text) {
            return calendar.parse(text);
        }
    }
}

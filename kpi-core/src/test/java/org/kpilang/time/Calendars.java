package org.kpilang.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.kpilang.time.FiscalCalendar.Naming;

/** Calendars, days and windows to try things on. The laws of time are tested for every calendar that is listed here. */
final class Calendars {

    static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    static final LocalDate LAST = LocalDate.of(2100, 12, 31);

    /** Add a calendar here, and the laws of time are tested for it. */
    static final List<Calendar> ALL = List.of(
            GregorianCalendar.INSTANCE,
            FiscalCalendar.of(Month.APRIL, Naming.BY_END),
            FiscalCalendar.of(Month.DECEMBER, Naming.BY_START),
            IsoWeekCalendar.INSTANCE,
            FiscalWeekCalendar.of(YearDivision.FOUR_FIVE_FOUR, YearEnd.nearest(DayOfWeek.SATURDAY, Month.JANUARY),
                    Naming.BY_START),
            FiscalWeekCalendar.of(YearDivision.FOUR_FOUR_FIVE, YearEnd.last(DayOfWeek.SATURDAY, Month.SEPTEMBER),
                    Naming.BY_END),
            FiscalWeekCalendar.of(YearDivision.FIVE_FOUR_FOUR, YearEnd.nearest(DayOfWeek.FRIDAY, Month.DECEMBER),
                    Naming.BY_START).leapWeekIn(2),
            FiscalWeekCalendar.of(YearDivision.THIRTEEN_OF_FOUR, YearEnd.nearest(DayOfWeek.SUNDAY, Month.AUGUST),
                    Naming.BY_END),
            tableOf(FiscalWeekCalendar.of(YearDivision.FOUR_FOUR_FIVE, YearEnd.last(DayOfWeek.SATURDAY, Month.JUNE),
                    Naming.BY_END).leapWeekIn(11), 12, 0),
            tableOf(GregorianCalendar.INSTANCE, 12, 15));

    private Calendars() {}

    /** A table of some centuries of the months of another calendar, or of months that start so many days later. */
    private static Calendar tableOf(Calendar calendar, int months, int daysLater) {
        List<TableCalendar.MonthStart> rows = IntStream.range(1800 * months, 2260 * months)
                .mapToObj(month -> new TableCalendar.MonthStart(Math.floorDiv(month, months), month % months + 1,
                        calendar.firstDay(Grain.MONTH, month).plusDays(daysLater)))
                .toList();
        return TableCalendar.of(rows, calendar.firstDay(Grain.MONTH, 2260 * months).plusDays(daysLater));
    }

    static Arbitrary<Calendar> all() {
        return Arbitraries.oneOf(Arbitraries.of(ALL), ofGregorianMonths(), ofFiscalWeeks());
    }

    private static Arbitrary<Calendar> ofFiscalWeeks() {
        Arbitrary<YearEnd> ends = Combinators.combine(Arbitraries.of(DayOfWeek.class), Arbitraries.of(YearEnd.Rule.class),
                Arbitraries.of(Month.class)).as(YearEnd::new);
        return Combinators.combine(Arbitraries.of(YearDivision.class), ends, Arbitraries.of(Naming.class),
                Arbitraries.integers().between(1, 12))
                .as((division, end, naming, leap) -> FiscalWeekCalendar.of(division, end, naming).leapWeekIn(leap));
    }

    static Arbitrary<Calendar> ofGregorianMonths() {
        return Arbitraries.oneOf(Arbitraries.just(GregorianCalendar.INSTANCE),
                Combinators.combine(Arbitraries.of(Month.class), Arbitraries.of(Naming.class)).as(FiscalCalendar::of));
    }

    static List<Grain> grains(Calendar calendar) {
        return Arrays.stream(Grain.values()).filter(grain -> calendar.nests(grain, grain)).toList();
    }

    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    static Arbitrary<Period> periods() {
        return all().flatMap(Calendars::periods);
    }

    static Arbitrary<Period> periods(Calendar calendar) {
        return Combinators.combine(Arbitraries.of(grains(calendar)), days()).as(calendar::period);
    }

    static Arbitrary<Window> windows() {
        return all().flatMap(Calendars::windows);
    }

    static Arbitrary<Window> windows(Calendar calendar) {
        return Combinators.combine(periods(calendar), Arbitraries.integers().between(0, 60))
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

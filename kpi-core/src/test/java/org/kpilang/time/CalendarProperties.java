package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoField;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.kpilang.time.FiscalCalendar.Naming;

class CalendarProperties {

    @Provide
    Arbitrary<Calendar> calendars() {
        return Calendars.all();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Calendars.days();
    }

    @Provide
    Arbitrary<Period> periods() {
        return Calendars.periods();
    }

    @Test
    void everyDayOfTwoCenturiesIsInsideItsPeriodsAndPeriodsFollowEachOther() {
        for (Calendar calendar : new Calendar[] {GregorianCalendar.INSTANCE, FiscalCalendar.of(Month.APRIL, Naming.BY_END),
            FiscalCalendar.of(Month.DECEMBER, Naming.BY_START)}) {
            for (Grain grain : Grain.values()) {
                LocalDate next = calendar.firstDay(grain, calendar.ordinal(grain, Calendars.FIRST));
                int last = calendar.ordinal(grain, Calendars.LAST);
                for (int ordinal = calendar.ordinal(grain, Calendars.FIRST); ordinal <= last; ordinal++) {
                    assertThat(calendar.firstDay(grain, ordinal)).isEqualTo(next);
                    LocalDate end = calendar.lastDay(grain, ordinal);
                    assertThat(calendar.ordinal(grain, next)).isEqualTo(ordinal);
                    assertThat(calendar.ordinal(grain, end)).isEqualTo(ordinal);
                    assertThat(calendar.parse(calendar.label(grain, ordinal)))
                            .isEqualTo(new Period(calendar, grain, ordinal));
                    next = end.plusDays(1);
                }
            }
        }
    }

    @Property
    void aLabelReadsBack(@ForAll("periods") Period period) {
        assertThat(period.calendar().parse(period.toString())).isEqualTo(period);
    }

    @Property
    void monthsAndWeeksAreThoseOfJavaTime(@ForAll("calendars") Calendar calendar, @ForAll("days") LocalDate day) {
        assertThat(calendar.period(Grain.MONTH, day).window().firstDay()).isEqualTo(day.withDayOfMonth(1));
        assertThat(calendar.period(Grain.MONTH, day).window().days()).isEqualTo(day.lengthOfMonth());
        assertThat(calendar.period(Grain.WEEK, day).window().firstDay())
                .isEqualTo(day.with(ChronoField.DAY_OF_WEEK, 1));
        assertThat(calendar.ordinal(Grain.DAY, day)).isEqualTo((int) day.toEpochDay());
    }

    @Property
    void theShortWaysAgreeWithTheDefaults(@ForAll("periods") Period period, @ForAll Grain other) {
        Calendar calendar = period.calendar();
        Calendar plain = new Calendars.Plain(calendar);
        Grain grain = period.grain();
        int ordinal = period.ordinal();
        assertThat(calendar.lastDay(grain, ordinal)).isEqualTo(plain.lastDay(grain, ordinal));
        if (calendar.nests(other, grain)) {
            assertThat(calendar.firstWithin(grain, ordinal, other)).isEqualTo(plain.firstWithin(grain, ordinal, other));
            assertThat(calendar.lastWithin(grain, ordinal, other)).isEqualTo(plain.lastWithin(grain, ordinal, other));
        }
        if (calendar.nests(grain, other)) {
            assertThat(calendar.enclosing(grain, ordinal, other)).isEqualTo(plain.enclosing(grain, ordinal, other));
        }
    }

    @Property
    void aPeriodIsMadeOfWholeFinerOnes(@ForAll("periods") Period period, @ForAll Grain fine) {
        Calendar calendar = period.calendar();
        if (!calendar.nests(fine, period.grain())) {
            return;
        }
        int first = calendar.firstWithin(period.grain(), period.ordinal(), fine);
        int last = calendar.lastWithin(period.grain(), period.ordinal(), fine);
        assertThat(calendar.firstDay(fine, first)).isEqualTo(period.window().firstDay());
        assertThat(calendar.lastDay(fine, last)).isEqualTo(period.window().lastDay());
        assertThat(calendar.enclosing(fine, first, period.grain())).isEqualTo(period.ordinal());
        assertThat(calendar.enclosing(fine, last, period.grain())).isEqualTo(period.ordinal());
        int ratio = calendar.ratio(fine, period.grain());
        if (ratio > 0) {
            assertThat(last - first + 1).isEqualTo(ratio);
        }
    }
}

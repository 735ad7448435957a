package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of windows, in every calendar of {@link Calendars#ALL}. */
class WindowProperties {

    @Provide
    Arbitrary<Window> windows() {
        return Calendars.windows();
    }

    @Provide
    Arbitrary<Window> gregorianWindows() {
        return Calendars.ofGregorianMonths().flatMap(Calendars::windows);
    }

    /** Not more than 40 years, so that no move leaves the calendars that end. */
    @Provide
    Arbitrary<Integer> counts() {
        return Arbitraries.integers().between(-40, 40);
    }

    private static boolean counts(Window window, Grain unit) {
        return window.calendar().ratio(window.grain(), unit) > 0;
    }

    @Property
    void movesAddUpAtTheGrainOfPeriods(@ForAll("windows") Window window, @ForAll Grain unit,
            @ForAll("counts") int first, @ForAll("counts") int second) {
        Assume.that(counts(window, unit));
        assertThat(window.back(first, unit).back(second, unit)).isEqualTo(window.back(first + second, unit));
        assertThat(window.back(first, unit).length()).isEqualTo(window.length());
    }

    @Property
    void movesByFinerUnitsAddUpToo(@ForAll("windows") Window window, @ForAll Grain unit,
            @ForAll("counts") int first, @ForAll("counts") int second) {
        Assume.that(window.calendar().nests(unit, window.grain()));
        assertThat(window.back(first, unit).in(unit).back(second, unit))
                .isEqualTo(window.back(first + second, unit).in(unit));
    }

    /** Conservation: the moves of the periods of a run are the periods of the moved run, each exactly once. */
    @Property
    void movingPeriodByPeriodIsMovingTheRun(@ForAll("windows") Window window, @ForAll Grain unit,
            @ForAll("counts") int count) {
        Assume.that(counts(window, unit));
        Window moved = window.back(count, unit);
        for (int i = 0; i < window.length(); i++) {
            Window period = new Window(window.calendar(), window.grain(), window.first() + i, window.first() + i);
            assertThat(period.back(count, unit).first()).isEqualTo(moved.first() + i);
        }
    }

    @Property
    void daysMoveByMonthsAsInJavaTime(@ForAll("gregorianWindows") Window window,
            @ForAll @IntRange(min = -300, max = 300) int months) {
        Window day = new Window(window.calendar(), Grain.DAY, window.in(Grain.DAY).first(), window.in(Grain.DAY).first());
        assertThat(day.back(months, Grain.MONTH).firstDay()).isEqualTo(day.firstDay().minusMonths(months));
        assertThat(day.back(months, Grain.YEAR).lastDay()).isEqualTo(day.firstDay().minusYears(months));
    }

    @Property
    void wholeLongerPeriodsMoveAsThose(@ForAll("windows") Window window, @ForAll("counts") int count) {
        Calendar calendar = window.calendar();
        Assume.that(window.grain().compareTo(Grain.MONTH) >= 0);
        for (Grain unit : Calendars.grains(calendar)) {
            for (Grain fine : Calendars.grains(calendar)) {
                if (calendar.nests(window.grain(), unit) && calendar.nests(fine, window.grain())) {
                    assertThat(window.in(fine).back(count, unit)).isEqualTo(window.back(count, unit).in(fine));
                }
            }
        }
    }

    @Property
    void whatKeepsItsPlaceStaysInOrder(@ForAll("windows") Window window, @ForAll Grain unit,
            @ForAll("counts") int count) {
        Assume.that(window.calendar().nests(window.grain(), unit));
        Window moved = window.back(count, unit);
        int from = window.calendar().enclosing(window.grain(), window.last(), unit);
        assertThat(moved.calendar().enclosing(moved.grain(), moved.last(), unit)).isEqualTo(from - count);
        if (window.length() == 1) {
            assertThat(moved.length()).isEqualTo(1);
        }
    }

    @Property
    void theLastUnitsEndWithTheWindowAndStartAfterTheEndMovedBack(@ForAll("windows") Window window, @ForAll Grain unit,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        Assume.that(window.calendar().nests(unit, unit));
        Window last = window.last(count, unit);
        assertThat(last.lastDay()).isEqualTo(window.lastDay());
        assertThat(last.opening().last())
                .isEqualTo(window.in(last.grain()).lastPeriod().window().back(count, unit).last());
        if (counts(window, unit)) {
            assertThat(last.length()).isEqualTo(count * window.calendar().ratio(window.grain(), unit));
        }
    }

    @Property
    void theLastUnitsOfADayAreThoseOfJavaTime(@ForAll("gregorianWindows") Window window,
            @ForAll @IntRange(min = 1, max = 60) int count) {
        Window days = window.in(Grain.DAY);
        LocalDate end = window.lastDay();
        assertThat(days.last(count, Grain.MONTH).firstDay()).isEqualTo(end.minusMonths(count).plusDays(1));
        assertThat(days.last(count, Grain.QUARTER).firstDay()).isEqualTo(end.minusMonths(3L * count).plusDays(1));
        assertThat(days.last(count, Grain.YEAR).firstDay()).isEqualTo(end.minusYears(count).plusDays(1));
    }

    @Property
    void toDateAndTheRestAreTheWhole(@ForAll("windows") Window window, @ForAll Grain unit) {
        Assume.that(window.calendar().nests(window.grain(), unit));
        Window toDate = window.toDate(unit);
        Window whole = window.whole(unit).in(window.grain());
        assertThat(toDate.first()).isEqualTo(whole.first());
        assertThat(toDate.last()).isEqualTo(window.last());
        int rest = whole.last() - window.last();
        assertThat(toDate.length() + rest).isEqualTo(whole.length());
        assertThat(toDate.firstDay()).isEqualTo(window.whole(unit).firstDay());
        assertThat(rest).isNotNegative();
    }

    @Property
    void theWindowBeforeEndsWhereThisOneStarts(@ForAll("windows") Window window) {
        assertThat(window.previous().length()).isEqualTo(window.length());
        assertThat(window.previous().lastDay().plusDays(1)).isEqualTo(window.firstDay());
        assertThat(window.opening().lastDay()).isEqualTo(window.previous().lastDay());
        assertThat(window.opening().length()).isEqualTo(1);
        assertThat(window.previous()).isEqualTo(window.back(window.length(), window.grain()));
    }

    @Property
    void movingAndGoingBeforeCommute(@ForAll("windows") Window window, @ForAll Grain unit, @ForAll("counts") int count) {
        Assume.that(counts(window, unit));
        assertThat(window.previous().back(count, unit)).isEqualTo(window.back(count, unit).previous());
        assertThat(window.opening().back(count, unit)).isEqualTo(window.back(count, unit).opening());
    }

    @Property
    void finerGrainsCoverTheSameDays(@ForAll("windows") Window window, @ForAll Grain fine) {
        Assume.that(window.calendar().nests(fine, window.grain()));
        assertThat(window.in(fine).firstDay()).isEqualTo(window.firstDay());
        assertThat(window.in(fine).lastDay()).isEqualTo(window.lastDay());
        assertThat(window.in(fine).days()).isEqualTo(window.days());
    }

    @Property
    void anyMoveGivesAWindowOrOneOfTwoExceptions(@ForAll("windows") Window window, @ForAll Grain unit, @ForAll int count) {
        try {
            assertThat(window.back(count, unit).length()).isPositive();
            assertThat(window.last(count, unit).lastDay()).isEqualTo(window.lastDay());
        } catch (ArithmeticException | IllegalArgumentException e) {
            // The compiler of the JVM may throw the overflow without its message once the code is hot.
            assertThat(String.valueOf(e.getMessage())).matches("null|(integer|long) overflow|a window of -?\\d+ [a-z]+s"
                    + "|the calendar .+ has no [a-z]+s|.+ is outside the calendar .+");
        }
    }
}

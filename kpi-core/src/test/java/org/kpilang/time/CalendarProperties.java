package org.kpilang.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of time, for every calendar of {@link Calendars#ALL}. */
class CalendarProperties {

    @Provide
    Arbitrary<Calendar> calendars() {
        return Calendars.all();
    }

    @Provide
    Arbitrary<Calendar> calendarsOfGregorianMonths() {
        return Calendars.ofGregorianMonths();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Calendars.days();
    }

    @Provide
    Arbitrary<Period> periods() {
        return Calendars.periods();
    }

    static List<Calendar> everyCalendar() {
        return Calendars.ALL;
    }

    @ParameterizedTest
    @MethodSource("everyCalendar")
    void everyDayOfTwoCenturiesIsInsideItsPeriodsAndPeriodsFollowEachOther(Calendar calendar) {
        for (Grain grain : Calendars.grains(calendar)) {
            LocalDate next = calendar.firstDay(grain, calendar.ordinal(grain, Calendars.FIRST));
            int last = calendar.ordinal(grain, Calendars.LAST);
            for (int ordinal = calendar.ordinal(grain, Calendars.FIRST); ordinal <= last; ordinal++) {
                assertThat(calendar.firstDay(grain, ordinal)).isEqualTo(next);
                LocalDate end = calendar.lastDay(grain, ordinal);
                assertThat(end).isAfterOrEqualTo(next);
                assertThat(calendar.ordinal(grain, next)).isEqualTo(ordinal);
                assertThat(calendar.ordinal(grain, end)).isEqualTo(ordinal);
                assertThat(calendar.parse(calendar.label(grain, ordinal)))
                        .isEqualTo(new Period(calendar, grain, ordinal));
                next = end.plusDays(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCalendar")
    void grainsNestInOrder(Calendar calendar) {
        assertThat(Calendars.grains(calendar)).contains(Grain.DAY, Grain.YEAR);
        for (Grain fine : Grain.values()) {
            for (Grain coarse : Grain.values()) {
                boolean nests = calendar.nests(fine, coarse);
                assertThat(calendar.ratio(fine, coarse)).isNotNegative();
                if (nests) {
                    assertThat(Calendars.grains(calendar)).contains(fine, coarse);
                    assertThat(fine).isLessThanOrEqualTo(coarse);
                } else {
                    assertThat(calendar.ratio(fine, coarse)).isZero();
                    refuses(calendar, fine, coarse);
                }
                for (Grain coarsest : Grain.values()) {
                    if (nests && calendar.nests(coarse, coarsest)) {
                        assertThat(calendar.nests(fine, coarsest)).isTrue();
                        int product = calendar.ratio(fine, coarse) * calendar.ratio(coarse, coarsest);
                        assertThat(calendar.ratio(fine, coarsest)).matches(ratio -> product == 0 || ratio == product);
                    }
                }
            }
        }
    }

    private static void refuses(Calendar calendar, Grain fine, Grain coarse) {
        String words = "(the calendar .+ has no [a-z]+|a [a-z]+ is not made of whole [a-z]+ in the calendar .+)";
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.enclosing(fine, 0, coarse))
                .withMessageMatching(words);
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.firstWithin(coarse, 0, fine))
                .withMessageMatching(words);
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.lastWithin(coarse, 0, fine))
                .withMessageMatching(words);
        if (fine == coarse) {
            String missing = "the calendar " + calendar.name() + " has no " + fine + "s";
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.ordinal(fine, Calendars.LAST)).withMessage(missing);
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.firstDay(fine, 0)).withMessage(missing);
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.label(fine, 0)).withMessage(missing);
        }
    }

    @ParameterizedTest
    @MethodSource("everyCalendar")
    void whatIsNoPeriodIsRefusedWithWhatIs(Calendar calendar) {
        for (String text : List.of("", "24", "yesterday", "2024-7", "2024-07-1", "07/2024", "2024-W1", "-2024", "٢٠٢٤",
                "2024-Q0", "2024-Q5", "2024-W00", "2024-W54", "2024-M00", "2024-M14", "2023-02-29")) {
            assertThatIllegalArgumentException().isThrownBy(() -> calendar.parse(text)).withMessageContaining("`" + text + "`");
        }
    }

    @Property
    void aLabelReadsBack(@ForAll("periods") Period period) {
        assertThat(period.calendar().parse(period.toString())).isEqualTo(period);
    }

    @Property
    void daysAreEpochDays(@ForAll("calendars") Calendar calendar, @ForAll("days") LocalDate day) {
        assertThat(calendar.ordinal(Grain.DAY, day)).isEqualTo((int) day.toEpochDay());
        assertThat(calendar.label(Grain.DAY, calendar.ordinal(Grain.DAY, day))).isEqualTo(day.toString());
    }

    @Property
    void gregorianMonthsAndWeeksAreThoseOfJavaTime(@ForAll("calendarsOfGregorianMonths") Calendar calendar,
            @ForAll("days") LocalDate day) {
        assertThat(calendar.period(Grain.MONTH, day).window().firstDay()).isEqualTo(day.withDayOfMonth(1));
        assertThat(calendar.period(Grain.MONTH, day).window().days()).isEqualTo(day.lengthOfMonth());
        assertThat(calendar.period(Grain.WEEK, day).window().firstDay())
                .isEqualTo(day.with(ChronoField.DAY_OF_WEEK, 1));
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
        Assume.that(calendar.nests(fine, period.grain()));
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

    /** A ratio of 0 says that the number changes; a fixed one must not be kept secret. */
    @ParameterizedTest
    @MethodSource("everyCalendar")
    void whatHasNoRatioHasSeveralLengths(Calendar calendar) {
        for (Grain coarse : Calendars.grains(calendar)) {
            for (Grain fine : Calendars.grains(calendar)) {
                if (calendar.nests(fine, coarse)) {
                    int first = calendar.ordinal(coarse, LocalDate.of(1980, 6, 1));
                    int last = calendar.ordinal(coarse, LocalDate.of(2060, 6, 1));
                    long lengths = IntStream.rangeClosed(first, last)
                            .map(ordinal -> new Period(calendar, coarse, ordinal).window().in(fine).length())
                            .distinct().count();
                    assertThat(lengths == 1).as(fine + "s in a " + coarse).isEqualTo(calendar.ratio(fine, coarse) > 0);
                }
            }
        }
    }

    @Property
    void aPeriodKeepsItsPlaceOrTakesTheLast(@ForAll("periods") Period period, @ForAll Grain coarse,
            @ForAll @IntRange(min = -40, max = 40) int count) {
        Calendar calendar = period.calendar();
        Grain grain = period.grain();
        Assume.that(calendar.nests(grain, coarse));
        int from = calendar.enclosing(grain, period.ordinal(), coarse);
        int moved = calendar.plus(grain, period.ordinal(), count, coarse);
        assertThat(calendar.enclosing(grain, moved, coarse)).isEqualTo(from + count);
        int place = period.ordinal() - calendar.firstWithin(coarse, from, grain);
        int newPlace = moved - calendar.firstWithin(coarse, from + count, grain);
        if (newPlace != place) {
            assertThat(newPlace).isLessThan(place);
            assertThat(moved).isEqualTo(calendar.lastWithin(coarse, from + count, grain));
        }
    }
}

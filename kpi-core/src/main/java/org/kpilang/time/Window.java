package org.kpilang.time;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A run of whole periods of one grain, first and last inclusive. Moving and widening a window counts periods, not days:
 * one year before the month 2024-02 is the month 2023-02.
 *
 * <p>Where the unit of a move is no fixed number of the window's periods, such as days moved by months or weeks by
 * years, the first and the last period move separately, and each keeps its place: a day its place in its month, a week
 * its number in its year. A place that does not exist becomes the last one, 31 the 30th, and week 53 week 52. A window
 * that is exactly a run of whole longer periods, such as days that are whole months, is moved as those. A period that
 * has become another one does not remember: 31 October back by one month and forward by one is 30 October. So add up
 * moves that follow each other first.
 *
 * <p>A window that would reach beyond the ordinals of its calendar, or be longer than an int can say, is an
 * {@link ArithmeticException}. A move that the calendar cannot make is an {@link IllegalArgumentException}.
 */
public record Window(Calendar calendar, Grain grain, int first, int last) {

    private static final List<Grain> LONGER = List.of(Grain.YEAR, Grain.QUARTER, Grain.MONTH);

    public Window {
        Objects.requireNonNull(calendar, "calendar is null");
        Objects.requireNonNull(grain, "grain is null");
        if (last < first) {
            throw new IllegalArgumentException("a window ends before it starts: " + first + " to " + last);
        }
        Math.addExact(Math.subtractExact(last, first), 1);
    }

    /** How many periods of its own grain the window has. */
    public int length() {
        return last - first + 1;
    }

    public Period firstPeriod() {
        return new Period(calendar, grain, first);
    }

    public Period lastPeriod() {
        return new Period(calendar, grain, last);
    }

    public LocalDate firstDay() {
        return calendar.firstDay(grain, first);
    }

    public LocalDate lastDay() {
        return calendar.lastDay(grain, last);
    }

    /** The number of days in it. */
    public int days() {
        return Math.toIntExact(lastDay().toEpochDay() - firstDay().toEpochDay() + 1);
    }

    /**
     * The same window in periods of a finer grain.
     *
     * @throws IllegalArgumentException if periods of this grain are not made of whole periods of the other
     */
    public Window in(Grain fine) {
        if (fine == grain) {
            return this;
        }
        Nesting.require(calendar, fine, grain);
        return new Window(calendar, fine, calendar.firstWithin(grain, first, fine),
                calendar.lastWithin(grain, last, fine));
    }

    /**
     * The same window, moved back by a number of units, or forward if negative.
     *
     * @throws IllegalArgumentException if the calendar does not know the unit
     */
    public Window back(int count, Grain unit) {
        int perUnit = calendar.ratio(grain, unit);
        if (perUnit > 0) {
            return moved(Math.negateExact(Math.multiplyExact(count, perUnit)));
        }
        int perPeriod = calendar.ratio(unit, grain);
        if (perPeriod > 0 && count % perPeriod == 0) {
            return moved(Math.negateExact(count / perPeriod));
        }
        if (calendar.nests(unit, grain)) {
            return in(unit).back(count, unit);
        }
        if (hasPlaceIn(unit)) {
            return keepingPlace(count, unit);
        }
        Nesting.require(calendar, Grain.DAY, unit);
        return in(Grain.DAY).back(count, unit);
    }

    /** The window of the same length just before this one. */
    public Window previous() {
        return moved(-length());
    }

    /** The period just before the window, of the window's own grain. */
    public Window opening() {
        int before = Math.subtractExact(first, 1);
        return new Window(calendar, grain, before, before);
    }

    /**
     * The window of so many units that ends with this one. For days and units of changing length it starts on the day
     * after the end moved back: two months to 1 April are 2 February to 1 April.
     *
     * @throws IllegalArgumentException if the calendar does not know the unit, or the count is not positive
     */
    public Window last(int count, Grain unit) {
        if (count < 1) {
            throw new IllegalArgumentException("a window of " + count + " " + unit + "s");
        }
        int perUnit = calendar.ratio(grain, unit);
        if (perUnit > 0) {
            return new Window(calendar, grain,
                    Math.subtractExact(last, Math.multiplyExact(count, perUnit) - 1), last);
        }
        int perPeriod = calendar.ratio(unit, grain);
        if (perPeriod > 0 && count % perPeriod == 0) {
            return new Window(calendar, grain, Math.subtractExact(last, count / perPeriod - 1), last);
        }
        if (calendar.nests(unit, grain)) {
            return in(unit).last(count, unit);
        }
        if (hasPlaceIn(unit)) {
            int before = new Window(calendar, grain, last, last).back(count, unit).last;
            return new Window(calendar, grain, Math.addExact(before, 1), last);
        }
        Nesting.require(calendar, Grain.DAY, unit);
        return in(Grain.DAY).last(count, unit);
    }

    /**
     * From the start of the unit that encloses the window's end, to that end. Where the unit is not made of whole
     * periods of this grain, as a year is not of weeks, the window is one of days.
     *
     * @throws IllegalArgumentException if the calendar does not know the unit
     */
    public Window toDate(Grain unit) {
        Window whole = whole(unit);
        if (calendar.nests(unit, grain)) {
            return whole;
        } else if (!calendar.nests(grain, unit)) {
            return in(Grain.DAY).toDate(unit);
        }
        return new Window(calendar, grain, whole.in(grain).first, last);
    }

    /**
     * The unit that encloses the window's end; of several inside the last period, the last one.
     *
     * @throws IllegalArgumentException if neither is made of whole periods of the other
     */
    public Window whole(Grain unit) {
        if (calendar.nests(unit, grain)) {
            int end = in(unit).last;
            return new Window(calendar, unit, end, end);
        } else if (grain != Grain.DAY && !calendar.nests(grain, unit) && calendar.nests(Grain.DAY, unit)) {
            return in(Grain.DAY).whole(unit);
        }
        Nesting.require(calendar, grain, unit);
        int enclosing = calendar.enclosing(grain, last, unit);
        return new Window(calendar, unit, enclosing, enclosing);
    }

    private Window moved(int periods) {
        return new Window(calendar, grain, Math.addExact(first, periods), Math.addExact(last, periods));
    }

    /** Whether a period of this grain has a place in a unit that it can keep; weeks are numbered within all years. */
    private boolean hasPlaceIn(Grain unit) {
        return calendar.nests(grain, unit) || grain == Grain.WEEK && unit == Grain.YEAR;
    }

    private Window keepingPlace(int count, Grain unit) {
        for (Grain longer : LONGER) {
            if (calendar.nests(longer, unit) && isRunOf(longer)) {
                return enclosing(longer).back(count, unit).in(grain);
            }
        }
        return new Window(calendar, grain, periodBack(first, count, unit), periodBack(last, count, unit));
    }

    private boolean isRunOf(Grain longer) {
        return longer.compareTo(grain) > 0 && calendar.nests(grain, longer) && enclosing(longer).in(grain).equals(this);
    }

    private Window enclosing(Grain coarse) {
        return new Window(calendar, coarse, calendar.enclosing(grain, first, coarse),
                calendar.enclosing(grain, last, coarse));
    }

    private int periodBack(int ordinal, int count, Grain unit) {
        if (grain == Grain.DAY) {
            return dayBack(ordinal, count, unit);
        }
        return calendar.plus(grain, ordinal, Math.negateExact(count), unit);
    }

    /**
     * A day keeps its place in its month, which moves; in its week, where years are not made of months. It takes the
     * last day where the place of the day, or that of the month, does not exist.
     */
    private int dayBack(int day, int count, Grain unit) {
        Grain carrier = calendar.nests(Grain.MONTH, unit) ? Grain.MONTH : Grain.WEEK;
        int from = calendar.enclosing(Grain.DAY, day, carrier);
        int to = new Window(calendar, carrier, from, from).back(count, unit).first;
        int start = calendar.firstWithin(carrier, to, Grain.DAY);
        int end = calendar.lastWithin(carrier, to, Grain.DAY);
        return place(carrier, to, unit) < place(carrier, from, unit) ? end
                : Math.min(start + place(Grain.DAY, day, carrier), end);
    }

    private int place(Grain fine, int ordinal, Grain coarse) {
        return ordinal - calendar.firstWithin(coarse, calendar.enclosing(fine, ordinal, coarse), fine);
    }

    /** The window as it is written: {@code 2024-01 to 2024-12}, or one period alone. */
    @Override
    public String toString() {
        return first == last ? calendar.label(grain, first)
                : calendar.label(grain, first) + " to " + calendar.label(grain, last);
    }
}

package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * The selectors of time between the window that is asked about and a leaf, the outermost first. Shifts that follow each
 * other are added up, before any date is touched.
 */
public record TimePath(List<Selector> selectors) {

    static final TimePath NONE = new TimePath(List.of());

    private static final int DAYS_OF_52_WEEKS = 364;

    public TimePath {
        selectors = List.copyOf(selectors);
    }

    /** This path and then, nearer to the leaf, one more selector. */
    TimePath then(Selector selector, Calendar calendar) {
        List<Selector> longer = new ArrayList<>(selectors);
        if (selector instanceof Selector.Ago ago && !ago.sameWeekday() && !longer.isEmpty()
                && longer.get(longer.size() - 1) instanceof Selector.Ago before && !before.sameWeekday()) {
            PeriodUnit unit = common(before.unit(), ago.unit(), calendar);
            if (unit != null) {
                int count = Math.addExact(
                        Math.multiplyExact(before.count(), calendar.ratio(grain(unit), grain(before.unit()))),
                        Math.multiplyExact(ago.count(), calendar.ratio(grain(unit), grain(ago.unit()))));
                longer.set(longer.size() - 1, new Selector.Ago(count, unit, false));
                return new TimePath(longer);
            }
        }
        longer.add(selector);
        return new TimePath(longer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof TimePath that && selectors.equals(that.selectors);
    }

    @Override
    public int hashCode() {
        return selectors.hashCode();
    }

    /** The unit in which two shifts can be added, or null if neither is a fixed number of the other. */
    private static PeriodUnit common(PeriodUnit a, PeriodUnit b, Calendar calendar) {
        PeriodUnit finer = a.compareTo(b) <= 0 ? a : b;
        PeriodUnit coarser = finer == a ? b : a;
        return calendar.ratio(grain(finer), grain(coarser)) > 0 ? finer : null;
    }

    /** Where a window leads. */
    public Reach from(Window window) {
        Reach reach = new Reach(window, 1, 1);
        for (Selector selector : selectors) {
            reach = step(reach, selector);
        }
        return reach;
    }

    private static Reach step(Reach reach, Selector selector) {
        Window window = reach.window();
        if (selector instanceof Selector.Ago ago) {
            return reach.to(ago.sameWeekday() ? sameWeekday(window, ago.count())
                    : window.back(ago.count(), grain(ago.unit())));
        } else if (selector instanceof Selector.Previous) {
            return reach.to(window.previous());
        } else if (selector instanceof Selector.PreviousWhole previous) {
            return Reach.whole(window.whole(grain(previous.unit())).previous());
        } else if (selector instanceof Selector.Last last) {
            Window longer = window.last(last.count(), grain(last.unit()));
            return last.atLeast() == 0 ? Reach.whole(longer) : new Reach(longer, last.atLeast(), last.count());
        } else if (selector instanceof Selector.ToDate toDate) {
            return Reach.whole(window.toDate(grain(toDate.unit())));
        } else if (selector instanceof Selector.Whole whole) {
            return Reach.whole(window.whole(grain(whole.unit())));
        } else if (selector instanceof Selector.Opening) {
            return Reach.whole(window.opening());
        }
        throw new AssertionError(selector);
    }

    private static Window sameWeekday(Window window, int years) {
        Window whole = window.grain() == Grain.WEEK ? window : window.in(Grain.DAY);
        return whole.back(Math.multiplyExact(DAYS_OF_52_WEEKS, years), Grain.DAY);
    }

    public static Grain grain(PeriodUnit unit) {
        return Grain.valueOf(unit.name());
    }

    /**
     * A window, and how much of it must be known: {@code needed} of every {@code of} periods.
     */
    public record Reach(Window window, int needed, int of) {

        static Reach whole(Window window) {
            return new Reach(window, 1, 1);
        }

        Reach to(Window moved) {
            return new Reach(moved, needed, of);
        }

        /** How many known periods of a total are enough; at least 1. */
        public long enough(int total) {
            return Math.max(1, ((long) needed * total + of - 1) / of);
        }
    }
}

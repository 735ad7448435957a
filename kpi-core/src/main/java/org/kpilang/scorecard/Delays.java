package org.kpilang.scorecard;

import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;

/**
 * How old, in periods of the grain that is asked, what a selector or a stretch looks at is on average: two months for
 * {@code [2 months ago]}, five and a half for a mean over twelve. Infinite where it goes back without end.
 */
final class Delays {

    private static final double DAYS_OF_YEAR = 365.25;

    private final Calendar calendar;
    private final Grain grain;

    Delays(Calendar calendar, Grain grain) {
        this.calendar = calendar;
        this.grain = grain;
    }

    double of(List<Selector> selectors) {
        return selectors.stream().mapToDouble(this::of).sum();
    }

    private double of(Selector selector) {
        if (selector instanceof Selector.Ago ago) {
            return periods(ago.count(), ago.unit());
        } else if (selector instanceof Selector.Previous || selector instanceof Selector.Opening) {
            return 1;
        } else if (selector instanceof Selector.PreviousWhole previous) {
            return periods(1, previous.unit());
        } else if (selector instanceof Selector.Last last) {
            return ofWindow(periods(last.count(), last.unit()));
        } else if (selector instanceof Selector.ToDate toDate) {
            return ofGrowingWindow(periods(1, toDate.unit()));
        }
        // Slices do not move in time, and a whole unit lies as far ahead as it lies back.
        return 0;
    }

    double of(Statistic statistic) {
        if (statistic.stretch() instanceof Stretch.Periods stretch) {
            return ofWindow(periods(stretch.count(), stretch.unit()));
        } else if (statistic.stretch() instanceof Stretch.ToDate stretch) {
            return ofGrowingWindow(periods(1, stretch.unit()));
        }
        return statistic.function().equals("ewma") && !statistic.arguments().isEmpty()
                ? ofSmoothing(statistic.arguments().get(0)) : Double.POSITIVE_INFINITY;
    }

    /** The mean age of values that are smoothed exponentially, over so many periods or with so much weight. */
    private static double ofSmoothing(Expression smoothing) {
        if (!(smoothing instanceof NumberLiteral number) || number.doubleValue() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double value = number.doubleValue();
        return number.suffix() == NumberLiteral.Suffix.PERCENT || value < 1 ? (1 - value) / value : (value - 1) / 2;
    }

    private static double ofWindow(double periods) {
        return Math.max(0, (periods - 1) / 2);
    }

    /** A window that grows from one period to so many is half as long on average. */
    private static double ofGrowingWindow(double periods) {
        return ofWindow((periods + 1) / 2);
    }

    /** A length of time in periods; by days where no whole number of one makes the other. */
    double periods(int count, PeriodUnit unit) {
        Grain other = Grain.valueOf(unit.name());
        int finer = calendar.ratio(grain, other);
        int coarser = finer > 0 ? 0 : calendar.ratio(other, grain);
        return finer > 0 ? (double) count * finer : coarser > 0 ? (double) count / coarser
                : count * days(other) / days(grain);
    }

    private static double days(Grain grain) {
        return switch (grain) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> DAYS_OF_YEAR / 12;
            case QUARTER -> DAYS_OF_YEAR / 4;
            case YEAR -> DAYS_OF_YEAR;
        };
    }
}

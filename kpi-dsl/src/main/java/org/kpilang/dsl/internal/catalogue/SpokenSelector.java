package org.kpilang.dsl.internal.catalogue;

import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Stretch;

/** Windows, slices and statistics in words. */
final class SpokenSelector {

    private SpokenSelector() {}

    /** What stands behind the thing that is asked: {@code a year ago}, {@code of the last 12 months}. */
    static String of(Selector selector) {
        if (selector instanceof Selector.Ago ago) {
            return (ago.count() == 1 ? "a " + ago.unit().word() : ago.unit().count(ago.count())) + " ago"
                    + (ago.sameWeekday() ? ", on the same weekdays" : "");
        } else if (selector instanceof Selector.Previous) {
            return "of the period before";
        } else if (selector instanceof Selector.PreviousWhole previous) {
            return "of the " + previous.unit().word() + " before";
        } else if (selector instanceof Selector.Last last) {
            return "of " + last(last.count(), last.unit());
        } else if (selector instanceof Selector.ToDate toDate) {
            return "of the " + toDate.unit().word() + " to date";
        } else if (selector instanceof Selector.Whole whole) {
            return "of the whole " + whole.unit().word();
        } else if (selector instanceof Selector.Opening) {
            return "at the start";
        } else if (selector instanceof Selector.Slice slice) {
            return "where " + condition(slice.condition(), selector);
        }
        Selector.All all = (Selector.All) selector;
        return all.dimensions().isEmpty() ? "of the whole business"
                : "of all values of " + Words.list(all.dimensions()) + " together";
    }

    private static String condition(SliceCondition condition, Selector whole) {
        if (condition instanceof SliceCondition.Membership membership) {
            return membership.dimension() + (membership.negated() ? " is not " : " is ")
                    + String.join(" or ", membership.members().stream().map(member -> "“" + member + "”").toList());
        }
        String text = ExpressionPrinter.print(whole);
        return text.substring(1, text.length() - 1);
    }

    /** The periods of a statistic. */
    static String of(Stretch stretch) {
        if (stretch instanceof Stretch.Periods periods) {
            return last(periods.count(), periods.unit());
        } else if (stretch instanceof Stretch.ToDate toDate) {
            return "the " + toDate.unit().word() + " to date";
        }
        return "all periods";
    }

    private static String last(int count, PeriodUnit unit) {
        return "the last " + (count == 1 ? unit.word() : unit.count(count));
    }

    static String statistic(String function) {
        return switch (function) {
            case "avg" -> "the mean";
            case "min" -> "the lowest";
            case "max" -> "the highest";
            case "count" -> "the number of values";
            case "stddev" -> "the standard deviation";
            default -> "the " + function.replace('_', ' ');
        };
    }
}

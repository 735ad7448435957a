package org.kpilang.dsl.internal.catalogue;

import java.util.List;

/** Calls of functions in words. One that is not known here is called by its name. */
final class SpokenCall {

    private SpokenCall() {}

    /**
     * A call.
     *
     * @param parts   its arguments in words
     * @param isPlain whether the first of them is a single thing, behind which more words can stand
     */
    static String of(String function, List<String> parts, boolean isPlain) {
        return switch (function) {
            case "days", "weeks", "months", "quarters", "years" -> "the " + function + " of the window";
            case "workdays" -> "the working days of the window";
            case "opening" -> isPlain ? parts.get(0) + " at the start" : "the opening value of " + parts.get(0);
            case "closing" -> isPlain ? parts.get(0) + " at the end" : "the closing value of " + parts.get(0);
            case "average" -> isPlain ? parts.get(0) + " on average" : "the average of " + parts.get(0);
            case "growth" -> "the growth of " + parts.get(0) + " over " + parts.get(1);
            case "change_rate" -> "the change from " + parts.get(1) + " to " + parts.get(0)
                    + ", relative to the former";
            case "share" -> parts.get(0) + " as a share of its total"
                    + (parts.size() == 1 ? "" : " over " + Words.list(parts.subList(1, parts.size())));
            case "cagr" -> "the compound annual growth of " + parts.get(0) + " over " + parts.get(1);
            case "nps" -> parts.get(0) + " less " + parts.get(2) + ", as a percentage of both and " + parts.get(1);
            case "nps_margin" -> "the 95% margin of error of the score of " + Words.list(parts);
            case "abs" -> parts.get(0) + " without its sign";
            case "exp" -> "the exponential of " + parts.get(0);
            case "ln" -> "the natural logarithm of " + parts.get(0);
            case "sqrt" -> "the square root of " + parts.get(0);
            case "min" -> (parts.size() == 2 ? "the smaller of " : "the smallest of ") + Words.list(parts);
            case "max" -> (parts.size() == 2 ? "the larger of " : "the largest of ") + Words.list(parts);
            case "sum", "avg", "median", "stddev" -> SpokenSelector.statistic(function) + " of " + Words.list(parts);
            case "count" -> "the number of events of " + parts.get(0);
            case "quantile" -> "the value of " + parts.get(0) + " that " + parts.get(1)
                    + " of the events do not exceed";
            case "share_within" -> "the part of the events whose " + parts.get(0) + " is at most " + parts.get(1);
            case "repeated" -> parts.get(0) + " who turned up " + parts.get(1) + " times or more";
            case "first_seen" -> parts.get(0) + " who turned up for the first time";
            case "both" -> parts.get(0) + " who are " + parts.get(1) + " as well";
            case "followed" -> parts.get(0) + " who are " + parts.get(1) + " within " + parts.get(2) + " after";
            case "credited" -> parts.get(1) + " within " + parts.get(2) + " after the latest of " + parts.get(0);
            case "clamp" -> "(" + parts.get(0) + ", but at least " + parts.get(1) + " and at most " + parts.get(2)
                    + ")";
            default -> parts.isEmpty() ? function.replace('_', ' ')
                    : "the " + function.replace('_', ' ') + " of " + Words.list(parts);
        };
    }
}

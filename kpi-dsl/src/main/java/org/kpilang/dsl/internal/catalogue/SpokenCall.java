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
            case "change_rate" -> "the relative change to " + parts.get(0) + " from " + parts.get(1);
            case "cagr" -> "the compound annual growth of " + parts.get(0) + " over " + parts.get(1);
            case "nps" -> "the percentage of " + parts.get(0) + " less the percentage of " + parts.get(2) + ", of all "
                    + parts.size() + " together";
            case "nps_margin" -> "the margin of error, with 95% confidence, of a score from " + Words.list(parts);
            case "abs" -> parts.get(0) + " without its sign";
            case "exp" -> "e to the power of " + parts.get(0);
            case "ln" -> "the natural logarithm of " + parts.get(0);
            case "sqrt" -> "the square root of " + parts.get(0);
            case "min" -> "the smallest of " + Words.list(parts);
            case "max" -> "the largest of " + Words.list(parts);
            case "clamp" -> parts.get(0) + ", kept between " + parts.get(1) + " and " + parts.get(2) + ",";
            default -> parts.isEmpty() ? function.replace('_', ' ')
                    : "the " + function.replace('_', ' ') + " of " + Words.list(parts);
        };
    }
}

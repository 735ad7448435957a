package org.kpilang.function;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.signal.PromoterScore;
import org.kpilang.signal.Proportion;

/** Scores and rates of counted answers, and how far chance may have moved them. */
final class SurveyFunctions {

    /** The normal distribution has 95 % of its weight within so many standard deviations of its mean. */
    private static final double WITHIN_95_PERCENT = 1.959963984540054;

    private static final String WILSON = "Wilson, Probable Inference, the Law of Succession, and Statistical Inference,"
            + " Journal of the American Statistical Association 22, 1927";

    static final List<Function> ALL = List.of(
            ofAnswers("nps", "the net promoter score, in points from -100 to 100; no value from negative counts",
                            SurveyFunctions::score)
                    .within(arguments -> Interval.between(-100, 100))
                    .sloping(SurveyFunctions::scoreSlope)
                    .example("nps(60, 20, 20)", "40")
                    .source("Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003"),
            ofAnswers("nps_margin", "how far the net promoter score may lie from that of all customers, in points, with a"
                            + " confidence of 95%; no value from negative counts", SurveyFunctions::scoreMargin)
                    .within(arguments -> Interval.NOT_NEGATIVE)
                    .example("nps_margin(60, 20, 20)", "15.68")
                    .source("the variance of a mean of answers counted as 1, 0 and -1, divided by their number; large"
                            + " samples drawn at random"),
            ofTrials("rate_low", "the lower end of where a rate may lie, with a confidence of 95%", -1)
                    .example("rate_low(4, 20)", "8.0658%")
                    .source(WILSON),
            ofTrials("rate_high", "the upper end of where a rate may lie, with a confidence of 95%", 1)
                    .example("rate_high(4, 20)", "41.6017%")
                    .source(WILSON));

    private SurveyFunctions() {}

    private static NumericFunction ofAnswers(String name, String summary,
            ToDoubleFunction<double[]> body) {
        return NumericFunction.of(Signature.of(name, summary, "promoters", "passives", "detractors"), UnitRules.SCORE,
                        arguments -> isNegative(arguments) ? Double.NaN : body.applyAsDouble(arguments))
                .absent(-1, arguments -> isNegative(arguments) ? Absence.DOMAIN : Absence.ZERO_DIVISOR);
    }

    private static boolean isNegative(double[] counts) {
        return Arrays.stream(counts).anyMatch(count -> count < 0);
    }

    private static double score(double[] arguments) {
        double responses = arguments[0] + arguments[1] + arguments[2];
        double score = 100 * (arguments[0] - arguments[2]) / responses;
        // A product that is rounded may come to a little more than all of the points; one that overflows has no value.
        return Double.isInfinite(score) ? score : Math.max(-100, Math.min(100, score));
    }

    private static double scoreSlope(double[] arguments, double[] direction) {
        double responses = arguments[0] + arguments[1] + arguments[2];
        double score = (arguments[0] - arguments[2]) / responses;
        return 100 * (direction[0] - direction[2] - score * (direction[0] + direction[1] + direction[2])) / responses;
    }

    private static double scoreMargin(double[] arguments) {
        double responses = arguments[0] + arguments[1] + arguments[2];
        if (!(responses > 0 && responses < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        return new PromoterScore(arguments[0], arguments[1], arguments[2]).marginWithin(WITHIN_95_PERCENT);
    }

    private static NumericFunction ofTrials(String name, String summary, int side) {
        return NumericFunction.of(Signature.of(name, summary, "successes", "trials"), UnitRules.SHARE,
                        arguments -> bound(arguments[0], arguments[1], side))
                .absent(1, arguments -> arguments[1] == 0 ? Absence.ZERO_DIVISOR : Absence.DOMAIN)
                .within(arguments -> Interval.between(0, 1));
    }

    private static double bound(double successes, double trials, int side) {
        if (!(successes >= 0 && successes <= trials && trials > 0 && trials < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        Proportion rate = new Proportion(successes, trials);
        return side < 0 ? rate.low(WITHIN_95_PERCENT) : rate.high(WITHIN_95_PERCENT);
    }
}

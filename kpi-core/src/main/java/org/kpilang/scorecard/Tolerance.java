package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.model.Measure;

/** A distance between two values: in their unit, in points of a percentage, or as a share of one of them. */
final class Tolerance {

    private static final double ONE_POINT = 0.01;

    private final Measure measure;
    private final Holding amount;
    private final boolean ratio;

    /**
     * @param ratio   whether the values are pure numbers, so that a point is a hundredth
     * @param amounts for which periods an amount in the unit of the values is
     */
    Tolerance(Expression said, Measure measure, boolean ratio, Amounts amounts, Questions questions) {
        this.measure = measure;
        this.ratio = ratio;
        this.amount = new Holding(said, measure == Measure.AMOUNT ? amounts
                : new Amounts(amounts.result(), false, amounts.said()), questions);
    }

    /** The distance from a value; NaN if it is not known. */
    double from(double value, Answers answers, int slice, int period) {
        double said = amount.at(answers, slice, period);
        return switch (measure) {
            case AMOUNT -> said;
            case SHARE -> OnPaper.product(said, Math.abs(value));
            case POINTS -> ratio ? OnPaper.product(said, ONE_POINT) : said;
        };
    }
}

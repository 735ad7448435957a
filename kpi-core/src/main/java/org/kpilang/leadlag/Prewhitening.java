package org.kpilang.leadlag;

import org.kpilang.probability.ChiSquared;

/**
 * Correlation without the memory of the series: what an autoregressive model by Burg's method leaves unexplained is
 * compared (Box and Jenkins 1970; Haugh 1976). Finds sharp delays and misses leads of cycles; unguarded against a
 * search over many leads.
 */
public final class Prewhitening {

    private Prewhitening() {}

    /** Both rows are filtered by the model of the candidate. */
    public static CrossCorrelation byCandidate(double[] candidate, double[] outcome, int order, int most) {
        AutoregressiveModel model = AutoregressiveModel.of(candidate, order);
        return CrossCorrelation.of(model.residuals(candidate), model.residuals(outcome), most);
    }

    /** Each row is filtered by its own model. */
    public static CrossCorrelation byBoth(double[] candidate, double[] outcome, int order, int most) {
        return CrossCorrelation.of(AutoregressiveModel.of(candidate, order).residuals(candidate),
                AutoregressiveModel.of(outcome, order).residuals(outcome), most);
    }

    /**
     * Haugh's test of all leads from 1 on: whether the candidate moves before the outcome at all.
     *
     * @param q      the weighted sum of squared correlations
     * @param chance the chance of a larger one in unrelated rows
     */
    public record Haugh(double q, double chance) {

        /** The test, with each row filtered by its own model. */
        public static Haugh of(double[] candidate, double[] outcome, int order, int most) {
            CrossCorrelation correlation = byBoth(candidate, outcome, order, most);
            double count = candidate.length - order;
            double q = 0;
            for (int lead = 1; lead <= most; lead++) {
                q += correlation.at(lead) * correlation.at(lead) / (count - lead);
            }
            q *= count * count;
            return new Haugh(q, ChiSquared.upperTail(q, most));
        }
    }
}

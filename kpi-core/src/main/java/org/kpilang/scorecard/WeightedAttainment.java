package org.kpilang.scorecard;

import java.util.Collection;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What several KPIs attain together: the weighted mean of their shares, over those whose share is known.
 *
 * @param share   the mean; empty if no share is known
 * @param covered the part of the whole weight that the mean stands for: 1 if all shares are known
 * @param known   how many shares are known
 * @param all     how many there are
 */
public record WeightedAttainment(OptionalDouble share, double covered, int known, int all) {

    public WeightedAttainment {
        Objects.requireNonNull(share, "share is null");
    }

    /** The mean of some shares; a share that is not a number is not known. */
    static WeightedAttainment of(double[] shares, double[] weights) {
        double sum = 0;
        double weight = 0;
        double whole = 0;
        int known = 0;
        for (int i = 0; i < shares.length; i++) {
            whole += weights[i];
            if (!Double.isNaN(shares[i])) {
                sum += weights[i] * shares[i];
                weight += weights[i];
                known++;
            }
        }
        return new WeightedAttainment(known == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weight),
                whole == 0 ? 0 : weight / whole, known, shares.length);
    }

    /** The mean of KPIs by their weights. */
    public static WeightedAttainment of(Collection<Attainment> parts) {
        return of(parts.stream().mapToDouble(part -> part.share().orElse(Double.NaN)).toArray(),
                parts.stream().mapToDouble(Attainment::weight).toArray());
    }

    /** {@code 87%}, {@code 87% of what is known, 3 of 4 (60% of the weight)}, {@code not known}. */
    @Override
    public String toString() {
        if (share.isEmpty()) {
            return "not known";
        }
        String mean = Figure.share(share.getAsDouble());
        return known == all ? mean
                : mean + " of what is known, " + known + " of " + all + " (" + Figure.share(covered) + " of the weight)";
    }
}

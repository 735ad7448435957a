package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;

/** How the values of one version of a KPI are judged. */
final class Bands {

    private final List<Property.Band> bands = new ArrayList<>();
    private final List<Target> bounds = new ArrayList<>();
    private final @Nullable String otherwise;

    private Bands(@Nullable String otherwise) {
        this.otherwise = otherwise;
    }

    /** A bound is for the same periods as a target without a date, but for a share of the target. */
    static Bands of(KpiVersion version, Amounts amounts, Questions questions) {
        Property.Status status = version.property(Property.Status.class).orElse(null);
        Bands bands = new Bands(status == null ? null : status.otherwise());
        if (status != null) {
            for (Property.Band band : status.bands()) {
                bands.bands.add(band);
                bands.bounds.add(new Holding(band.bound(),
                        band.ofTarget() ? new Amounts(questions.result(), false, amounts.said()) : amounts, questions));
            }
        }
        return bands;
    }

    boolean isEmpty() {
        return bands.isEmpty() && otherwise == null;
    }

    /** The status of a value; the target is NaN if there is none. */
    Optional<String> status(double value, double target, Answers answers, int slice, int period) {
        for (int i = 0; i < bands.size(); i++) {
            Property.Band band = bands.get(i);
            double bound = bounds.get(i).at(answers, slice, period);
            if (band.ofTarget()) {
                bound = share(bound, target);
            }
            if (Double.isNaN(bound)) {
                return Optional.empty();
            } else if (band.operator().holds(value, bound)) {
                return Optional.of(band.status());
            }
        }
        return Optional.ofNullable(otherwise);
    }

    /**
     * Multiplied as on paper: 7% of 100 is 7, where binary fractions would give a little more and leave out the
     * bound.
     */
    private static double share(double share, double target) {
        return Double.isNaN(share) || Double.isNaN(target) ? Double.NaN
                : BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(target)).doubleValue();
    }
}

package org.kpilang.scorecard;

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
            double bound = bound(i, target, answers, slice, period);
            if (Double.isNaN(bound)) {
                return Optional.empty();
            } else if (bands.get(i).operator().holds(value, bound)) {
                return Optional.of(bands.get(i).status());
            }
        }
        return Optional.ofNullable(otherwise);
    }

    /** The values at which the status changes; NaN for one that is not known. */
    double[] edges(double target, Answers answers, int slice, int period) {
        double[] edges = new double[bands.size()];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = bound(i, target, answers, slice, period);
        }
        return edges;
    }

    private double bound(int band, double target, Answers answers, int slice, int period) {
        double bound = bounds.get(band).at(answers, slice, period);
        return bands.get(band).ofTarget() ? OnPaper.product(bound, target) : bound;
    }

    /** The status of a KPI that has no bands of its own, from how it stands to its target. */
    static String status(Goal.Standing standing) {
        return switch (standing) {
            case MET -> "green";
            case AT_RISK -> "amber";
            case MISSED -> "red";
        };
    }
}

package org.kpilang.scorecard;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Measure;
import org.kpilang.model.Property;
import org.kpilang.model.StatusCaution;

/**
 * When one version of a KPI says that a status is said, and when it changes.
 *
 * @param margin how far a bound must be passed; null if it need not be
 * @param after  for how many periods in a row another status must be due
 * @param sample the number of the question on how much a status rests; -1 if that does not matter
 * @param least  on how much it must rest
 */
record Cautions(@Nullable Tolerance margin, int after, int sample, int least) {

    private static final Cautions NONE = new Cautions(null, 1, -1, 0);

    static Cautions of(Kpi kpi, KpiVersion version, Amounts amounts, Questions questions) {
        StatusCaution said = version.property(Property.Status.class).map(Property.Status::caution)
                .orElse(StatusCaution.NONE);
        if (said.equals(StatusCaution.NONE)) {
            return NONE;
        }
        Tolerance margin = said.margin() == null ? null : new Tolerance(said.margin(),
                Measure.of(said.margin(),
                        name -> questions.result().model().constant(name).map(ConstantDefinition::value)),
                kpi.unit().isPure(), amounts, questions);
        StatusCaution.Sample sample = said.sample();
        return new Cautions(margin, said.after(), sample == null ? -1 : questions.add(sample.counted()),
                sample == null ? 0 : sample.least());
    }

    /** Whether the status of a period depends on those before it. */
    boolean isSteady() {
        return margin != null || after > 1;
    }

    /** Whether a cell rests on too little to be judged. */
    boolean isTooFew(Answers answers, int slice, int period) {
        return sample >= 0 && !(answers.valueOr(sample, slice, period, Double.NaN) >= least);
    }
}

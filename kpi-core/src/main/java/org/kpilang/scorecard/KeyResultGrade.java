package org.kpilang.scorecard;

import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;

/**
 * How far a key result is reached: 0.0 where it started, 1.0 at the value to reach, and never beyond (the grading of
 * objectives and key results; A. S. Grove, "High Output Management", 1983, and J. Doerr, "Measure What Matters", 2018).
 *
 * @param from  where it starts; empty if that is not said
 * @param value the value that is graded; empty if there is none
 * @param to    the value to reach; empty if it is not known
 * @param grade from 0.0 to 1.0; empty if it is not known
 * @param how   how it was graded, or why not; a fragment
 */
public record KeyResultGrade(
        Property.KeyResult said, Kpi kpi, OptionalDouble from, OptionalDouble value, OptionalDouble to,
        OptionalDouble grade, String how) {

    public KeyResultGrade {
        Objects.requireNonNull(said, "said is null");
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(how, "how is null");
    }
}

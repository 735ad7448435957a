package org.kpilang.model;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;

/**
 * How a target is read.
 *
 * @param tolerance by how much it may be missed and still be at risk only: {@code within 5%} of the target,
 *                  {@code within 2 points}, {@code within 10k USD}; null if nothing is said
 * @param count     for which periods its figure is; null for those that follow from the KPI and the due period
 * @param course    how it is approached; null for a straight line where it has a start
 */
public record TargetTerms(@Nullable Expression tolerance, @Nullable Count count, @Nullable Course course) {

    /** Nothing is said. */
    public static final TargetTerms NONE = new TargetTerms(null, null, null);

    /** How the tolerance is measured, in the same way as a {@linkplain Property.TargetChange#measure change}. */
    public Measure measure(Function<String, Optional<Expression>> constants) {
        return tolerance == null ? Measure.AMOUNT : Measure.of(tolerance, constants);
    }

    /** For which periods the figure of a target is. */
    public sealed interface Count {

        /** For each period of a length: {@code target 100k USD every month} are 300k in a quarter. */
        record Every(PeriodUnit unit) implements Count {}

        /** For any period, however long: {@code target 5 in any period} is 5 in a month and 5 in a year. */
        record AnyPeriod() implements Count {}
    }

    /** How a target is approached. */
    public sealed interface Course {

        /** By equal steps, level in between: {@code in quarterly steps}. */
        record Steps(PeriodUnit unit) implements Course {}

        /** The same in each period: {@code target 1.2M USD by 2026 spread evenly}. */
        record Evenly() implements Course {}

        /** As another period went: {@code target 1.2M USD by 2026 spread like 2025}. */
        record Like(String period) implements Course {}
    }
}

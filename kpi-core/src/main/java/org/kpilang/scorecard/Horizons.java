package org.kpilang.scorecard;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.model.Property.Horizon.Length;
import org.kpilang.model.TargetTerms;
import org.kpilang.time.Calendar;

/**
 * How far ahead a KPI looks: within a year, or beyond it. Where it does not say so itself, it is derived, by the first
 * of these that tells something:
 *
 * <ul>
 * <li>Its targets: long if the way to one of them takes more than a year, as {@code target 9 by 2028 from 8 at 2025};
 * short if they say that it takes no longer, as {@code target -10% during 2026}. The way begins where the target says
 * so, else at the baseline.
 * <li>Its grain: short if a figure is wanted of each of some periods, as {@code target 100 every month}, or if it is
 * reviewed more often than once a quarter.
 * <li>Its level: {@code strategic} is long, {@code operational} is short.
 * </ul>
 *
 * <p>Without state and thread-safe.
 */
public final class Horizons {

    private static final long DAYS_OF_A_YEAR = 366;
    private static final long MONTHS_OF_A_QUARTER = 3;

    private Horizons() {}

    /** The horizon of a KPI by its latest definition; empty if nothing tells it. */
    public static Optional<Length> of(Kpi kpi, Calendar calendar) {
        Objects.requireNonNull(kpi, "kpi is null");
        Objects.requireNonNull(calendar, "calendar is null");
        return kpi.property(Property.Horizon.class).map(Property.Horizon::length)
                .or(() -> byTargets(kpi, calendar)).or(() -> byGrain(kpi)).or(() -> byLevel(kpi));
    }

    private static Optional<Length> byTargets(Kpi kpi, Calendar calendar) {
        String baseline = kpi.property(Property.Baseline.class).map(Property.Baseline::at).orElse(null);
        return kpi.definition().properties(Property.Wanted.class).stream()
                .flatMap(wanted -> days(wanted, baseline, calendar))
                .map(days -> days > DAYS_OF_A_YEAR ? Length.LONG : Length.SHORT).max(Enum::compareTo);
    }

    /** How many days the way to a target takes; nothing if it is not said when it begins or ends. */
    private static Stream<Long> days(Property.Wanted wanted, @Nullable String baseline, Calendar calendar) {
        if (wanted instanceof Property.Target target) {
            String start = target.start() == null ? baseline : target.start();
            return target.by() == null || start == null ? Stream.empty() : Stream.of(ChronoUnit.DAYS.between(
                    calendar.parse(start).window().lastDay(), calendar.parse(target.by()).window().lastDay()));
        }
        String during = wanted instanceof Property.TargetChange change ? change.during()
                : ((Property.TargetDirection) wanted).during();
        return Stream.ofNullable(during).map(period -> (long) calendar.parse(period).window().days());
    }

    private static Optional<Length> byGrain(Kpi kpi) {
        boolean each = kpi.definition().properties(Property.Wanted.class).stream()
                .anyMatch(wanted -> wanted.terms().count() instanceof TargetTerms.Count.Every);
        boolean often = kpi.property(Property.Review.class).filter(Horizons::isOften).isPresent();
        return each || often ? Optional.of(Length.SHORT) : Optional.empty();
    }

    private static boolean isOften(Property.Review review) {
        return review.unit() == PeriodUnit.DAY || review.unit() == PeriodUnit.WEEK
                || review.unit() == PeriodUnit.MONTH && review.count() < MONTHS_OF_A_QUARTER;
    }

    private static Optional<Length> byLevel(Kpi kpi) {
        return kpi.property(Property.Level.class)
                .map(level -> level.kind() == Property.Level.Kind.STRATEGIC ? Length.LONG : Length.SHORT);
    }
}

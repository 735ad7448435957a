package org.kpilang.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/**
 * A KPI of a checked model. It may have several definitions, which hold at different times; what is said here without a
 * time is said by the {@linkplain #latest latest} of them.
 *
 * @param id       the name, with the variant after a dot if there is one; unique in the model
 * @param versions its definitions, the earliest first; no two of them hold on the same day
 * @param unit     the unit of its values: the declared one, else the one derived from the formulas
 * @param range    the numbers that its values lie among, as far as the formulas and the ranges of its inputs tell, within
 *                 the range that it is declared to have; {@link Interval#ANY} if nothing is known
 * @param addsUp   whether the value of a quarter is the sum of the values of its months, if these are known, as that of
 *                 revenue is; false for ratios, balances, and values to date
 */
public record Kpi(String id, List<KpiVersion> versions, Unit unit, Interval range, boolean addsUp) {

    public Kpi {
        Objects.requireNonNull(id, "id is null");
        versions = List.copyOf(versions);
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(range, "range is null");
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("a KPI without a definition: " + id);
        }
    }

    /** The id of a definition: its name, and its variant after a dot. */
    public static String id(KpiDefinition definition) {
        return definition.variant() == null ? definition.name() : definition.name() + "." + definition.variant();
    }

    /** The version that holds last, even if its time is over. */
    public KpiVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** The version that holds on a day, or empty if none does. */
    public Optional<KpiVersion> version(LocalDate day) {
        int number = number(day);
        return number < 0 ? Optional.empty() : Optional.of(versions.get(number));
    }

    /** The place among the {@linkplain #versions versions} of the one that holds on a day, or -1 if none does. */
    public int number(LocalDate day) {
        int low = 0;
        int high = versions.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (versions.get(middle).firstDay().isAfter(day)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return versions.get(low).holdsOn(day) ? low : -1;
    }

    /** Whether which definition counts, or whether any does, depends on the time. */
    public boolean isVersioned() {
        return versions.size() > 1 || !latest().holdsAlways();
    }

    /** The latest definition. */
    public KpiDefinition definition() {
        return latest().definition();
    }

    public String name() {
        return definition().name();
    }

    /** Which of several ways to define the KPI this is, or null for the one that has no name. */
    public @Nullable String variant() {
        return definition().variant();
    }

    /** The name for people: the label and the variant, or the id if there is no label. */
    public String title() {
        String label = definition().label();
        return label == null ? id : variant() == null ? label : label + " (" + variant() + ")";
    }

    /** The latest formula. */
    public Expression formula() {
        return definition().formula();
    }

    /** The first property of a sort in the latest definition. */
    public <P extends Property> Optional<P> property(Class<P> sort) {
        return definition().property(sort);
    }

    /** All properties of a sort in the latest definition, in the order written. */
    public <P extends Property> List<P> properties(Class<P> sort) {
        return definition().properties(sort);
    }

    @Override
    public String toString() {
        return id;
    }
}

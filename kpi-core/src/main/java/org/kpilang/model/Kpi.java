package org.kpilang.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.expression.Expression;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/**
 * A KPI of a checked model.
 *
 * @param id         the name, with the variant after a dot if there is one; unique in the model
 * @param definition what was written
 * @param unit       the unit of its values: the declared one, else the one derived from the formula
 * @param range      the numbers that its values lie among, as far as the formula and the ranges of its inputs tell, within
 *                   the range that it is declared to have; {@link Interval#ANY} if nothing is known
 */
public record Kpi(String id, KpiDefinition definition, Unit unit, Interval range) {

    public Kpi {
        Objects.requireNonNull(id, "id is null");
        Objects.requireNonNull(definition, "definition is null");
        Objects.requireNonNull(unit, "unit is null");
        Objects.requireNonNull(range, "range is null");
    }

    /** The id of a definition: its name, and its variant after a dot. */
    public static String id(KpiDefinition definition) {
        return definition.variant() == null ? definition.name() : definition.name() + "." + definition.variant();
    }

    public String name() {
        return definition.name();
    }

    /** The name for people: the label if there is one, else the name. */
    public String title() {
        return definition.label() == null ? id : definition.label();
    }

    public Expression formula() {
        return definition.formula();
    }

    public <P extends Property> Optional<P> property(Class<P> sort) {
        return definition.property(sort);
    }

    public <P extends Property> List<P> properties(Class<P> sort) {
        return definition.properties(sort);
    }

    @Override
    public String toString() {
        return id;
    }
}

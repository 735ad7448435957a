package org.kpilang.model.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionRewriter;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.model.Bounds;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.unit.Unit;

/**
 * Writes definitions in other words: formulas in the place of names, and units in the place of units. Properties that
 * would say something else then, or speak of KPIs that are not there, are left out: examples, and what the KPI leads or
 * drives.
 */
final class Refitting {

    private final Map<String, Expression> values;
    private final Map<String, Unit> units;
    /** Whether examples still hold. */
    private final boolean sameValues;
    private final Set<String> there;

    /**
     * @param sameValues whether nothing that the definitions need has another meaning than it had
     * @param there      the names of values that properties may speak of
     */
    Refitting(Map<String, Expression> values, Map<String, Unit> units, boolean sameValues, Set<String> there) {
        this.values = values;
        this.units = units;
        this.sameValues = sameValues;
        this.there = there;
    }

    Definition of(Definition definition) {
        if (definition instanceof KpiDefinition kpi) {
            return new KpiDefinition(kpi.name(), kpi.label(), kpi.variant(), of(kpi.formula(), List.of()),
                    kpi.properties().stream().flatMap(property -> Stream.ofNullable(of(property))).toList(),
                    kpi.origin());
        } else if (definition instanceof ConstantDefinition constant) {
            return new ConstantDefinition(constant.name(), of(constant.value(), List.of()), constant.origin());
        } else if (definition instanceof FunctionDefinition function) {
            return new FunctionDefinition(function.name(), function.parameters(),
                    of(function.body(), function.parameters()), function.origin());
        } else if (definition instanceof InputDefinition input) {
            Unit unit = input.unit();
            String weight = input.weight();
            boolean renamed = weight != null && values.get(weight) instanceof Reference;
            return new InputDefinition(input.name(), unit == null ? null : of(unit), input.kind(), input.absent(),
                    renamed ? ((Reference) values.get(weight)).name() : weight, input.label(), of(input.range()),
                    input.origin());
        }
        return definition;
    }

    private @Nullable Property of(Property property) {
        if (property instanceof Property.Example) {
            return sameValues ? property : null;
        } else if (property instanceof Property.Shown shown) {
            return new Property.Shown(of(shown.unit()), shown.origin());
        } else if (property instanceof Property.Range range) {
            return new Property.Range(of(range.bounds()), range.origin());
        } else if (property instanceof Property.Better better && better.low() != null && better.high() != null) {
            return new Property.Better(better.way(), of(better.low(), List.of()), of(better.high(), List.of()),
                    better.origin());
        } else if (property instanceof Property.Leading leading) {
            return there.contains(leading.outcome()) ? leading : null;
        } else if (property instanceof Property.Coincident coincident) {
            return there.contains(coincident.outcome()) ? coincident : null;
        } else if (property instanceof Property.Drives drives) {
            List<String> kpis = drives.kpis().stream().filter((Predicate<String>) there::contains).toList();
            return kpis.isEmpty() ? null : new Property.Drives(kpis, drives.origin());
        }
        return property;
    }

    private @Nullable Bounds of(@Nullable Bounds bounds) {
        if (bounds == null) {
            return null;
        }
        Expression low = bounds.low();
        Expression high = bounds.high();
        return new Bounds(low == null ? null : of(low, List.of()), high == null ? null : of(high, List.of()),
                bounds.strict());
    }

    private Unit of(Unit unit) {
        if (units.keySet().stream().noneMatch(unit.powers()::containsKey)) {
            return unit;
        }
        Unit changed = Unit.NUMBER;
        for (Map.Entry<String, Integer> power : unit.powers().entrySet()) {
            Unit factor = units.getOrDefault(power.getKey(), Unit.of(power.getKey()));
            changed = changed.times(factor.power(power.getValue()));
        }
        return changed;
    }

    private Expression of(Expression expression, List<String> parameters) {
        return new ExpressionRewriter() {

            @Override
            public Expression visit(Reference reference) {
                return parameters.contains(reference.name()) ? reference
                        : values.getOrDefault(reference.name(), reference);
            }

            @Override
            public Expression visit(NumberLiteral number) {
                Unit unit = number.unit() == null ? null : units.get(number.unit());
                return unit == null ? number
                        : new NumberLiteral(number.value(), number.suffix(), unit.toString(), number.origin());
            }
        }.rewrite(expression);
    }
}

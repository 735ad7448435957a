package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Expectation;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;

/**
 * An expression that a definition holds.
 *
 * @param property   the property that holds it, or null for the formula itself and for the range of an input
 * @param parameters the names that stand for arguments inside it
 */
record Formula(Definition owner, @Nullable Property property, Expression expression, List<String> parameters) {

    /** The expression that a definition is about, or null if it has none. */
    static @Nullable Formula main(Definition definition) {
        if (definition instanceof KpiDefinition kpi) {
            return new Formula(kpi, null, kpi.formula(), List.of());
        } else if (definition instanceof ConstantDefinition constant) {
            return new Formula(constant, null, constant.value(), List.of());
        } else if (definition instanceof FunctionDefinition function) {
            return new Formula(function, null, function.body(), function.parameters());
        }
        return null;
    }

    /** All expressions of a definition: its formula, and those in its properties or its range. */
    static List<Formula> all(Definition definition) {
        List<Formula> all = new ArrayList<>();
        Formula main = main(definition);
        if (main != null) {
            all.add(main);
        }
        if (definition instanceof KpiDefinition kpi) {
            addAll(kpi, kpi.properties(), all);
        } else if (definition instanceof ObjectiveDefinition objective) {
            addAll(objective, objective.properties(), all);
        } else if (definition instanceof InputDefinition input && input.range() != null) {
            input.range().ends().forEach(end -> all.add(new Formula(input, null, end, List.of())));
        }
        return all;
    }

    private static void addAll(Definition owner, List<Property> properties, List<Formula> all) {
        for (Property property : properties) {
            for (Expression expression : expressions(property)) {
                all.add(new Formula(owner, property, expression, List.of()));
            }
        }
    }

    /** The expressions in a property. */
    static List<Expression> expressions(Property property) {
        List<Expression> found = new ArrayList<>();
        if (property instanceof Property.Wanted wanted) {
            add(wanted.terms().tolerance(), found);
        }
        if (property instanceof Property.Better better) {
            add(better.low(), found);
            add(better.high(), found);
        } else if (property instanceof Property.Range range) {
            found.addAll(range.bounds().ends());
        } else if (property instanceof Property.Target target) {
            add(target.value(), found);
            add(target.from(), found);
        } else if (property instanceof Property.TargetChange target) {
            add(target.change(), found);
        } else if (property instanceof Property.Status status) {
            status.bands().forEach(band -> add(band.bound(), found));
            add(status.caution().margin(), found);
            add(status.caution().sample() == null ? null : status.caution().sample().counted(), found);
        } else if (property instanceof Property.Nature nature) {
            add(nature.low(), found);
            add(nature.high(), found);
        } else if (property instanceof Property.Benchmark benchmark) {
            add(benchmark.value(), found);
        } else if (property instanceof Property.Baseline baseline) {
            add(baseline.value(), found);
        } else if (property instanceof Property.KeyResult result) {
            add(result.from(), found);
            add(result.to(), found);
        } else if (property instanceof Property.Example example) {
            example.given().forEach(given -> {
                add(given.asked(), found);
                add(given.value(), found);
            });
            if (example.expected() instanceof Expectation.Value value) {
                add(value.expression(), found);
            }
        }
        return found;
    }

    private static void add(@Nullable Expression expression, List<Expression> found) {
        if (expression != null) {
            found.add(expression);
        }
    }
}

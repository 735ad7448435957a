package org.kpilang.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Names;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.unit.Unit;

/**
 * A definition as it would be written, in one canonical form: the same for definitions that are equal, wherever and
 * however they were written. Comments and worked examples, which define nothing, are left out. Without state and
 * thread-safe.
 */
public final class DefinitionText {

    private static final String INDENT = "\n  ";

    private DefinitionText() {}

    /** The text of one definition; several lines if it has properties. */
    public static String of(Definition definition) {
        if (definition instanceof KpiDefinition kpi) {
            return "kpi " + Names.written(kpi.name()) + label(kpi.label())
                    + (kpi.variant() == null ? "" : " variant " + Names.written(kpi.variant()))
                    + (kpi.isMeasure() ? "" : " = " + kpi.formula()) + block(kpi.properties(), kpi.isMeasure());
        } else if (definition instanceof ObjectiveDefinition objective) {
            return "objective " + Names.written(objective.name()) + label(objective.label())
                    + (objective.parent() == null ? "" : " under " + Names.written(objective.parent()))
                    + block(objective.properties(), false);
        } else if (definition instanceof InputDefinition input) {
            return input(input);
        } else if (definition instanceof ConstantDefinition constant) {
            return "constant " + Names.written(constant.name()) + " = " + constant.value();
        } else if (definition instanceof FunctionDefinition function) {
            return "define " + Names.written(function.name())
                    + function.parameters().stream().map(Names::written).collect(Collectors.joining(", ", "(", ")"))
                    + " = " + function.body();
        } else if (definition instanceof UnitDefinition unit) {
            return (unit.currency() ? "currency " : "unit ") + Names.written(unit.name());
        } else if (definition instanceof DimensionDefinition dimension) {
            return "dimension " + Names.written(dimension.name());
        } else if (definition instanceof CalendarDefinition calendar) {
            return "calendar " + calendar.calendar().name();
        }
        return "use " + ((UseDefinition) definition).name();
    }

    private static String label(@Nullable String label) {
        return label == null ? "" : " " + quoted(label);
    }

    /** @param braces whether there are braces with nothing between them too */
    private static String block(List<Property> properties, boolean braces) {
        List<String> lines = properties.stream().filter(property -> !(property instanceof Property.Example))
                .map(DefinitionText::of).toList();
        return lines.isEmpty() ? braces ? " {}" : "" : " {" + INDENT + String.join(INDENT, lines) + "\n}";
    }

    private static String input(InputDefinition input) {
        StringBuilder text = new StringBuilder("input ").append(Names.written(input.name())).append(label(input.label()))
                .append(" :").append(input.unit() == null ? "" : " " + unit(input.unit()))
                .append(' ').append(input.kind().word());
        if (input.weight() != null) {
            text.append(" weighted by ").append(Names.written(input.weight()));
        }
        if (input.absent() instanceof AbsentRule.Zero) {
            text.append(" absent is zero");
        } else if (input.absent() instanceof AbsentRule.CarriesForward carries) {
            text.append(" absent carries forward")
                    .append(carries.periods() > 0 ? " for " + carries.periods() + " periods" : "");
        }
        return text.append(input.range() == null ? "" : " range " + bounds(input.range())).toString();
    }

    /** The text of something that is said about a KPI or an objective, on one line; empty for an example. */
    public static String of(Property property) {
        List<String> words = new ArrayList<>(List.of(property.word()));
        if (property instanceof Property.Shown shown) {
            words.add(unit(shown.unit()));
        } else if (property instanceof Property.Range range) {
            words.add(bounds(range.bounds()));
        } else if (property instanceof Property.Better better) {
            words.add(small(better.way()));
            if (better.low() != null && better.high() != null) {
                words.add(amount(better.low()) + " and " + amount(better.high()));
            }
        } else if (property instanceof Property.Target target) {
            words.add(target.value().toString());
            clause("by", target.by(), words);
            clause("from", target.from(), words);
            clause("at", target.start(), words);
            terms(target, words);
        } else if (property instanceof Property.TargetChange target) {
            words.add((target.change() instanceof Negation ? "" : "+") + target.change());
            clause("during", target.during(), words);
            terms(target, words);
        } else if (property instanceof Property.TargetDirection target) {
            words.add(small(target.way()));
            clause("during", target.during(), words);
            terms(target, words);
        } else if (property instanceof Property.Status status) {
            words.add(bands(status));
        } else if (property instanceof Property.Leading leading) {
            words.add(value(leading.outcome()) + " by " + duration(leading.count(), leading.unit()));
        } else if (property instanceof Property.Coincident coincident) {
            words.add("with " + value(coincident.outcome()));
        } else if (property instanceof Property.Nature nature && nature.low() != null && nature.high() != null) {
            words.add("on " + amount(nature.low()) + " to " + amount(nature.high()));
        } else if (property instanceof Property.Drives drives) {
            words.add(drives.kpis().stream().map(DefinitionText::value).collect(Collectors.joining(", ")));
        } else if (property instanceof Property.Review review) {
            words.add("every " + (review.count() == 1 ? small(review.unit()) : duration(review.count(), review.unit())));
        } else if (property instanceof Property.Benchmark benchmark) {
            if (benchmark.label() != null) {
                words.add(quoted(benchmark.label()));
            }
            words.add(benchmark.value().toString());
        } else if (property instanceof Property.Baseline baseline) {
            words.add(baseline.value().toString());
            clause("at", baseline.at(), words);
        } else if (property instanceof Property.KeyResult result) {
            words.add(value(result.kpi()));
            clause("from", result.from(), words);
            clause("to", result.to(), words);
            clause("by", result.by(), words);
        } else {
            words.addAll(plain(property));
        }
        return property instanceof Property.Example ? "" : String.join(" ", words);
    }

    /** What follows the word of a property that has names, texts or a single word. */
    private static List<String> plain(Property property) {
        if (property instanceof Property.Scope scope) {
            return List.of(Names.written(scope.name()));
        } else if (property instanceof Property.Objective objective) {
            return List.of(Names.written(objective.name()));
        } else if (property instanceof Property.Owner owner) {
            return List.of(quoted(owner.names()));
        } else if (property instanceof Property.Audience audience) {
            return List.of(quoted(audience.names()));
        } else if (property instanceof Property.Department department) {
            return List.of(quoted(department.names()));
        } else if (property instanceof Property.DefinedBy defined) {
            return List.of(quoted(defined.names()));
        } else if (property instanceof Property.ApprovedBy approved) {
            return List.of(quoted(approved.names()));
        } else if (property instanceof Property.Tags tags) {
            return List.of(quoted(tags.tags()));
        } else if (property instanceof Property.Since since) {
            return List.of(since.period());
        } else if (property instanceof Property.Until until) {
            return List.of(until.period());
        } else if (property instanceof Property.Trap trap) {
            return List.of(quoted(trap.text()));
        } else if (property instanceof Property.Source source) {
            return List.of(quoted(source.text()));
        } else if (property instanceof Property.Description description) {
            return List.of(quoted(description.text()));
        } else if (property instanceof Property.Usually usually) {
            return List.of(small(usually.timing()));
        } else if (property instanceof Property.Horizon horizon) {
            return List.of(small(horizon.length()));
        } else if (property instanceof Property.Weight weight) {
            return List.of(weight.value().toString());
        } else if (property instanceof Property.Priority priority) {
            return List.of(BigDecimal.valueOf(priority.place()).toPlainString());
        }
        return List.of();
    }

    /** What all targets may say: where they hold, and how they are read. */
    private static void terms(Property.Wanted target, List<String> words) {
        TargetTerms terms = target.terms();
        clause("for", slice(target.slice()), words);
        clause("within", terms.tolerance() == null ? null : amount(terms.tolerance()), words);
        if (terms.count() instanceof TargetTerms.Count.Every every) {
            words.add("every " + small(every.unit()));
        } else if (terms.count() instanceof TargetTerms.Count.AnyPeriod) {
            words.add("in any period");
        }
        if (terms.course() instanceof TargetTerms.Course.Steps steps) {
            words.add("in " + rhythm(steps.unit()) + " steps");
        } else if (terms.course() instanceof TargetTerms.Course.Evenly) {
            words.add("spread evenly");
        } else if (terms.course() instanceof TargetTerms.Course.Like like) {
            words.add("spread like " + like.period());
        }
    }

    private static String rhythm(PeriodUnit unit) {
        return switch (unit) {
            case DAY -> "daily";
            case WEEK -> "weekly";
            case MONTH -> "monthly";
            case QUARTER -> "quarterly";
            case YEAR -> "yearly";
        };
    }

    private static String bands(Property.Status status) {
        List<String> bands = new ArrayList<>();
        for (Property.Band band : status.bands()) {
            bands.add(Names.written(band.status()) + " " + band.operator() + " " + operand(band.bound())
                    + (band.ofTarget() ? " of target" : ""));
        }
        if (status.otherwise() != null) {
            bands.add(Names.written(status.otherwise()) + " otherwise");
        }
        StatusCaution caution = status.caution();
        if (caution.margin() != null) {
            bands.add("margin " + amount(caution.margin()));
        }
        if (caution.after() > 1) {
            bands.add("after " + caution.after() + " periods");
        }
        if (caution.sample() != null) {
            bands.add("of at least " + caution.sample().least() + " " + caution.sample().counted());
        }
        return String.join(", ", bands);
    }

    private static void clause(String word, @Nullable Object said, List<String> words) {
        if (said != null) {
            words.add(word + " " + said);
        }
    }

    /** A condition, as it stands between the brackets of a selector. */
    private static @Nullable String slice(@Nullable SliceCondition condition) {
        if (condition == null) {
            return null;
        }
        String selected = Selection.of(Reference.to("x"), new Selector.Slice(condition)).toString();
        return selected.substring("x[".length(), selected.length() - 1);
    }

    private static String bounds(Bounds bounds) {
        if (bounds.low() != null && bounds.high() != null) {
            return amount(bounds.low()) + " to " + amount(bounds.high());
        } else if (bounds.low() != null) {
            return (bounds.strict() ? "above " : "at least ") + amount(bounds.low());
        }
        return (bounds.strict() ? "below " : "at most ") + amount(bounds.high());
    }

    /** A value without an operator, or one between brackets. */
    private static String amount(@Nullable Expression value) {
        boolean plain = value instanceof NumberLiteral || value instanceof Reference
                || value instanceof Negation negation && negation.operand() instanceof NumberLiteral;
        return plain ? String.valueOf(value) : "(" + value + ")";
    }

    /** What stands beside an operator, where a choice needs brackets. */
    private static String operand(Expression value) {
        return value instanceof NumberLiteral || value instanceof Reference ? value.toString() : "(" + value + ")";
    }

    /** A unit with its names as they are written. */
    private static String unit(Unit unit) {
        if (unit.powers().isEmpty()) {
            return unit.toString();
        }
        String above = factors(unit, 1).collect(Collectors.joining(" * "));
        String below = factors(unit, -1).map(factor -> " / " + factor).collect(Collectors.joining());
        return (above.isEmpty() ? "1" : above) + below;
    }

    private static Stream<String> factors(Unit unit, int sign) {
        return unit.powers().entrySet().stream().filter(power -> sign * power.getValue() > 0)
                .map(power -> Names.written(power.getKey())
                        + (power.getValue() == sign ? "" : "^" + sign * power.getValue()));
    }

    private static String duration(int count, PeriodUnit unit) {
        return count + " " + small(unit) + (count == 1 ? "" : "s");
    }

    private static String value(String id) {
        return Reference.to(id).toString();
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(DefinitionText::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

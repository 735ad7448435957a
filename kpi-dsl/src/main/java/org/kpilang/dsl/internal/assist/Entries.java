package org.kpilang.dsl.internal.assist;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.expression.Expression;
import org.kpilang.function.Function;
import org.kpilang.function.Signature;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/** What there is to say about definitions and functions. */
final class Entries {

    private static final int LONGEST_FORMULA = 300;

    private Entries() {}

    static Entry of(InputDefinition input) {
        String unit = input.unit() == null ? "" : input.unit() + " ";
        return new Entry(input.name(), SymbolKind.INPUT, input.name(), input.label(), input.unit(),
                told(input.label(), unit + input.kind().word()),
                () -> lines(input.label(), input.kind().description() + meaning(input), absent(input.absent()),
                        input.weight() == null ? null : "weighted by " + input.weight(), place(input.origin())));
    }

    private static String meaning(InputDefinition input) {
        String meaning = Meanings.ofChoice(input.kind().word());
        return meaning.isEmpty() ? "" : ": " + meaning;
    }

    private static String absent(AbsentRule rule) {
        if (rule instanceof AbsentRule.Zero) {
            return "absent is zero: a period without a fact had nothing";
        } else if (rule instanceof AbsentRule.CarriesForward carries) {
            return "absent carries forward: the last known value still holds"
                    + (carries.periods() == 0 ? "" : ", for up to " + carries.periods() + " periods");
        }
        return "absent is unknown: of a period without a fact nothing is known";
    }

    /** A KPI with the unit of its values, or null if that could not be found out. */
    static Entry of(KpiDefinition kpi, @Nullable Unit unit) {
        return new Entry(Kpi.id(kpi), SymbolKind.KPI, Kpi.id(kpi), kpi.label(), unit,
                told(kpi.label(), unit == null ? "KPI" : "KPI in " + unit),
                () -> lines(kpi.label(), formula(kpi.formula()),
                        kpi.property(Property.Description.class).map(Property.Description::text).orElse(null),
                        place(kpi.origin())));
    }

    static Entry of(ConstantDefinition constant, @Nullable Unit unit) {
        return new Entry(constant.name(), SymbolKind.CONSTANT, constant.name(), null, unit, "constant",
                () -> lines(formula(constant.value()), place(constant.origin())));
    }

    static Entry of(FunctionDefinition function) {
        String signature = function.name() + "(" + String.join(", ", function.parameters()) + ")";
        return new Entry(function.name(), SymbolKind.FUNCTION, signature, null, null, where(function.origin()),
                () -> lines(formula(function.body()), place(function.origin())));
    }

    static Entry of(ObjectiveDefinition objective) {
        return new Entry(objective.name(), SymbolKind.OBJECTIVE, objective.name(), objective.label(), null,
                told(objective.label(), "objective"),
                () -> lines(objective.label(),
                        objective.parent() == null ? "an objective" : "an objective under " + objective.parent(),
                        place(objective.origin())));
    }

    static Entry of(UnitDefinition unit) {
        String what = unit.currency() ? "currency" : "unit";
        return new Entry(unit.name(), SymbolKind.UNIT, unit.name(), null, null, what,
                () -> lines("a " + what, place(unit.origin())));
    }

    static Entry ofDimension(String name, Origin origin, List<String> members) {
        return new Entry(name, SymbolKind.DIMENSION, name, null, null, "dimension",
                () -> lines("a dimension", members.isEmpty() ? null : some(members), place(origin)));
    }

    static Entry of(Function function) {
        Signature signature = function.signature();
        return new Entry(signature.name(), SymbolKind.FUNCTION, signature.toString(), null, null, signature.summary(),
                () -> lines(signature.summary(), units(function)));
    }

    private static @Nullable String units(Function function) {
        String units = function.documentation().units();
        return units.isEmpty() ? null : "units: " + units;
    }

    static Entry of(NamedStatistic statistic) {
        String argument = statistic.argument().map(given -> ", " + given.name()).orElse("");
        return new Entry(statistic.name(), SymbolKind.STATISTIC, statistic.name() + "(x over …" + argument + ")", null, null,
                statistic.description(), () -> lines(statistic.description(),
                        "of the values of several periods, such as `" + statistic.example().formula() + "`"));
    }

    private static String some(List<String> members) {
        return members.size() + (members.size() == 1 ? " member: " : " members: ")
                + members.stream().limit(5).collect(Collectors.joining(", ")) + (members.size() > 5 ? ", …" : "");
    }

    private static String told(@Nullable String label, String sort) {
        return label == null ? sort : label + ", " + sort;
    }

    private static String formula(Expression expression) {
        String text = "= " + expression;
        return text.codePointCount(0, text.length()) <= LONGEST_FORMULA
                ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_FORMULA)) + "…";
    }

    private static String where(Origin origin) {
        SourceText source = origin.source();
        return source == null ? "function" : "function of " + source.name();
    }

    private static @Nullable String place(Origin origin) {
        return origin.isKnown() ? "defined at " + origin.describe() : null;
    }

    private static String lines(@Nullable String... lines) {
        return Stream.of(lines).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}

package org.kpilang.model.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Statistics;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.function.IndexFunction;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.WindowFunction;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** Derives the unit of every formula; only like units are added and compared. */
final class UnitCheck extends Interpretation<Unit> implements Check {

    private final Findings findings;
    private final Map<String, Unit> units = new HashMap<>();

    UnitCheck(Draft draft, Findings findings) {
        super(draft, findings);
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            if (definition instanceof FunctionDefinition function) {
                function(function);
            } else {
                value(definition);
            }
        }
    }

    /** A function is looked at for itself first, with arguments of any unit. */
    private void function(FunctionDefinition function) {
        int before = findings.errors();
        if (draft.isUsable(function)) {
            of(function.body(), Scope.inside(function.parameters()));
        }
        if (findings.errors() > before) {
            draft.exclude(function);
        }
    }

    private void value(Definition definition) {
        Expression formula = Objects.requireNonNull(Formula.main(definition)).expression();
        Unit derived = draft.isUsable(definition) ? of(formula) : Unit.ANY;
        Property.Shown shown = definition instanceof KpiDefinition kpi
                ? kpi.property(Property.Shown.class).orElse(null) : null;
        if (definition instanceof KpiDefinition kpi && isMoneyTimesMoney(derived)) {
            findings.error(DiagnosticCode.UNIT_NOT_POSSIBLE, kpi.formula().origin(),
                    "`" + Symbols.name(kpi) + "` is money times money, in " + derived,
                    "multiply money with a number, a rate or a quantity");
            derived = Unit.ANY;
        }
        enter(definition, shown == null ? derived : shown(shown, derived, definition));
    }

    /** The versions of a KPI have like units, or nobody could compare its periods. */
    private void enter(Definition definition, Unit unit) {
        String name = Symbols.name(definition);
        Unit before = units.putIfAbsent(name, unit);
        if (before == null) {
            return;
        } else if (before.isLike(unit)) {
            units.put(name, before.plus(unit));
            return;
        }
        findings.error(DiagnosticCode.UNIT_DIFFERS, definition.origin(),
                "this version of `" + name + "` is in " + unit + ", and another is in " + before,
                "give both one unit, or call one of them something else");
        units.put(name, Unit.ANY);
    }

    private boolean isMoneyTimesMoney(Unit unit) {
        int currencies = 0;
        for (Map.Entry<String, Integer> power : unit.powers().entrySet()) {
            currencies += power.getValue() > 0 && draft.symbols().isCurrency(power.getKey()) ? power.getValue() : 0;
        }
        return currencies > 1;
    }

    /**
     * The declared unit, which must fit the one derived. A ratio may be shown in any unit but money, and things counted
     * for each of other things may be shown as a ratio, such as orders of visits in percent.
     */
    private Unit shown(Property.Shown shown, Unit derived, Definition kpi) {
        Unit declared = shown.unit();
        if (!draft.symbols().isKnown(declared)) {
            return Unit.ANY;
        }
        boolean money = declared.powers().keySet().stream().anyMatch(draft.symbols()::isCurrency);
        if (!declared.isLike(derived) && (!derived.isPure() || money)
                && !(declared.isPure() && isCountOfCounts(derived))) {
            findings.error(DiagnosticCode.UNIT_DIFFERS, shown.origin(),
                    "`" + Symbols.name(kpi) + "` is declared in " + declared + ", but its formula gives " + derived,
                    "declare `unit " + derived + "`, or change the formula");
        }
        return declared;
    }

    private boolean isCountOfCounts(Unit unit) {
        return unit.powers().size() == 2 && unit.powers().values().containsAll(List.of(1, -1))
                && unit.powers().keySet().stream()
                        .noneMatch(name -> draft.symbols().isCurrency(name) || Symbols.isPredeclared(name));
    }

    /** The unit of a KPI or a constant; known once the check has run. */
    Unit unit(String name) {
        return units.getOrDefault(name, Unit.ANY);
    }

    @Override
    Unit unknown() {
        return Unit.ANY;
    }

    @Override
    Unit input(InputDefinition input) {
        return input.unit() == null || !draft.symbols().isKnown(input.unit()) ? Unit.ANY : input.unit();
    }

    @Override
    Unit named(Definition definition) {
        return unit(Symbols.name(definition));
    }

    @Override
    Unit calculated(Call call, Function function) {
        List<Unit> arguments = each(call.arguments());
        if (function instanceof WindowFunction window) {
            return Unit.of(window.unit().word());
        } else if (function instanceof IndexFunction) {
            return Unit.POINTS;
        } else if (function instanceof EventFunction events) {
            return ofEvents(call, events, arguments);
        }
        Unit unit;
        try {
            unit = ((PointwiseFunction) function).unit(arguments);
        } catch (RuntimeException e) {
            report(DiagnosticCode.FUNCTION_FAILED, call.origin(), "`" + call.function() + "` failed",
                    "the mistake is in the application that gives the function");
            return Unit.ANY;
        }
        if (unit == null) {
            report(DiagnosticCode.UNLIKE_UNITS, call.origin(),
                    "`" + call.function() + "` cannot be applied to " + listed(arguments), unlike(arguments));
        }
        return unit == null ? Unit.ANY : unit;
    }

    private Unit ofEvents(Call call, EventFunction function, List<Unit> arguments) {
        if (function.question() == EventFunction.Question.SHARE_WITHIN) {
            if (!arguments.get(0).isLike(arguments.get(1))) {
                report(DiagnosticCode.UNLIKE_UNITS, call.arguments().get(1).origin(), "values in " + arguments.get(0)
                        + " have no bound in " + arguments.get(1), unlike(arguments));
            }
            return Unit.NUMBER;
        }
        return isNumber(call.function()) ? Unit.NUMBER : arguments.get(0);
    }

    private static boolean isNumber(String statistic) {
        return Statistics.named(statistic).filter(NamedStatistic::isNumber).isPresent();
    }

    @Override
    public Unit visit(NumberLiteral number) {
        if (number.unit() != null) {
            return draft.symbols().isUnit(number.unit()) ? Unit.of(number.unit()) : Unit.ANY;
        }
        return number.suffix() == NumberLiteral.Suffix.PERCENT ? Unit.PERCENT : Unit.BARE;
    }

    @Override
    public Unit visit(PeriodLiteral period) {
        return Unit.ANY;
    }

    @Override
    public Unit visit(Negation negation) {
        return negation.operand().accept(this);
    }

    @Override
    public Unit visit(Sum sum) {
        Unit unit = sum.first().accept(this);
        boolean alike = true;
        for (int i = 0; i < sum.rest().size(); i++) {
            Sum.Term term = sum.rest().get(i);
            Unit next = term.operand().accept(this);
            if (alike && !unit.isLike(next)) {
                alike = false;
                String message = term.operator() == Sum.Operator.PLUS
                        ? "cannot add " + unit + " and " + next : "cannot subtract " + next + " from " + unit;
                String brackets = Brackets.hint(sum, i, unit, next, part -> quietly(part, scope()));
                report(DiagnosticCode.UNLIKE_UNITS, operatorOrigin(term), message,
                        brackets != null ? brackets : unlike(List.of(unit, next)));
            }
            boolean change = alike && i == 0 && term.operator() == Sum.Operator.MINUS && unit.isPercent() && next.isPercent()
                    && isOfTheSame(sum.first(), term.operand());
            unit = change ? Unit.PERCENTAGE_POINTS : alike ? unit.plus(next) : Unit.ANY;
        }
        return unit;
    }

    /** Whether two parts ask the same of different times or slices. */
    private static boolean isOfTheSame(Expression one, Expression other) {
        return !one.equals(other) && asked(one).equals(asked(other));
    }

    private static Expression asked(Expression expression) {
        Expression asked = expression;
        while (asked instanceof Selection selection) {
            asked = selection.operand();
        }
        return asked;
    }

    private static Origin operatorOrigin(Sum.Term term) {
        return term.origin().isKnown() ? term.origin() : term.operand().origin();
    }

    @Override
    public Unit visit(Product product) {
        Unit unit = product.first().accept(this);
        for (Product.Factor factor : product.rest()) {
            Unit next = factor.operand().accept(this);
            try {
                unit = factor.operator() == Product.Operator.TIMES ? unit.times(next) : unit.dividedBy(next);
            } catch (ArithmeticException e) {
                tooHigh(product.origin());
                unit = Unit.ANY;
            }
        }
        return unit;
    }

    @Override
    public Unit visit(Power power) {
        Unit base = power.base().accept(this);
        Unit exponent = power.exponent().accept(this);
        if (!exponent.isLike(Unit.NUMBER)) {
            report(DiagnosticCode.UNIT_NOT_POSSIBLE, power.exponent().origin(),
                    "an exponent is a plain number, not " + exponent, null);
            return Unit.ANY;
        }
        Integer whole = whole(power.exponent());
        if (whole == null && !base.isLike(Unit.NUMBER)) {
            report(DiagnosticCode.UNIT_NOT_POSSIBLE, power.origin(),
                    base + " can be raised to a whole number only",
                    "write a whole number as the exponent, or divide by a value in " + base + " first");
            return Unit.ANY;
        }
        try {
            return whole == null ? base : base.power(whole);
        } catch (ArithmeticException e) {
            tooHigh(power.origin());
            return Unit.ANY;
        }
    }

    private void tooHigh(Origin origin) {
        report(DiagnosticCode.UNIT_NOT_POSSIBLE, origin, "the power of the unit is too high", null);
    }

    /** The whole number that is written, or null if it is something else. */
    private static @Nullable Integer whole(Expression exponent) {
        boolean negative = exponent instanceof Negation;
        Expression size = exponent instanceof Negation negation ? negation.operand() : exponent;
        if (!(size instanceof NumberLiteral number) || number.value().scale() > 0
                || number.value().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            return null;
        }
        return negative ? -number.value().intValueExact() : number.value().intValueExact();
    }

    @Override
    public Unit visit(Comparison comparison) {
        Unit left = comparison.left().accept(this);
        Unit right = comparison.right().accept(this);
        if (!left.isLike(right)) {
            report(DiagnosticCode.UNLIKE_UNITS, comparison.operatorOrigin(), "cannot compare " + left + " with " + right,
                    unlike(List.of(left, right)));
        }
        percentages(left, comparison.right());
        percentages(right, comparison.left());
        return Unit.ANY;
    }

    /** Whoever writes {@code churn > 5} means five percent. */
    private void percentages(Unit unit, Expression number) {
        if (unit.isShownTimesHundred() && PercentNumbers.isAboveOne(number)) {
            report(DiagnosticCode.NUMBER_FOR_PERCENT, number.origin(), PercentNumbers.message(number),
                    PercentNumbers.hint(number));
        }
    }

    @Override
    public Unit visit(Logic logic) {
        each(logic.operands());
        return Unit.ANY;
    }

    @Override
    public Unit visit(Not not) {
        not.operand().accept(this);
        return Unit.ANY;
    }

    @Override
    public Unit visit(Conditional conditional) {
        conditional.condition().accept(this);
        Unit then = conditional.then().accept(this);
        Unit otherwise = conditional.otherwise().accept(this);
        if (!then.isLike(otherwise)) {
            report(DiagnosticCode.UNLIKE_UNITS, conditional.otherwise().origin(),
                    "one branch gives " + then + ", the other " + otherwise, unlike(List.of(then, otherwise)));
            return Unit.ANY;
        }
        return then.plus(otherwise);
    }

    @Override
    public Unit visit(Fallback fallback) {
        Unit unit = fallback.operands().get(0).accept(this);
        for (Expression operand : fallback.operands().subList(1, fallback.operands().size())) {
            Unit next = operand.accept(this);
            if (!unit.isLike(next)) {
                report(DiagnosticCode.UNLIKE_UNITS, operand.origin(), next + " cannot stand in for " + unit,
                        unlike(List.of(unit, next)));
                return Unit.ANY;
            }
            unit = unit.plus(next);
        }
        return unit;
    }

    @Override
    public Unit visit(Selection selection) {
        return selection.operand().accept(this);
    }

    @Override
    public Unit visit(Statistic statistic) {
        Unit unit = statistic.operand().accept(this);
        each(statistic.arguments());
        return isNumber(statistic.function()) ? Unit.NUMBER : unit;
    }

    private static String listed(List<Unit> units) {
        List<String> names = new ArrayList<>(units.stream().distinct().map(Unit::toString).toList());
        String last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " and " + last + " together";
    }

    /** What to do about units that do not go together. */
    private @Nullable String unlike(List<Unit> units) {
        List<String> currencies = units.stream()
                .flatMap(unit -> unit.powers().keySet().stream())
                .filter(draft.symbols()::isCurrency)
                .distinct()
                .toList();
        if (units.contains(Unit.POINTS) && units.stream().anyMatch(Unit::isPercent)) {
            return "write a percentage, such as `5%`; points are what two percentages differ by";
        }
        if (units.stream().distinct().count() == 1) {
            return "divide by a value in " + units.get(0) + " first";
        }
        return currencies.size() < 2 ? "only values of one unit go together; divide one by the other to relate them"
                : currencies.stream().collect(Collectors.joining(" and ")) + " need a rate: multiply by an input in "
                        + currencies.get(0) + " / " + currencies.get(1);
    }
}

package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Property;
import org.kpilang.series.Interval;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * Derives for every formula the interval that its values lie in, as far as that is known, whatever the window and the
 * slice; warns of divisors that may be zero, of parts that never have a value, and of comparisons whose outcome is known
 * beforehand.
 */
final class IntervalCheck extends Interpretation<Interval> implements Check {

    private final UnitCheck units;
    private final DeclaredRanges ranges;
    private final ConstantValues constants;
    private final Findings findings;
    private final Shares shares;
    private final Map<String, Interval> derived = new HashMap<>();
    /** The functions about which something was said at their definition. */
    private final Set<String> known = new HashSet<>();
    private Guards guards = Guards.NONE;
    /** Whether something stands in where there is no value. */
    private boolean replaced;

    IntervalCheck(Draft draft, ConstantValues constants, DeclaredRanges ranges, UnitCheck units, Findings findings) {
        super(draft, findings);
        this.constants = constants;
        this.ranges = ranges;
        this.units = units;
        this.findings = findings;
        this.shares = new Shares(draft,
                definition -> definition instanceof InputDefinition input ? input(input) : named(definition));
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            Formula formula = Objects.requireNonNull(Formula.main(definition));
            if (!draft.isUsable(definition)) {
                continue;
            }
            int before = findings.size();
            Interval interval = of(formula.expression(), Scope.inside(formula.parameters()));
            if (!(definition instanceof FunctionDefinition)) {
                derived.merge(Symbols.name(definition), interval, Interval::hull);
            } else if (findings.size() > before) {
                known.add(Symbols.name(definition));
            }
        }
        for (Formula formula : draft.formulas()) {
            // What examples say is worked out, and told then.
            if (formula.property() != null && !(formula.property() instanceof Property.Example)) {
                of(formula.expression());
            }
        }
    }

    /** What follows from the formula of a KPI or a constant; known once the check has run. */
    Interval derived(String name) {
        return derived.getOrDefault(name, Interval.ANY);
    }

    /** The same, as far as it is within the range that is declared: what is declared is believed. */
    Interval range(String name) {
        Interval both = derived(name).intersect(ranges.kpi(name));
        return both.isEmpty() ? derived(name) : both;
    }

    @Override
    Interval unknown() {
        return Interval.ANY;
    }

    @Override
    Interval input(InputDefinition input) {
        return RolledUp.ofInput(input, ranges.facts(input.name()), !draft.symbols().dimensions().isEmpty(),
                input.weight() == null ? Interval.ANY : ranges.facts(input.weight()));
    }

    @Override
    Interval named(Definition definition) {
        return definition instanceof ConstantDefinition constant && constants.of(constant.value()).isPresent()
                ? Interval.of(constants.of(constant.value()).getAsDouble()) : range(Symbols.name(definition));
    }

    @Override
    Interval calculated(Call call, Function function) {
        if (function instanceof WindowFunction window) {
            return window.workdays() ? Interval.NOT_NEGATIVE : Interval.POSITIVE;
        }
        if (function instanceof EventFunction events) {
            return ofEvents(call, events);
        }
        List<Interval> arguments = new ArrayList<>();
        if (function instanceof IndexFunction) {
            arguments.add(elsewhere(IndexFunction.value(call.arguments())));
        } else {
            for (Expression argument : call.arguments()) {
                arguments.add(at(argument));
            }
        }
        Interval result = function instanceof PointwiseFunction pointwise ? range(pointwise, arguments)
                : index(arguments.get(0));
        if (result.isEmpty() && !arguments.isEmpty() && arguments.stream().noneMatch(Interval::isEmpty)) {
            neverHasAValue(call, call.arguments().get(0), arguments.get(0));
        }
        return result;
    }

    /** Where no event is there is no statistic, but for their number and their sum, which are 0. */
    private Interval ofEvents(Call call, EventFunction function) {
        Interval values = elsewhere(call.arguments().get(0));
        each(call.arguments().subList(1, call.arguments().size()));
        return switch (function.question()) {
            case STATISTIC -> {
                NamedStatistic statistic = Statistics.named(call.function()).orElseThrow();
                Interval all = RolledUp.ofStatistic(statistic, values);
                yield statistic.addsUp() ? all.hull(Interval.of(0)) : all;
            }
            case SHARE_WITHIN -> Interval.between(0, 1);
            case REPEATED, FIRST_SEEN, BOTH, FOLLOWED, CREDITED -> Interval.NOT_NEGATIVE;
        };
    }

    /** Nothing is known where a function of the application fails to tell. */
    private static Interval range(PointwiseFunction function, List<Interval> arguments) {
        try {
            return Objects.requireNonNull(function.range(arguments), "range is null");
        } catch (RuntimeException e) {
            return Interval.ANY;
        }
    }

    /** A value as a percentage of another one of the same, or of a mean of those, that is above zero. */
    private static Interval index(Interval value) {
        return Interval.of(100).times(value).dividedBy(value.intersect(Interval.POSITIVE));
    }

    /** What an expression is here, where a condition may hold. */
    private Interval at(Expression expression) {
        Interval interval = expression.accept(this);
        return guards.areNone() ? interval : guards.narrow(expression, scope(), interval);
    }

    @Override
    public Interval visit(NumberLiteral number) {
        return Interval.of(number.doubleValue());
    }

    @Override
    public Interval visit(PeriodLiteral period) {
        return Interval.ANY;
    }

    @Override
    public Interval visit(Negation negation) {
        return at(negation.operand()).negated();
    }

    @Override
    public Interval visit(Sum sum) {
        Interval all = at(sum.first());
        for (Sum.Term term : sum.rest()) {
            Interval next = at(term.operand());
            all = term.operator() == Sum.Operator.PLUS ? all.plus(next) : all.minus(next);
        }
        return all;
    }

    @Override
    public Interval visit(Product product) {
        Interval before = Interval.of(1);
        Interval all = at(product.first());
        Expression last = product.first();
        for (Product.Factor factor : product.rest()) {
            Interval next = at(factor.operand());
            if (factor.operator() == Product.Operator.TIMES) {
                before = all;
                all = all.times(next);
            } else {
                divisor(factor.operand(), next, all);
                Interval quotient = all.dividedBy(next);
                all = last != null && shares.isShare(last, factor.operand(), scope())
                        ? quotient.intersect(before.times(Interval.between(0, 1))) : quotient;
            }
            last = factor.operator() == Product.Operator.TIMES ? factor.operand() : null;
        }
        return all;
    }

    private void divisor(Expression divisor, Interval range, Interval dividend) {
        if (range.isEmpty() || dividend.isEmpty()) {
            return;
        } else if (range.equals(Interval.of(0))) {
            warn(DiagnosticCode.NEVER_A_VALUE, divisor.origin(),
                    "the divisor " + Parts.quoted(written(divisor), "here") + " is always zero, so there is never a value",
                    "divide by something else");
        } else if (!replaced && Divisors.isDoubtful(written(divisor), range) && !guards.isNotZero(divisor, scope())) {
            String shown = Parts.isShort(written(divisor)) ? written(divisor).toString() : "…";
            warn(DiagnosticCode.ZERO_DIVISOR, divisor.origin(),
                    "the divisor " + Parts.quoted(written(divisor), "here") + " can be zero: it lies in " + shown(divisor, range),
                    "if it never is, narrow a range, as in `range above 0` or `range below 100%`; if it can be, write `if "
                            + shown + " = 0 then … else …`");
        }
    }

    /** The expression itself, or the argument that it stands for. */
    private Expression written(Expression expression) {
        return Written.of(expression, scope()).expression();
    }

    @Override
    public Interval visit(Power power) {
        Interval base = at(power.base());
        Interval exponent = at(power.exponent());
        Interval result = base.power(exponent);
        if (result.isEmpty() && !base.isEmpty() && !exponent.isEmpty()) {
            neverHasAValue(power, power.base(), base);
        }
        return result;
    }

    private void neverHasAValue(Expression whole, Expression argument, Interval range) {
        String because = range.isPoint() ? "" : ": " + Parts.quoted(written(argument), "what it is given") + " lies in "
                + shown(argument, range);
        Call call = scope().call();
        boolean own = call == null || draft.symbols().defined().containsKey(call.function());
        warn(DiagnosticCode.NEVER_A_VALUE, whole.origin(),
                Parts.quoted(own ? whole : call, "this") + " never has a value" + because,
                range.isPoint() ? "the result is undefined, or larger than any number"
                        : "correct what it is given, or a range that it is made from");
    }

    /** Nothing is said of comparisons inside functions, where an argument may choose among ways to calculate. */
    @Override
    public Interval visit(Comparison comparison) {
        Interval left = at(comparison.left());
        Interval right = at(comparison.right());
        Outcome outcome = Outcome.of(left, comparison.operator(), right);
        boolean fixed = left.isPoint() && right.isPoint();
        if (outcome != Outcome.OPEN && !fixed && scope().call() == null && !isOfPercentages(comparison)) {
            boolean rightVaries = left.isPoint();
            Expression varying = rightVaries ? comparison.right() : comparison.left();
            Interval range = rightVaries ? right : left;
            warn(DiagnosticCode.SAME_OUTCOME, comparison.operatorOrigin(),
                    Parts.quoted(comparison, "this comparison") + (outcome == Outcome.HOLDS ? " always" : " never")
                            + " holds: " + Parts.quoted(varying, "what is compared") + " lies in " + shown(varying, range),
                    outcome == Outcome.HOLDS ? "leave the comparison out, or correct its bound"
                            : "correct the bound, or a range that it is made from");
        }
        return Interval.ANY;
    }

    private boolean isOfPercentages(Comparison comparison) {
        return PercentNumbers.isAboveOne(comparison.right()) && units.quietly(comparison.left(), scope()).isShownTimesHundred()
                || PercentNumbers.isAboveOne(comparison.left()) && units.quietly(comparison.right(), scope()).isShownTimesHundred();
    }

    @Override
    public Interval visit(Logic logic) {
        each(logic.operands());
        return Interval.ANY;
    }

    @Override
    public Interval visit(Not not) {
        return not.operand().accept(this);
    }

    @Override
    public Interval visit(Conditional conditional) {
        conditional.condition().accept(this);
        Guards before = guards;
        try {
            guards = before.with(conditional.condition(), true, scope(), constants::of);
            Interval then = at(conditional.then());
            guards = before.with(conditional.condition(), false, scope(), constants::of);
            return then.hull(at(conditional.otherwise()));
        } finally {
            guards = before;
        }
    }

    @Override
    public Interval visit(Fallback fallback) {
        boolean before = replaced;
        Interval all = Interval.NONE;
        for (int i = 0; i < fallback.operands().size(); i++) {
            replaced = before || i < fallback.operands().size() - 1;
            all = all.hull(at(fallback.operands().get(i)));
        }
        replaced = before;
        return all;
    }

    @Override
    public Interval visit(Selection selection) {
        return elsewhere(selection.operand());
    }

    @Override
    public Interval visit(Statistic statistic) {
        Interval operand = elsewhere(statistic.operand());
        each(statistic.arguments());
        return Statistics.named(statistic.function()).map(named -> RolledUp.ofStatistic(named, operand))
                .orElse(Interval.ANY);
    }

    /** An expression that is asked in another context, where the condition may not hold. */
    private Interval elsewhere(Expression operand) {
        Guards before = guards;
        guards = Guards.NONE;
        try {
            return operand.accept(this);
        } finally {
            guards = before;
        }
    }

    private String shown(Expression expression, Interval range) {
        Unit unit = units.quietly(expression, scope());
        return Shown.range(range, unit);
    }

    private void warn(DiagnosticCode code, Origin origin, String message, String hint) {
        Call call = scope().call();
        if (call == null || !known.contains(call.function())) {
            report(code, origin, message, hint);
        }
    }
}

package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.function.DerivedFunction;
import org.kpilang.function.EventFunction;
import org.kpilang.function.Function;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.WindowFunction;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/**
 * What is asked of an input suits its kind: only balances are opened, and only what adds up over time is added up over
 * time.
 */
final class KindCheck extends Interpretation<Grade> implements Check {

    private final UnitCheck units;
    private final Findings findings;
    private final Map<String, Grade> grades = new HashMap<>();
    private final EventGrades events = new EventGrades(this);
    /** Whether an input is looked at for its events. */
    private boolean isOfEvents;
    /** Whether the KPI that is looked at says in words what it is. */
    private boolean described;

    KindCheck(Draft draft, UnitCheck units, Findings findings) {
        super(draft, findings);
        this.units = units;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            Formula formula = Objects.requireNonNull(Formula.main(definition));
            if (!draft.isUsable(definition)) {
                continue;
            }
            int before = findings.errors();
            described = definition instanceof FunctionDefinition
                    || definition instanceof KpiDefinition kpi && kpi.property(Property.Description.class).isPresent();
            Grade grade = of(formula.expression(), Scope.inside(formula.parameters()));
            if (!(definition instanceof FunctionDefinition)) {
                grades.merge(Symbols.name(definition), grade, Grade::with);
            } else if (findings.errors() > before) {
                draft.exclude(definition);
            }
        }
        described = true;
        for (Formula formula : draft.formulas()) {
            if (formula.property() != null) {
                of(formula.expression());
            }
        }
    }

    @Override
    Grade unknown() {
        return Grade.UNKNOWN;
    }

    @Override
    Grade input(InputDefinition input) {
        return Grade.of(input);
    }

    @Override
    Grade input(Reference reference, InputDefinition input) {
        if (input.kind() == InputKind.VALUES && !isOfEvents) {
            notOneNumber(reference.origin(), input, "ask its events: `median(" + input.name() + ")`, `avg("
                    + input.name() + ")` or `quantile(" + input.name() + ", 95%)`");
            return Grade.UNKNOWN;
        }
        return Grade.of(input);
    }

    private void notOneNumber(Origin origin, InputDefinition input, String instead) {
        report(DiagnosticCode.NOT_ONE_NUMBER, origin,
                "`" + input.name() + "` is " + input.kind().description() + ", not one number",
                instead);
    }

    /** Walks into what a function of events takes as its inputs. */
    void walkEvents(List<Expression> inputs) {
        boolean before = isOfEvents;
        isOfEvents = true;
        each(inputs);
        isOfEvents = before;
    }

    @Override
    Grade named(Definition definition) {
        return grades.getOrDefault(Symbols.name(definition), Grade.UNKNOWN);
    }

    @Override
    Grade calculated(Call call, Function function) {
        if (function instanceof WindowFunction) {
            return Grade.UNKNOWN;
        }
        EventFunction ofEvents = EventFunction.of(function, call).orElse(null);
        if (ofEvents != null && (function == ofEvents || inputAsked(call.arguments().get(0)).isOf(InputKind.VALUES))) {
            return events.of(call, ofEvents);
        }
        Grade grade = together(call.arguments());
        return grade.isFixed() || function instanceof PointwiseFunction of && hasUnitOfArguments(of, call)
                ? grade : grade.with(Grade.FIXED.as(Grade.Adding.QUOTIENT));
    }

    /** A maximum is of the same sort as its arguments; a growth rate or a score is not, whatever it is made from. */
    private static boolean hasUnitOfArguments(PointwiseFunction function, Call call) {
        try {
            Unit unit = function.unit(Collections.nCopies(call.arguments().size(), Unit.ANY));
            return unit == null || unit == Unit.ANY;
        } catch (RuntimeException e) {
            // The check of units has told of it.
            return true;
        }
    }

    /** What is annualised belongs to a length of time. */
    @Override
    void derived(Call call, DerivedFunction function) {
        DerivedFunction.Requirement requirement = function.requirement(call.arguments());
        if (requirement == DerivedFunction.Requirement.NONE) {
            return;
        }
        Expression operand = call.arguments().get(0);
        Grade grade = quietly(operand, scope());
        if (grade.adding() == Grade.Adding.KIND && grade.notAdding() != null) {
            boolean itself = operand instanceof Reference reference && reference.name().equals(grade.notAdding().name());
            report(DiagnosticCode.NOT_OF_TIME, call.origin(), Parts.quoted(operand, "this")
                    + (itself ? "" : " uses `" + grade.notAdding().name() + "`, which") + " is "
                    + grade.notAdding().kind().description() + ": it does not grow with the length of the window",
                    "leave `" + call.function() + "` out");
        } else if (requirement == DerivedFunction.Requirement.AMOUNT_OF_TIME
                && (grade.adding() == Grade.Adding.RATIO || grade.adding() == Grade.Adding.QUOTIENT)
                && isShare(units.quietly(operand, scope()))) {
            String written = Parts.isShort(operand) ? operand.toString() : "x";
            report(DiagnosticCode.NOT_OF_TIME, call.origin(), Parts.quoted(operand, "this")
                    + " is a rate, and rates compound over a year",
                    "write `" + call.function() + "(" + written + ", loss)` for a rate of loss, `" + call.function() + "("
                            + written + ", growth)` for one of growth, or `" + call.function() + "(" + written
                            + ", 365)` for a multiple");
        }
    }

    private Grade together(List<Expression> operands) {
        Grade all = Grade.FIXED;
        for (Expression operand : operands) {
            all = all.with(operand.accept(this));
        }
        return all;
    }

    @Override
    public Grade visit(NumberLiteral number) {
        return Grade.FIXED;
    }

    @Override
    public Grade visit(PeriodLiteral period) {
        return Grade.FIXED;
    }

    @Override
    public Grade visit(Negation negation) {
        return negation.operand().accept(this);
    }

    /** A balance less another balance is a change, and changes add up. */
    @Override
    public Grade visit(Sum sum) {
        Grade first = sum.first().accept(this);
        Grade all = first;
        int balances = first.isBalance() ? 1 : 0;
        boolean others = !first.isBalance() && first.adding().compareTo(Grade.Adding.ADDS) > 0;
        for (Sum.Term term : sum.rest()) {
            Grade next = term.operand().accept(this);
            if (next.isBalance()) {
                balances += term.operator() == Sum.Operator.PLUS ? 1 : -1;
            } else {
                others |= next.adding().compareTo(Grade.Adding.ADDS) > 0;
            }
            all = all.with(next);
        }
        return all.isBalance() && balances == 0 && !others ? all.as(Grade.Adding.ADDS) : all;
    }

    @Override
    public Grade visit(Product product) {
        ProductGrade grade = new ProductGrade(product.first().accept(this));
        product.rest().forEach(factor -> grade.add(factor.operator(), factor.operand().accept(this)));
        return grade.grade();
    }

    @Override
    public Grade visit(Power power) {
        return power.base().accept(this).reading(power.exponent().accept(this));
    }

    @Override
    public Grade visit(Comparison comparison) {
        return Grade.FIXED.reading(together(comparison.children()));
    }

    @Override
    public Grade visit(Logic logic) {
        return Grade.FIXED.reading(together(logic.operands()));
    }

    @Override
    public Grade visit(Not not) {
        return not.operand().accept(this);
    }

    @Override
    public Grade visit(Conditional conditional) {
        Grade condition = conditional.condition().accept(this);
        return conditional.then().accept(this).with(conditional.otherwise().accept(this)).reading(condition);
    }

    @Override
    public Grade visit(Fallback fallback) {
        return together(fallback.operands());
    }

    @Override
    public Grade visit(Selection selection) {
        Grade grade = selection.operand().accept(this);
        boolean opens = selection.selectors().stream().anyMatch(Selector.Opening.class::isInstance);
        if (opens && grade.noBalance() != null) {
            noBalance(selection, grade.noBalance());
        }
        return grade;
    }

    @Override
    public Grade visit(Statistic statistic) {
        Asked asked = inputAsked(statistic.operand());
        if (asked.isOf(InputKind.VALUES)) {
            ofEachPeriod(statistic, asked.input());
            return Grade.UNKNOWN;
        }
        Grade grade = statistic.operand().accept(this);
        each(statistic.arguments());
        NamedStatistic named = Statistics.named(statistic.function()).orElse(null);
        if (named == null) {
            return Grade.UNKNOWN;
        } else if (named.addsUp() && !addsUp(grade, statistic)) {
            notAdding(statistic, grade);
        } else if ((grade.adding() == Grade.Adding.MEDIAN || grade.adding() == Grade.Adding.OF_EVENTS)
                && named.isCentre()) {
            medianOfMedians(statistic, grade);
        } else if (grade.adding() == Grade.Adding.RATIO && named.name().equals("avg") && !described) {
            meanOfRatios(statistic);
        }
        return grade.as(named.addsUp() || named.counts() ? Grade.Adding.ADDS
                : named.divides() ? Grade.Adding.MEDIAN : Grade.Adding.SUMMARY);
    }

    private boolean addsUp(Grade grade, Statistic statistic) {
        return switch (grade.adding()) {
            case FIXED, ADDS -> true;
            case RATIO, QUOTIENT -> !isShare(units.quietly(statistic.operand(), scope()));
            case SUMMARY, MEDIAN, OF_EVENTS, KIND -> false;
        };
    }

    private static boolean isShare(Unit unit) {
        return unit.isPure() && unit != Unit.BARE || unit.equals(Unit.POINTS);
    }

    private void noBalance(Selection selection, InputDefinition input) {
        Call function = derived();
        Expression operand = function == null ? selection.operand() : function.arguments().get(0);
        boolean itself = operand instanceof Reference reference && reference.name().equals(input.name());
        String message = (itself ? "" : Parts.quoted(operand, "this") + " uses ") + "`" + input.name() + "`"
                + (itself ? " is " : ", ") + input.kind().description() + (itself ? ", and only" : "; only")
                + " a stock has an opening balance";
        String hint = !Parts.isShort(operand) ? null : function == null || !function.function().equals("average")
                ? "for the period before, write `" + previous(operand) + "`"
                : "for the mean of several periods, write `" + mean(operand) + "`";
        reportAt(function, selection.origin(), DiagnosticCode.NOT_A_BALANCE, message, hint);
    }

    private static Expression previous(Expression operand) {
        return Selection.of(operand, new Selector.Previous());
    }

    private static Expression mean(Expression operand) {
        return new Statistic("avg", operand, new Stretch.Periods(12, PeriodUnit.MONTH, 0), List.of(), Origin.NONE);
    }

    private void notAdding(Statistic statistic, Grade grade) {
        Call function = derived();
        Expression operand = function == null ? statistic.operand() : function.arguments().get(0);
        Rewrites rewrites = new Rewrites(operand, statistic.stretch());
        String all = wholeOfMedians(statistic, grade);
        InputDefinition input = grade.notAdding();
        boolean itself = input == null || operand instanceof Reference reference && reference.name().equals(input.name());
        String subject = itself ? Parts.quoted(operand, "this")
                : Parts.quoted(operand, "this") + " uses `" + input.name() + "`, which";
        String sort = input != null ? input.kind().description()
                : grade.adding().isSummary() ? "a summary already" : "a ratio or a score";
        reportAt(function, statistic.origin(), DiagnosticCode.NOT_SUMMABLE,
                subject + " is " + sort + ": its values of several periods do not add up",
                all != null ? "write `" + all + "` for the whole time"
                        : rewrites.hint(input == null ? null : input.kind()));
    }

    private void ofEachPeriod(Statistic statistic, InputDefinition input) {
        List<Expression> arguments = new ArrayList<>(List.of(statistic.operand()));
        arguments.addAll(statistic.arguments());
        Call call = new Call(statistic.function(), arguments, Origin.NONE);
        String all = Parts.isShort(call) ? new Rewrites(call, statistic.stretch()).whole() : null;
        notOneNumber(statistic.origin(), input, "write `" + (all == null ? call.function() + "(" + input.name() + ")`"
                : all + "` for all events of the time"));
    }

    private void medianOfMedians(Statistic statistic, Grade grade) {
        String operand = Parts.quoted(statistic.operand(), "this");
        String all = wholeOfMedians(statistic, grade);
        report(DiagnosticCode.MEDIAN_OF_MEDIANS, statistic.origin(),
                operand + " is a median or quantile, and those of parts do not give that of the whole",
                all == null ? "summarise the values themselves, over the whole time"
                        : "write `" + all + "`; the highest and the lowest are `max` and `min`");
    }

    /** What to write for the median of the whole, or null if that is not so or cannot be said shortly. */
    private static @Nullable String wholeOfMedians(Statistic statistic, Grade grade) {
        if (grade.adding() == Grade.Adding.OF_EVENTS) {
            return Parts.isShort(statistic.operand())
                    ? new Rewrites(statistic.operand(), statistic.stretch()).whole() : null;
        }
        return grade.adding() == Grade.Adding.MEDIAN ? Rewrites.ofWhole(statistic) : null;
    }

    private void meanOfRatios(Statistic statistic) {
        String ratio = new Rewrites(statistic.operand(), statistic.stretch()).whole();
        report(DiagnosticCode.MEAN_OF_RATIOS, statistic.origin(),
                "this is the mean of ratios, in which a small period counts as much as a large one",
                (ratio == null || !Parts.isShort(statistic.operand()) ? "take the ratio of the sums"
                        : "write `" + ratio + "` for the ratio of the sums")
                        + "; if the mean is meant, say so in a `description`");
    }

    /** The innermost function of the language that is being looked into, or null if it is the user's own text. */
    private @Nullable Call derived() {
        Call call = scope().call();
        return call != null && !draft.symbols().defined().containsKey(call.function()) ? call : null;
    }

    /** Reports at the call of a function of the language, as if that were where the mistake is written. */
    private void reportAt(@Nullable Call function, Origin origin, DiagnosticCode code, String message,
            @Nullable String hint) {
        if (function == null) {
            report(code, origin, message, hint);
        } else {
            reportIn(Objects.requireNonNull(scope().caller()), code, function.origin(), message, hint);
        }
    }
}

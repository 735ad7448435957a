package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.Map;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionVisitor;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Negation;
import org.kpilang.expression.Not;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Power;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Sum;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.DiagnosticCode;

/** Numbers stand where numbers are needed, and conditions where conditions are. */
final class ConditionCheck implements Check, ExpressionVisitor<ConditionCheck.Sort> {

    /** What an expression gives. */
    enum Sort {
        NUMBER, CONDITION,
        /** Not known because of another mistake: it is taken for either. */
        UNKNOWN
    }

    private final Draft draft;
    private final Findings findings;
    private final Map<String, Sort> functions = new HashMap<>();

    ConditionCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Definition definition : draft.order().definitions()) {
            if (definition instanceof FunctionDefinition function) {
                functions.put(function.name(), function.body().accept(this));
            }
        }
        for (Formula formula : draft.formulas()) {
            if (!(formula.owner() instanceof FunctionDefinition)) {
                number(formula.expression());
            }
        }
    }

    private Sort number(Expression expression) {
        if (expression.accept(this) == Sort.CONDITION) {
            findings.error(DiagnosticCode.NUMBER_EXPECTED, expression.origin(),
                    Parts.quoted(expression, "this") + " is a condition, not a number",
                    "to count it as 1 or 0, write `if " + text(expression) + " then 1 else 0`");
        }
        return Sort.NUMBER;
    }

    private Sort condition(Expression expression) {
        if (expression.accept(this) == Sort.NUMBER) {
            findings.error(DiagnosticCode.CONDITION_EXPECTED, expression.origin(),
                    Parts.quoted(expression, "this") + " is a number, not a condition",
                    "compare it with something: `" + text(expression) + " > 0`");
        }
        return Sort.CONDITION;
    }

    private static String text(Expression expression) {
        return Parts.isShort(expression) ? expression.toString() : "…";
    }

    @Override
    public Sort visit(NumberLiteral number) {
        return Sort.NUMBER;
    }

    /** Where a period may stand is a matter of the function that takes it. */
    @Override
    public Sort visit(PeriodLiteral period) {
        return Sort.UNKNOWN;
    }

    @Override
    public Sort visit(Reference reference) {
        return Sort.NUMBER;
    }

    @Override
    public Sort visit(Negation negation) {
        return number(negation.operand());
    }

    @Override
    public Sort visit(Sum sum) {
        sum.children().forEach(this::number);
        return Sort.NUMBER;
    }

    @Override
    public Sort visit(Product product) {
        product.children().forEach(this::number);
        return Sort.NUMBER;
    }

    @Override
    public Sort visit(Power power) {
        power.children().forEach(this::number);
        return Sort.NUMBER;
    }

    @Override
    public Sort visit(Comparison comparison) {
        comparison.children().forEach(this::number);
        return Sort.CONDITION;
    }

    @Override
    public Sort visit(Logic logic) {
        logic.operands().forEach(this::condition);
        return Sort.CONDITION;
    }

    @Override
    public Sort visit(Not not) {
        return condition(not.operand());
    }

    /** The branches are numbers: a choice between conditions is written with {@code and} and {@code or}. */
    @Override
    public Sort visit(Conditional conditional) {
        condition(conditional.condition());
        number(conditional.then());
        return number(conditional.otherwise());
    }

    @Override
    public Sort visit(Fallback fallback) {
        fallback.operands().forEach(this::number);
        return Sort.NUMBER;
    }

    @Override
    public Sort visit(Call call) {
        call.arguments().forEach(this::number);
        if (draft.symbols().defined().containsKey(call.function())) {
            return functions.getOrDefault(call.function(), Sort.UNKNOWN);
        }
        return draft.functions().find(call.function()).isPresent() ? Sort.NUMBER : Sort.UNKNOWN;
    }

    @Override
    public Sort visit(Selection selection) {
        return selection.operand().accept(this);
    }

    @Override
    public Sort visit(Statistic statistic) {
        statistic.children().forEach(this::number);
        return Sort.NUMBER;
    }
}

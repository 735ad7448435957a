package org.kpilang.model.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Not;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.Selection;
import org.kpilang.model.Definition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** Numbers stand where numbers are needed, and conditions where conditions are. */
final class ConditionCheck implements Check {

    /** What an expression gives. */
    private enum Sort {
        NUMBER, CONDITION, PERIOD,
        /** Not known because of another mistake: it is taken for anything. */
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
                functions.put(function.name(), sort(function.body()));
            }
        }
        for (Formula formula : draft.formulas()) {
            if (!(formula.owner() instanceof FunctionDefinition)) {
                number(formula.expression());
            }
            for (Expression part : draft.parts(formula)) {
                operands(part);
            }
        }
    }

    /** What an expression gives; that shows at its top. */
    private Sort sort(Expression expression) {
        Expression top = expression instanceof Selection selection ? selection.operand() : expression;
        if (top instanceof Comparison || top instanceof Logic || top instanceof Not) {
            return Sort.CONDITION;
        } else if (top instanceof PeriodLiteral) {
            return Sort.PERIOD;
        } else if (top instanceof Call call && draft.functions().find(call.function()).isEmpty()) {
            return functions.getOrDefault(call.function(), Sort.UNKNOWN);
        }
        return Sort.NUMBER;
    }

    /** The operands of a part are of the sort that it takes. */
    private void operands(Expression part) {
        if (part instanceof Logic logic && isFallback(logic)) {
            return;
        } else if (part instanceof Logic || part instanceof Not) {
            for (Expression operand : part.children()) {
                condition(operand);
            }
        } else if (part instanceof Conditional conditional) {
            condition(conditional.condition());
            number(conditional.then());
            number(conditional.otherwise());
        } else if (part instanceof Call call && draft.functions().find(call.function()).isEmpty()
                && !functions.containsKey(call.function())) {
            return;
        } else if (part instanceof Call call) {
            // Whether a function takes a period is a matter of the function.
            for (Expression argument : draft.functions().formulas(call)) {
                if (sort(argument) != Sort.PERIOD) {
                    number(argument);
                }
            }
        } else if (!(part instanceof Selection)) {
            for (Expression operand : part.children()) {
                number(operand);
            }
        }
    }

    private void number(Expression expression) {
        Sort sort = sort(expression);
        if (expression instanceof Logic logic && isFallback(logic)) {
            findings.error(DiagnosticCode.NUMBER_EXPECTED, expression.origin(),
                    Parts.quoted(expression, "this") + " is a condition, not a number",
                            "for a value that may be missing, write `"
                            + (Parts.isShort(expression) ? new Fallback(logic.operands(), Origin.NONE) : "x else 0")
                                    + "`");
        } else if (sort == Sort.CONDITION) {
            findings.error(DiagnosticCode.NUMBER_EXPECTED, expression.origin(),
                    Parts.quoted(expression, "this") + " is a condition, not a number",
                    "to count it as 1 or 0, write `if " + text(expression) + " then 1 else 0`");
        } else if (sort == Sort.PERIOD) {
            period(expression);
        }
    }

    private void condition(Expression expression) {
        Sort sort = sort(expression);
        if (sort == Sort.NUMBER) {
            findings.error(DiagnosticCode.CONDITION_EXPECTED, expression.origin(),
                    Parts.quoted(expression, "this") + " is a number, not a condition",
                    "compare it with something: `" + text(expression) + " > 0`");
        } else if (sort == Sort.PERIOD) {
            period(expression);
        }
    }

    /** Whether a fallback is written with {@code or}, which is told as a whole. */
    private static boolean isFallback(Logic logic) {
        return logic.operator() == Logic.Operator.OR
                && logic.operands().stream().anyMatch(NumberLiteral.class::isInstance);
    }

    private void period(Expression expression) {
        findings.error(DiagnosticCode.WRONG_ARGUMENT, expression.origin(), "a period stands where a number is needed",
                "to ask for the value of another period, write a selector such as `[1 year ago]`");
    }

    private static String text(Expression expression) {
        return Parts.isShort(expression) ? expression.toString() : "…";
    }
}

package org.kpilang.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;

/** How a formula is written for another engine; every operation in brackets, so that no precedence matters. */
public enum Notation {

    /** Choices as {@code if(c, a, b)}. */
    CALL("if(%s, %s, %s)", "min", "max"),
    /** Choices as {@code (c ? a : b)}. */
    JAVA("(%s ? %s : %s)", "Math.min", "Math.max"),
    /** Choices as functions with numbers for conditions. */
    NUMBERS("choose(%s, %s, %s)", "smaller", "larger"),
    /** Choices as in databases. */
    SQL("(CASE WHEN %s THEN %s ELSE %s END)", "least", "greatest");

    private final String choice;
    private final String min;
    private final String max;

    Notation(String choice, String min, String max) {
        this.choice = choice;
        this.min = min;
        this.max = max;
    }

    /** A formula of the language in this notation. */
    public String write(String formula) {
        return of(KpiLanguage.formula(formula));
    }

    private String of(Expression expression) {
        if (expression instanceof NumberLiteral number) {
            return Double.toString(number.doubleValue());
        } else if (expression instanceof Reference reference) {
            return reference.name();
        } else if (expression instanceof Negation negation) {
            return "(-" + of(negation.operand()) + ")";
        } else if (expression instanceof Sum sum) {
            String text = of(sum.first());
            for (Sum.Term term : sum.rest()) {
                text = "(" + text + (term.operator() == Sum.Operator.PLUS ? " + " : " - ") + of(term.operand()) + ")";
            }
            return text;
        } else if (expression instanceof Product product) {
            String text = of(product.first());
            for (Product.Factor factor : product.rest()) {
                text = "(" + text + (factor.operator() == Product.Operator.TIMES ? " * " : " / ") + of(factor.operand())
                        + ")";
            }
            return text;
        } else if (expression instanceof Comparison comparison) {
            String left = of(comparison.left());
            String right = of(comparison.right());
            return this == NUMBERS ? "(" + left + " - " + right + ")" : left + " > " + right;
        } else if (expression instanceof Conditional conditional) {
            return String.format(choice, of(conditional.condition()), of(conditional.then()), of(conditional.otherwise()));
        }
        Call call = (Call) expression;
        List<String> arguments = call.arguments().stream().map(this::of).toList();
        String name = call.function().equals("min") ? min : call.function().equals("max") ? max : call.function();
        return name + arguments.stream().collect(Collectors.joining(", ", "(", ")"));
    }
}

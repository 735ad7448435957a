package org.kpilang.dsl.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.model.Expectation;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/** Builds examples: equations, and what they give. */
final class ExampleBuilder {

    private static final Pattern NUMBER = Pattern.compile(
            "[0-9]+(?:\\.(?<decimals>[0-9]+))?(?:[eE](?<exponent>[+-]?[0-9]{1,4}))?[%kMB]?");

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;

    ExampleBuilder(Problems problems, Literals literals, ExpressionBuilder expressions) {
        this.problems = problems;
        this.literals = literals;
        this.expressions = expressions;
    }

    Property.Example build(KpiParser.ExamplePropertyContext context) {
        List<Property.Given> given = new ArrayList<>();
        for (KpiParser.GivenContext each : context.given()) {
            given(each, given);
        }
        return new Property.Example(literals.periodOrNull(context.period()), given, expected(context.expression()),
                problems.origin(context));
    }

    private void given(KpiParser.GivenContext context, List<Property.Given> given) {
        Expression equation = expressions.build(context.operation());
        if (!(equation instanceof Comparison comparison) || comparison.operator() != Comparison.Operator.EQUAL) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT, context,
                    "expected a value such as `revenue = 200`, found `" + problems.written(context) + "`", null);
        } else if (!isAsked(comparison.left())) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT,
                    context.operation().getRuleContext(KpiParser.OperationContext.class, 0),
                    "an example gives values to inputs and KPIs, not to `" + comparison.left() + "`",
                    "write them as the formula asks for them, such as `revenue`, `revenue[1 year ago]` or"
                            + " `opening(customers)`");
        } else {
            given.add(new Property.Given(comparison.left(), comparison.right()));
        }
    }

    private static boolean isAsked(Expression expression) {
        return expression instanceof Reference || expression instanceof Call
                || expression instanceof Selection selection && isAsked(selection.operand());
    }

    private Expectation expected(KpiParser.ExpressionContext context) {
        Token word = context.getStart();
        if (word == context.getStop() && word.getType() == KpiParser.IDENTIFIER
                && (word.getText().equals("unknown") || word.getText().equals("undefined"))) {
            return new Expectation.NoValue(word.getText().equals("undefined"), problems.origin(context));
        }
        Expression expression = expressions.build(context);
        return new Expectation.Value(expression, lastDigit(expression, context));
    }

    /** The unit of the last digit of a number that is written out: 0.001 for {@code 40.0%}; null for anything else. */
    private static @Nullable BigDecimal lastDigit(Expression expression, ParserRuleContext context) {
        Expression size = expression instanceof Negation negation ? negation.operand() : expression;
        if (!(size instanceof NumberLiteral number)) {
            return null;
        }
        ParserRuleContext around = context;
        while (!(around instanceof KpiParser.NumberContext)) {
            // Brackets and signs around a number have nothing else inside.
            around = around.getRuleContext(ParserRuleContext.class, 0);
        }
        Matcher written = NUMBER.matcher(around.getStart().getText());
        if (!written.matches()) {
            return null;
        }
        int exponent = written.group("exponent") == null ? 0 : Integer.parseInt(written.group("exponent"));
        int decimals = written.group("decimals") == null ? 0 : written.group("decimals").length();
        return BigDecimal.ONE.scaleByPowerOfTen(exponent - decimals + number.suffix().exponent());
    }
}

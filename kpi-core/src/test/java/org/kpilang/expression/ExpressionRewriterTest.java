package org.kpilang.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

class ExpressionRewriterTest {

    private static final Origin HERE = Origin.of(SourceText.ofFormula("x"), Span.of(0, 1));

    private static final ExpressionRewriter IDENTITY = new ExpressionRewriter() {};
    private static final ExpressionRewriter X_BECOMES_Y = new ExpressionRewriter() {
        @Override
        public Expression visit(Reference reference) {
            return reference.name().equals("x") ? new Reference("y", reference.origin()) : reference;
        }
    };

    /** Every kind that has operands, once for each of these. */
    static Stream<Expression> holders() {
        Expression x = new Reference("x", HERE);
        Expression a = Reference.to("a");
        Stretch stretch = new Stretch.Everything(2);
        return Stream.of(
                x,
                new Negation(x, HERE),
                new Sum(x, List.of(new Sum.Term(Sum.Operator.MINUS, a, HERE)), HERE),
                new Sum(a, List.of(new Sum.Term(Sum.Operator.MINUS, x, HERE)), HERE),
                new Product(x, List.of(new Product.Factor(Product.Operator.DIVIDED_BY, a, HERE)), HERE),
                new Product(a, List.of(new Product.Factor(Product.Operator.DIVIDED_BY, x, HERE)), HERE),
                new Power(x, a, HERE),
                new Power(a, x, HERE),
                new Comparison(Comparison.Operator.AT_MOST, x, a, HERE, HERE),
                new Comparison(Comparison.Operator.AT_MOST, a, x, HERE, HERE),
                new Logic(Logic.Operator.OR, List.of(a, x), HERE),
                new Not(x, HERE),
                new Conditional(x, a, a, HERE),
                new Conditional(a, x, a, HERE),
                new Conditional(a, a, x, HERE),
                new Fallback(List.of(a, x), HERE),
                new Call("f", List.of(a, x), HERE),
                new Selection(x, List.of(new Selector.Previous(), new Selector.Opening()), HERE),
                new Statistic("quantile", x, stretch, List.of(a), HERE),
                new Statistic("quantile", a, stretch, List.of(x), HERE));
    }

    static Stream<Expression> leaves() {
        return Stream.of(Reference.to("a"), NumberLiteral.of(BigDecimal.TEN), new PeriodLiteral("2024", HERE));
    }

    @ParameterizedTest
    @MethodSource({"holders", "leaves"})
    void whatDoesNotChangeIsSharedWhole(Expression expression) {
        assertThat(IDENTITY.rewrite(expression)).isSameAs(expression);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void anOperandIsReplacedWhereverItStands(Expression expression) {
        Expression rewritten = X_BECOMES_Y.rewrite(expression);
        assertThat(rewritten).hasToString(expression.toString().replace("x", "y")).isNotEqualTo(expression);
        assertThat(rewritten.getClass()).isEqualTo(expression.getClass());
        assertThat(rewritten.origin()).isSameAs(expression.origin());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void whatIsNotTouchedIsShared(Expression expression) {
        List<Expression> before = expression.children();
        List<Expression> after = X_BECOMES_Y.rewrite(expression).children();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).equals(Reference.to("a"))) {
                assertThat(after.get(i)).isSameAs(before.get(i));
            }
        }
    }
}

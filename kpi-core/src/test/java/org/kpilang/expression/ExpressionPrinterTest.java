package org.kpilang.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.NumberLiteral.Suffix;
import org.kpilang.source.Origin;

class ExpressionPrinterTest {

    private static final Expression A = Reference.to("a");
    private static final Expression B = Reference.to("b");
    private static final Expression C = Reference.to("c");
    private static final Expression D = Reference.to("d");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bracketsStandOnlyWhereTheyChangeTheMeaning(String text, Expression expression) {
        assertThat(expression).hasToString(text);
    }

    static Stream<Arguments> bracketsStandOnlyWhereTheyChangeTheMeaning() {
        Expression less = Comparison.of(A, Comparison.Operator.LESS, B);
        Expression either = or(A, B);
        Expression both = and(A, B);
        Expression choice = conditional(A, B, C);
        return Stream.of(
                // sums and products
                Arguments.of("a + b + c", plus(plus(A, B), C)),
                Arguments.of("a + (b + c)", plus(A, plus(B, C))),
                Arguments.of("a - b - c", minus(minus(A, B), C)),
                Arguments.of("a - (b - c)", minus(A, minus(B, C))),
                Arguments.of("(a - b) / a", divided(minus(A, B), A)),
                Arguments.of("a - b / a", minus(A, divided(B, A))),
                Arguments.of("a / b * c", times(divided(A, B), C)),
                Arguments.of("a / (b * c)", divided(A, times(B, C))),
                Arguments.of("a * b + c", plus(times(A, B), C)),
                Arguments.of("a * (b + c)", times(A, plus(B, C))),
                // the sign
                Arguments.of("-a", negative(A)),
                Arguments.of("--a", negative(negative(A))),
                Arguments.of("-a * b", times(negative(A), B)),
                Arguments.of("-(a * b)", negative(times(A, B))),
                Arguments.of("a - -b", minus(A, negative(B))),
                Arguments.of("-(a + b)", negative(plus(A, B))),
                // powers
                Arguments.of("a ^ b ^ c", power(A, power(B, C))),
                Arguments.of("(a ^ b) ^ c", power(power(A, B), C)),
                Arguments.of("-a ^ b", negative(power(A, B))),
                Arguments.of("(-a) ^ b", power(negative(A), B)),
                Arguments.of("a ^ -b", power(A, negative(B))),
                Arguments.of("a ^ -b ^ c", power(A, negative(power(B, C)))),
                Arguments.of("a ^ (b * c)", power(A, times(B, C))),
                Arguments.of("a * b ^ c", times(A, power(B, C))),
                // comparisons and logic
                Arguments.of("a + b < c", Comparison.of(plus(A, B), Comparison.Operator.LESS, C)),
                Arguments.of("(a < b) = c", Comparison.of(less, Comparison.Operator.EQUAL, C)),
                Arguments.of("(a < b) + c", plus(less, C)),
                Arguments.of("a < b and c", and(less, C)),
                Arguments.of("a and b or c", or(both, C)),
                Arguments.of("a and (b or c)", and(A, or(B, C))),
                Arguments.of("a or b or c or d", or(either, or(C, D))),
                Arguments.of("a and b and c", and(A, and(B, C))),
                Arguments.of("not a < b", not(less)),
                Arguments.of("(not a) < b", Comparison.of(not(A), Comparison.Operator.LESS, B)),
                Arguments.of("not not a", not(not(A))),
                Arguments.of("not a and b", and(not(A), B)),
                Arguments.of("not (a and b)", not(both)),
                Arguments.of("-(not a)", negative(not(A))),
                // choices
                Arguments.of("if a then b else c", choice),
                Arguments.of("if a then b else if a then b else c", conditional(A, B, choice)),
                Arguments.of("if a then (if a then b else c) else d", conditional(A, choice, D)),
                Arguments.of("if (if a then b else c) then b else c", conditional(choice, B, C)),
                Arguments.of("if a then b else c else d", conditional(A, B, fallback(C, D))),
                Arguments.of("(if a then b else c) else d", fallback(choice, D)),
                Arguments.of("d else (if a then b else c)", fallback(D, choice)),
                Arguments.of("a else b else c", fallback(fallback(A, B), C)),
                Arguments.of("a else b else c", fallback(A, fallback(B, C))),
                Arguments.of("(a else b) + c", plus(fallback(A, B), C)),
                Arguments.of("a or b else c", fallback(either, C)),
                Arguments.of("(a else b) or c", or(fallback(A, B), C)),
                Arguments.of("if a or b then c else d", conditional(either, C, D)),
                // what binds tightest
                Arguments.of("f(a else b, c)", Call.of("f", fallback(A, B), C)),
                Arguments.of("f()", Call.of("f")),
                Arguments.of("f(at 2024-01)", Call.of("f", new PeriodLiteral("2024-01", Origin.NONE))),
                Arguments.of("a[opening]", Selection.of(A, new Selector.Opening())),
                Arguments.of("(a + b)[opening]", Selection.of(plus(A, B), new Selector.Opening())),
                Arguments.of("(-a)[opening]", Selection.of(negative(A), new Selector.Opening())),
                Arguments.of("(a ^ b)[opening]", Selection.of(power(A, B), new Selector.Opening())),
                Arguments.of("a[opening] ^ b", power(Selection.of(A, new Selector.Opening()), B)),
                Arguments.of("f(a)[opening]", Selection.of(Call.of("f", A), new Selector.Opening())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void writesSelectors(String text, Selector selector) {
        assertThat(ExpressionPrinter.print(selector)).isEqualTo(text);
        assertThat(Selection.of(A, selector)).hasToString("a" + text);
    }

    static Stream<Arguments> writesSelectors() {
        SliceCondition email = member("email");
        SliceCondition emea = new SliceCondition.Membership("region", List.of("EMEA"), false);
        return Stream.of(
                Arguments.of("[1 year ago]", new Selector.Ago(1, PeriodUnit.YEAR, false)),
                Arguments.of("[3 months ago]", new Selector.Ago(3, PeriodUnit.MONTH, false)),
                Arguments.of("[0 days ago]", new Selector.Ago(0, PeriodUnit.DAY, false)),
                Arguments.of("[same weekday 1 year ago]", new Selector.Ago(1, PeriodUnit.YEAR, true)),
                Arguments.of("[previous]", new Selector.Previous()),
                Arguments.of("[previous quarter]", new Selector.PreviousWhole(PeriodUnit.QUARTER)),
                Arguments.of("[last 12 months]", new Selector.Last(12, PeriodUnit.MONTH, 0)),
                Arguments.of("[last 1 week]", new Selector.Last(1, PeriodUnit.WEEK, 0)),
                Arguments.of("[last 12 months at least 6]", new Selector.Last(12, PeriodUnit.MONTH, 6)),
                Arguments.of("[year to date]", new Selector.ToDate(PeriodUnit.YEAR)),
                Arguments.of("[whole year]", new Selector.Whole(PeriodUnit.YEAR)),
                Arguments.of("[opening]", new Selector.Opening()),
                Arguments.of("[all]", new Selector.All(List.of())),
                Arguments.of("[all channel, region]", new Selector.All(List.of("channel", "region"))),
                Arguments.of("[all `opening`, `sales channel`]", new Selector.All(List.of("opening", "sales channel"))),
                Arguments.of("[channel = \"email\"]", new Selector.Slice(email)),
                Arguments.of("[channel <> \"test\"]",
                        new Selector.Slice(new SliceCondition.Membership("channel", List.of("test"), true))),
                Arguments.of("[channel in (\"a\", \"b\")]",
                        new Selector.Slice(new SliceCondition.Membership("channel", List.of("a", "b"), false))),
                Arguments.of("[channel not in (\"a\", \"b\")]",
                        new Selector.Slice(new SliceCondition.Membership("channel", List.of("a", "b"), true))),
                Arguments.of("[size >= \"10\"]",
                        new Selector.Slice(new SliceCondition.Bound("size", Comparison.Operator.AT_LEAST, "10"))),
                Arguments.of("[channel = \"say \\\"x\\\\y\\\"\"]", new Selector.Slice(member("say \"x\\y\""))),
                Arguments.of("[`sales channel` = \"\"]",
                        new Selector.Slice(new SliceCondition.Membership("sales channel", List.of(""), false))),
                Arguments.of("[channel = \"email\" and region = \"EMEA\" or channel = \"ads\"]",
                        new Selector.Slice(anyOf(allOf(email, emea), member("ads")))),
                Arguments.of("[(channel = \"email\" or region = \"EMEA\") and channel = \"ads\"]",
                        new Selector.Slice(allOf(anyOf(email, emea), member("ads")))),
                Arguments.of("[channel = \"a\" or channel = \"b\" or channel = \"c\"]",
                        new Selector.Slice(anyOf(member("a"), anyOf(member("b"), member("c"))))));
    }

    @Test
    void selectorsOfSelectionsFollowEachOther() {
        Expression once = Selection.of(A, new Selector.ToDate(PeriodUnit.YEAR));
        assertThat(Selection.of(once, new Selector.Ago(1, PeriodUnit.YEAR, false)))
                .hasToString("a[year to date][1 year ago]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "3; NONE; ; 3", "0.42; PERCENT; ; 42%", "25000; THOUSAND; ; 25k", "1500000; MILLION; USD; 1.5M USD",
        "2e9; BILLION; ; 2B", "3.10; NONE; ; 3.1", "0.000; NONE; ; 0", "0; PERCENT; ; 0%", "0; MILLION; ; 0M",
        "0.1; NONE; ; 0.1", "1e21; NONE; ; 1E+21", "1e20; NONE; ; 100000000000000000000", "1.5e300; NONE; ; 1.5E+300",
        "1e-22; NONE; ; 1E-22", "0.005; PERCENT; ; 0.5%", "12; THOUSAND; ; 0.012k", "3; NONE; month; 3 months",
        "1; NONE; month; 1 month", "1; NONE; days; 1 day", "5; NONE; gross sales; 5 `gross sales`", "5; NONE; target; 5 `target`"
    })
    void writesNumbersAsTheyWereWritten(BigDecimal value, Suffix suffix, String unit, String text) {
        assertThat(new NumberLiteral(value, suffix, unit, Origin.NONE)).hasToString(text);
    }

    @Test
    void writesStatistics() {
        Stretch year = new Stretch.Periods(12, PeriodUnit.MONTH, 0);
        assertThat(statistic("avg", fallback(A, B), year)).hasToString("avg(a else b over 12 months)");
        assertThat(statistic("sum", A, new Stretch.Periods(1, PeriodUnit.DAY, 1))).hasToString("sum(a over 1 day at least 1)");
        assertThat(statistic("max", A, new Stretch.ToDate(PeriodUnit.YEAR, 3)))
                .hasToString("max(a over year to date at least 3)");
        assertThat(statistic("last", A, new Stretch.Everything(0))).hasToString("last(a over all)");
        assertThat(statistic("quantile", A, year, NumberLiteral.of(new BigDecimal("0.9")), plus(A, B)))
                .hasToString("quantile(a over 12 months, 0.9, a + b)");
    }

    @Test
    void unlikeTreesAreWrittenInUnlikeTexts() {
        List<Expression> leaves = List.of(A, NumberLiteral.of(BigDecimal.ONE));
        List<Expression> trees = combined(leaves, leaves);
        trees.addAll(leaves);
        Map<String, Expression> seen = new HashMap<>();
        for (Expression tree : combined(trees, List.of(A))) {
            Expression before = seen.putIfAbsent(tree.toString(), tree);
            if (before != null && !before.equals(tree)) {
                assertThat(before).as("both are written %s", tree).isEqualTo(tree);
            }
        }
        assertThat(seen).hasSizeGreaterThan(10_000);
    }

    /** All trees whose operands come from a list; the branches of choices from a shorter one. */
    private static List<Expression> combined(List<Expression> operands, List<Expression> few) {
        List<Expression> trees = new ArrayList<>();
        for (Expression left : operands) {
            trees.add(negative(left));
            trees.add(not(left));
            trees.add(Call.of("f", left));
            trees.add(Selection.of(left, new Selector.Previous()));
            trees.add(statistic("avg", left, new Stretch.Everything(0)));
            for (Expression right : operands) {
                trees.add(plus(left, right));
                trees.add(minus(left, right));
                trees.add(times(left, right));
                trees.add(divided(left, right));
                trees.add(power(left, right));
                trees.add(Comparison.of(left, Comparison.Operator.LESS, right));
                trees.add(and(left, right));
                trees.add(or(left, right));
                trees.add(fallback(left, right));
                for (Expression other : few) {
                    trees.add(conditional(left, right, other));
                    trees.add(conditional(left, other, right));
                }
            }
        }
        return trees;
    }

    private static Expression plus(Expression left, Expression right) {
        return Sum.of(left, Sum.Operator.PLUS, right);
    }

    private static Expression minus(Expression left, Expression right) {
        return Sum.of(left, Sum.Operator.MINUS, right);
    }

    private static Expression times(Expression left, Expression right) {
        return Product.of(left, Product.Operator.TIMES, right);
    }

    private static Expression divided(Expression left, Expression right) {
        return Product.of(left, Product.Operator.DIVIDED_BY, right);
    }

    private static Expression power(Expression base, Expression exponent) {
        return new Power(base, exponent, Origin.NONE);
    }

    private static Expression negative(Expression operand) {
        return new Negation(operand, Origin.NONE);
    }

    private static Expression not(Expression operand) {
        return new Not(operand, Origin.NONE);
    }

    private static Expression and(Expression left, Expression right) {
        return new Logic(Logic.Operator.AND, List.of(left, right), Origin.NONE);
    }

    private static Expression or(Expression left, Expression right) {
        return new Logic(Logic.Operator.OR, List.of(left, right), Origin.NONE);
    }

    private static Expression conditional(Expression condition, Expression then, Expression otherwise) {
        return new Conditional(condition, then, otherwise, Origin.NONE);
    }

    private static Expression fallback(Expression first, Expression second) {
        return new Fallback(List.of(first, second), Origin.NONE);
    }

    private static Expression statistic(String name, Expression operand, Stretch stretch, Expression... arguments) {
        return new Statistic(name, operand, stretch, List.of(arguments), Origin.NONE);
    }

    private static SliceCondition member(String member) {
        return new SliceCondition.Membership("channel", List.of(member), false);
    }

    private static SliceCondition allOf(SliceCondition first, SliceCondition second) {
        return new SliceCondition.AllOf(List.of(first, second));
    }

    private static SliceCondition anyOf(SliceCondition first, SliceCondition second) {
        return new SliceCondition.AnyOf(List.of(first, second));
    }
}

package org.kpilang.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

class ExpressionTest {

    private static final Origin WRITTEN = Origin.of(SourceText.ofFormula("a + b"), Span.of(0, 5));
    private static final int TERMS = 100_000;

    static Stream<Class<?>> kinds() {
        return Stream.concat(Arrays.stream(Expression.class.getPermittedSubclasses()),
                Stream.of(Sum.Term.class, Product.Factor.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whereItWasWrittenIsNoPartOfAnExpression(Class<?> kind) {
        Object built = sample(kind, -1, Origin.NONE);
        Object written = sample(kind, -1, WRITTEN);
        assertThat(written).isEqualTo(built).hasSameHashCodeAs(built);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everythingElseIsPartOfIt(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType() != Origin.class) {
                assertThat(sample(kind, i, Origin.NONE)).as("another %s", components[i].getName())
                        .isNotEqualTo(sample(kind, -1, Origin.NONE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingButAUnitMayBeNull(Class<?> kind) throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            if (components[i].getType().isPrimitive() || components[i].getName().equals("unit")) {
                continue;
            }
            Object[] arguments = arguments(components, -1, Origin.NONE);
            arguments[i] = null;
            Constructor<?> constructor = constructor(kind, components);
            assertThatExceptionOfType(InvocationTargetException.class).as(components[i].getName())
                    .isThrownBy(() -> constructor.newInstance(arguments)).withCauseInstanceOf(NullPointerException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theChildrenAreTheOperandsInOrder(Class<?> kind) {
        if (sample(kind, -1, Origin.NONE) instanceof Expression expression) {
            String text = expression.toString();
            int from = 0;
            for (Expression child : expression.children()) {
                from = text.indexOf(child.toString(), from);
                assertThat(from).as("%s in %s", child, text).isNotNegative();
                from += child.toString().length();
            }
        }
    }

    @Test
    void aSumOfManyTermsWorksOnASmallThread() {
        Expression sum = chain();
        Expression equal = chain();
        assertThat(SmallThread.call(() -> sum.equals(equal))).isTrue();
        assertThat(SmallThread.call(sum::hashCode)).isEqualTo(equal.hashCode());
        assertThat(SmallThread.call(sum::toString)).hasSize(4 * TERMS + 1).startsWith("a + b + b").endsWith(" + b");
        assertThat(SmallThread.call(() -> ExpressionDepth.of(sum))).isEqualTo(2);
        assertThat(SmallThread.call(() -> new ExpressionRewriter() {}.rewrite(sum))).isSameAs(sum);
    }

    private static Expression chain() {
        Sum.Term term = new Sum.Term(Sum.Operator.PLUS, Reference.to("b"), Origin.NONE);
        return new Sum(Reference.to("a"), Collections.nCopies(TERMS, term), Origin.NONE);
    }

    @Test
    void chainsAreFlatHoweverTheyAreBuilt() {
        Expression a = Reference.to("a");
        Expression inner = Sum.of(a, Sum.Operator.PLUS, Reference.to("b"));
        Expression outer = Sum.of(inner, Sum.Operator.MINUS, Reference.to("c"));
        assertThat(((Sum) outer).rest()).hasSize(2);
        assertThat(outer.children()).containsExactly(a, Reference.to("b"), Reference.to("c"));
        Expression product = Product.of(Product.of(a, Product.Operator.TIMES, a), Product.Operator.DIVIDED_BY, a);
        assertThat(((Product) product).rest()).hasSize(2);
        Expression right = new Logic(Logic.Operator.AND, List.of(a, a), Origin.NONE);
        assertThat(new Logic(Logic.Operator.AND, List.of(a, right), Origin.NONE).operands()).hasSize(3);
        assertThat(new Logic(Logic.Operator.OR, List.of(a, right), Origin.NONE).operands()).hasSize(2);
        assertThat(new Fallback(List.of(a, new Fallback(List.of(a, a), Origin.NONE)), Origin.NONE).operands()).hasSize(3);
        assertThat(Selection.of(Selection.of(a, new Selector.Previous()), new Selector.Opening()).selectors())
                .containsExactly(new Selector.Previous(), new Selector.Opening());
    }

    @Test
    void depthIsCountedWithoutRecursion() {
        Expression deep = Reference.to("a");
        assertThat(ExpressionDepth.of(deep)).isEqualTo(1);
        for (int i = 0; i < 100_000; i++) {
            deep = i % 2 == 0 ? new Negation(deep, Origin.NONE) : Call.of("f", Reference.to("b"), deep);
        }
        Expression tree = deep;
        assertThat(SmallThread.call(() -> ExpressionDepth.of(tree))).isEqualTo(100_001);
    }

    @Test
    void conditionsOfSlicesHaveDepthToo() {
        Expression tree = deepestSlice();
        assertThat(ExpressionDepth.of(tree)).isEqualTo(ExpressionDepth.LIMIT);
        Expression equal = deepestSlice();
        assertThat(SmallThread.call(() -> tree.equals(equal) && tree.hashCode() == equal.hashCode())).isTrue();
        assertThat(SmallThread.call(tree::toString)).startsWith("a[(((");
    }

    private static Expression deepestSlice() {
        SliceCondition email = new SliceCondition.Membership("channel", List.of("email"), false);
        SliceCondition deep = email;
        for (int i = 1; i < ExpressionDepth.LIMIT - 1; i++) {
            deep = i % 2 == 0 ? new SliceCondition.AnyOf(List.of(deep, email)) : new SliceCondition.AllOf(List.of(deep, email));
        }
        return Selection.of(Reference.to("a"), new Selector.Slice(deep));
    }

    @Test
    void treesOfAnyDepthCompare() {
        Expression tree = negations();
        Expression equal = negations();
        assertThat(SmallThread.call(() -> tree.equals(equal))).isTrue();
        assertThat(SmallThread.call(tree::hashCode)).isEqualTo(equal.hashCode());
        assertThat(SmallThread.call(() -> tree.equals(new Negation(equal, Origin.NONE)))).isFalse();
    }

    private static Expression negations() {
        Expression tree = Reference.to("a");
        for (int i = 0; i < 100_000; i++) {
            tree = new Negation(tree, Origin.NONE);
        }
        return tree;
    }

    @Test
    void theDeepestTreeAllowedCanBeUsedOnASmallThread() {
        Expression tree = deepest();
        assertThat(ExpressionDepth.of(tree)).isEqualTo(ExpressionDepth.LIMIT);
        Expression equal = deepest();
        assertThat(SmallThread.call(() -> tree.equals(equal) && tree.hashCode() == equal.hashCode())).isTrue();
        assertThat(SmallThread.call(tree::toString)).startsWith("a - (a - (a - ");
        assertThat(SmallThread.call(() -> new ExpressionRewriter() {}.rewrite(tree))).isSameAs(tree);
    }

    private static Expression deepest() {
        Expression tree = Reference.to("a");
        for (int i = 1; i < ExpressionDepth.LIMIT; i++) {
            tree = Sum.of(Reference.to("a"), Sum.Operator.MINUS, tree);
        }
        return tree;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a`b", "`", "a\nb", "a\rb"})
    void whatCannotBeWrittenIsNoName(String name) {
        Expression a = Reference.to("a");
        assertThatIllegalArgumentException().isThrownBy(() -> Reference.to(name)).withMessageStartingWith("not a name");
        assertThatIllegalArgumentException().isThrownBy(() -> Call.of(name, a));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Statistic(name, a, new Stretch.Everything(0), List.of(), Origin.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NumberLiteral(BigDecimal.ONE, NumberLiteral.Suffix.NONE, name, Origin.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector.All(List.of(name)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceCondition.Membership(name, List.of("x"), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceCondition.Bound(name, Comparison.Operator.LESS, "x"));
    }

    @Test
    void numbersAreFiniteAndNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> NumberLiteral.of(new BigDecimal("-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberLiteral.of(new BigDecimal("1e309")));
        assertThat(NumberLiteral.of(new BigDecimal("1e308")).doubleValue()).isEqualTo(1e308);
        assertThat(NumberLiteral.of(new BigDecimal("1.50"))).isEqualTo(NumberLiteral.of(new BigDecimal("1.5")));
        assertThat(NumberLiteral.of(new BigDecimal("0e7"))).isEqualTo(NumberLiteral.of(BigDecimal.ZERO));
    }

    @Test
    void operandsThatMakeNoSenseAreRefused() {
        Expression a = Reference.to("a");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sum(a, List.of(), Origin.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Product(a, List.of(), Origin.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Logic(Logic.Operator.OR, List.of(a), Origin.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fallback(List.of(a), Origin.NONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Selection.of(a));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector.Ago(-1, PeriodUnit.DAY, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector.Ago(1, PeriodUnit.MONTH, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector.Last(0, PeriodUnit.DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Selector.Last(3, PeriodUnit.DAY, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stretch.Periods(0, PeriodUnit.DAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stretch.Periods(3, PeriodUnit.DAY, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stretch.Everything(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stretch.ToDate(PeriodUnit.DAY, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceCondition.Membership("channel", List.of(), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceCondition.Bound("size", Comparison.Operator.EQUAL, "10"));
        assertThatIllegalArgumentException().isThrownBy(() -> new SliceCondition.AllOf(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SliceCondition.AnyOf(List.of(new SliceCondition.Membership("c", List.of("x"), false))));
    }

    @Test
    void comparisonsAreExact() {
        double more = Math.nextUp(1.0);
        assertThat(Stream.of(Comparison.Operator.values()).filter(operator -> operator.holds(1, 1)))
                .containsExactly(Comparison.Operator.EQUAL, Comparison.Operator.AT_MOST, Comparison.Operator.AT_LEAST);
        assertThat(Stream.of(Comparison.Operator.values()).filter(operator -> operator.holds(1, more)))
                .containsExactly(Comparison.Operator.NOT_EQUAL, Comparison.Operator.LESS, Comparison.Operator.AT_MOST);
        assertThat(Stream.of(Comparison.Operator.values()).filter(operator -> operator.holds(more, 1)))
                .containsExactly(Comparison.Operator.NOT_EQUAL, Comparison.Operator.GREATER, Comparison.Operator.AT_LEAST);
    }

    /** A record of the kind, with the component of an index replaced by another value; with -1, none. */
    private static Object sample(Class<?> kind, int other, Origin origin) {
        try {
            RecordComponent[] components = kind.getRecordComponents();
            return constructor(kind, components).newInstance(arguments(components, other, origin));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(kind.getSimpleName(), e);
        }
    }

    private static Constructor<?> constructor(Class<?> kind, RecordComponent[] components)
            throws ReflectiveOperationException {
        return kind.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    }

    private static Object[] arguments(RecordComponent[] components, int other, Origin origin) {
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = value(components[i].getGenericType(), i == other, i, origin);
        }
        return arguments;
    }

    private static Object value(Type type, boolean other, int place, Origin origin) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return List.of(value(element, other, place, origin), value(element, other, place + 10, origin));
        } else if (type == Expression.class) {
            return new Reference((other ? "other" : "operand") + place, origin);
        } else if (type == Origin.class) {
            return origin;
        } else if (type == String.class) {
            return other ? "other" : "name";
        } else if (type == BigDecimal.class) {
            return other ? BigDecimal.TEN : BigDecimal.ONE;
        } else if (type == Stretch.class) {
            return new Stretch.Periods(other ? 3 : 2, PeriodUnit.MONTH, 0);
        } else if (type == Selector.class) {
            return new Selector.ToDate(other ? PeriodUnit.QUARTER : PeriodUnit.YEAR);
        } else if (type == Sum.Term.class) {
            return new Sum.Term(Sum.Operator.PLUS, (Expression) value(Expression.class, other, place, origin), origin);
        } else if (type == Product.Factor.class) {
            return new Product.Factor(
                    Product.Operator.TIMES, (Expression) value(Expression.class, other, place, origin), origin);
        } else if (type instanceof Class<?> constants && constants.isEnum()) {
            return constants.getEnumConstants()[other ? 1 : 0];
        }
        throw new AssertionError("a new type of component needs a sample: " + type);
    }
}

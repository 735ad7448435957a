package org.kpilang.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.kpilang.expression.Call;
import org.kpilang.expression.Comparison;
import org.kpilang.expression.Conditional;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Logic;
import org.kpilang.expression.Names;
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
import org.kpilang.expression.SliceCondition;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.source.Origin;

/**
 * Random expressions of every kind, with names and texts that are hard to write. They are well formed but not well
 * typed: what they refer to does not exist, and numbers and conditions are mixed.
 */
public final class Expressions {

    private static final int LEVELS = 4;

    private Expressions() {}

    /** Any expression that can stand alone. */
    public static Arbitrary<Expression> any() {
        return upTo(LEVELS);
    }

    /** Names: plain, of several scripts, equal to words of the language, or in need of backticks. */
    public static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of("revenue", "cost_of_sales", "x", "_", "a1", "Größe", "выручка", "売上", "k", "M", "e3", "FY2026"),
                Arbitraries.of(Names.KEYWORDS.stream().sorted().toList()),
                Arbitraries.of("gross margin", "1st", "a-b", "a[1]", "\"quoted\"", "x:y", "//", "日本 語", "😀", "\\"));
    }

    /** Texts, with quotes, backslashes, and characters of several scripts. */
    public static Arbitrary<String> texts() {
        return Arbitraries.of("a", "Z", "0", " ", "_", "-", ",", "\"", "\\", "'", "`", "//", "/*", "é", "売", "😀")
                .list().ofMaxSize(8).map(parts -> String.join("", parts));
    }

    private static Arbitrary<Expression> upTo(int levels) {
        if (levels == 1) {
            return leaves();
        }
        Arbitrary<Expression> inner = Arbitraries.lazy(() -> upTo(levels - 1));
        return Arbitraries.oneOf(List.of(leaves(), signed(inner), chains(inner), logic(inner), calls(inner),
                inner.list().ofMinSize(2).ofMaxSize(4).map(operands -> new Fallback(operands, Origin.NONE)),
                Combinators.combine(inner, inner, inner)
                        .as((condition, then, otherwise) -> new Conditional(condition, then, otherwise, Origin.NONE)),
                Combinators.combine(inner, selectors().list().ofMinSize(1).ofMaxSize(3))
                        .as((operand, selectors) -> new Selection(operand, selectors, Origin.NONE))));
    }

    private static Arbitrary<Expression> leaves() {
        return Arbitraries.oneOf(List.of(numbers(), names().map(Reference::to)));
    }

    private static Arbitrary<Expression> numbers() {
        Arbitrary<BigDecimal> values = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 2_000_000).map(BigDecimal::valueOf),
                Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(1000)).ofScale(4),
                Arbitraries.of("1e300", "1e-300", "0.1", "123456789012345678901234", "0.0000000000000000000000007")
                        .map(BigDecimal::new));
        Arbitrary<String> units = Arbitraries.oneOf(
                names(), Arbitraries.of("USD", "points", "day", "years", "hours", "months")).injectNull(0.6);
        return Combinators.combine(values, Arbitraries.of(NumberLiteral.Suffix.class), units)
                .as((value, suffix, unit) -> new NumberLiteral(value, suffix, unit, Origin.NONE));
    }

    private static Arbitrary<Expression> signed(Arbitrary<Expression> inner) {
        return Arbitraries.oneOf(List.of(
                inner.map(operand -> new Negation(operand, Origin.NONE)),
                inner.map(operand -> new Not(operand, Origin.NONE)),
                Combinators.combine(inner, inner).as((base, exponent) -> new Power(base, exponent, Origin.NONE)),
                Combinators.combine(inner, Arbitraries.of(Comparison.Operator.class), inner).as(Comparison::of)));
    }

    private static Arbitrary<Expression> chains(Arbitrary<Expression> inner) {
        Arbitrary<Sum.Term> terms = Combinators.combine(Arbitraries.of(Sum.Operator.class), inner)
                .as((operator, operand) -> new Sum.Term(operator, operand, Origin.NONE));
        Arbitrary<Product.Factor> factors = Combinators.combine(Arbitraries.of(Product.Operator.class), inner)
                .as((operator, operand) -> new Product.Factor(operator, operand, Origin.NONE));
        return Arbitraries.oneOf(List.of(
                Combinators.combine(inner, terms.list().ofMinSize(1).ofMaxSize(3))
                        .as((first, rest) -> new Sum(first, rest, Origin.NONE)),
                Combinators.combine(inner, factors.list().ofMinSize(1).ofMaxSize(3))
                        .as((first, rest) -> new Product(first, rest, Origin.NONE))));
    }

    private static Arbitrary<Expression> logic(Arbitrary<Expression> inner) {
        return Combinators.combine(Arbitraries.of(Logic.Operator.class), inner.list().ofMinSize(2).ofMaxSize(4))
                .as((operator, operands) -> new Logic(operator, operands, Origin.NONE));
    }

    private static Arbitrary<Expression> calls(Arbitrary<Expression> inner) {
        Arbitrary<Expression> periods = Arbitraries.of("2026", "2026-12", "2024-01-31", "2024-Q4", "2024-W07", "FY2026-Q1")
                .map(text -> new PeriodLiteral(text, Origin.NONE));
        Arbitrary<Expression> arguments = Arbitraries.oneOf(List.of(inner, inner, periods));
        return Arbitraries.oneOf(List.of(
                Combinators.combine(names(), arguments.list().ofMaxSize(3))
                        .as((function, all) -> new Call(function, all, Origin.NONE)),
                Combinators.combine(names(), inner, stretches(), arguments.list().ofMaxSize(2))
                        .as((function, operand, stretch, all) ->
                                new Statistic(function, operand, stretch, all, Origin.NONE))));
    }

    private static Arbitrary<Stretch> stretches() {
        Arbitrary<PeriodUnit> units = Arbitraries.of(PeriodUnit.class);
        Arbitrary<Integer> least = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(Arbitraries.integers().between(3, 400), units, least).as(Stretch.Periods::new),
                Combinators.combine(units, least).as(Stretch.ToDate::new),
                least.map(Stretch.Everything::new)));
    }

    /** Any selector. */
    public static Arbitrary<Selector> selectors() {
        Arbitrary<PeriodUnit> units = Arbitraries.of(PeriodUnit.class);
        Arbitrary<Integer> counts = Arbitraries.integers().between(1, 1000);
        return Arbitraries.oneOf(List.of(
                Combinators.combine(counts, units).as((count, unit) -> new Selector.Ago(count, unit, false)),
                counts.map(count -> new Selector.Ago(count, PeriodUnit.YEAR, true)),
                Combinators.combine(counts, units).as((count, unit) -> new Selector.Last(count, unit, 0)),
                Combinators.combine(counts, units).as((count, unit) -> new Selector.Last(count + 6, unit, 6)),
                Arbitraries.just(new Selector.Previous()),
                units.map(Selector.PreviousWhole::new),
                units.map(Selector.ToDate::new),
                units.map(Selector.Whole::new),
                Arbitraries.just(new Selector.Opening()),
                names().list().uniqueElements().ofMaxSize(3).map(Selector.All::new),
                conditions(3).map(Selector.Slice::new)));
    }

    private static Arbitrary<SliceCondition> conditions(int levels) {
        Arbitrary<SliceCondition> memberships =
                Combinators.combine(names(), texts().list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(true, false))
                        .as(SliceCondition.Membership::new);
        Arbitrary<Comparison.Operator> orders = Arbitraries.of(Comparison.Operator.LESS, Comparison.Operator.AT_MOST,
                Comparison.Operator.GREATER, Comparison.Operator.AT_LEAST);
        Arbitrary<SliceCondition> bounds =
                Combinators.combine(names(), orders, texts()).as(SliceCondition.Bound::new);
        List<Arbitrary<SliceCondition>> all = new ArrayList<>(List.of(memberships, bounds));
        if (levels > 1) {
            Arbitrary<List<SliceCondition>> inner = conditions(levels - 1).list().ofMinSize(2).ofMaxSize(3);
            all.add(inner.map(SliceCondition.AllOf::new));
            all.add(inner.map(SliceCondition.AnyOf::new));
        }
        return Arbitraries.oneOf(all);
    }
}

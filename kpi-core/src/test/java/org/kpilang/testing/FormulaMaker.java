package org.kpilang.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
import org.kpilang.expression.Sum;
import org.kpilang.source.Origin;

/**
 * Makes formulas that a model accepts. Statistics whose rounding depends on the way they are worked out are left out;
 * they have a {@link #rough} method of their own.
 */
final class FormulaMaker {

    private static final List<String> STATISTICS =
            List.of("avg", "min", "max", "count", "first", "last", "median", "quantile", "rank", "sum");

    private final Choices choices;
    private final SelectorMaker selectors;
    private final List<String> inputs;
    private final List<String> flows;
    private final List<String> stocks;
    private final EventMaker events;
    /** Names beside the inputs: KPIs, constants, parameters. */
    private final List<String> names;
    private final List<FunctionShape> functions;
    private final Medians medians;
    /** Periods that an index may have as its base. */
    private final List<String> bases;

    /** A defined function: its name and how many parameters it has. */
    record FunctionShape(String name, int parameters) {}

    FormulaMaker(Choices choices, SelectorMaker selectors, List<String> inputs, List<String> flows, List<String> stocks,
            EventMaker events, List<String> names, List<FunctionShape> functions, Medians medians, List<String> bases) {
        this.choices = choices;
        this.selectors = selectors;
        this.inputs = inputs;
        this.flows = flows;
        this.stocks = stocks;
        this.events = events;
        this.names = List.copyOf(names);
        this.functions = List.copyOf(functions);
        this.medians = medians;
        this.bases = List.copyOf(bases);
    }

    /** A formula that gives a number. */
    Expression number(int depth) {
        if (depth <= 0) {
            return leaf();
        }
        return switch (choices.weighted(4, 5, 4, 2, 6, 3, 4, 2, 2, 5, 1)) {
            case 0 -> leaf();
            case 1 -> Product.of(number(depth - 1), Product.Operator.DIVIDED_BY, number(depth - 1));
            case 2 -> sum(depth);
            case 3 -> Product.of(number(depth - 1), Product.Operator.TIMES, number(depth - 1));
            case 4 -> new Selection(number(depth - 1), selectors.ofTime(), Origin.NONE);
            case 5 -> new Selection(number(depth - 1), selectors.ofSlices(), Origin.NONE);
            case 6 -> statistic(depth);
            case 7 -> new Conditional(condition(depth - 1), number(depth - 1), number(depth - 1), Origin.NONE);
            case 8 -> new Fallback(List.of(number(depth - 1), number(depth - 1)), Origin.NONE);
            case 9 -> call(depth);
            default -> choices.chance(50) ? new Negation(number(depth - 1), Origin.NONE)
                    : new Power(number(depth - 1), literal(choices.of(List.of("2", "0", "0.5"))), Origin.NONE);
        };
    }

    private Expression leaf() {
        return switch (choices.weighted(8, 3, 1, 4)) {
            case 0 -> input();
            case 3 -> events.isEmpty() ? input() : pure(events.call(selectors));
            case 1 -> names.isEmpty() ? input() : Reference.to(choices.of(names));
            default -> literal(choices.of(List.of("1", "0", "2", "0.5", "10")));
        };
    }

    private Expression input() {
        return Reference.to(choices.of(inputs));
    }

    /** Something that adds up over time. */
    private Expression flow() {
        Expression first = Reference.to(choices.of(flows));
        return choices.chance(30) ? Sum.of(first, Sum.Operator.MINUS, Reference.to(choices.of(flows))) : first;
    }

    static NumberLiteral literal(String digits) {
        return NumberLiteral.of(new BigDecimal(digits));
    }

    private Expression sum(int depth) {
        List<Sum.Term> terms = new ArrayList<>();
        Expression first = number(depth - 1);
        for (int i = choices.below(2); i >= 0; i--) {
            Sum.Operator operator = choices.chance(50) ? Sum.Operator.MINUS : Sum.Operator.PLUS;
            terms.add(new Sum.Term(operator, number(depth - 1), Origin.NONE));
        }
        return new Sum(first, terms, Origin.NONE);
    }

    private Expression statistic(int depth) {
        String wanted = choices.of(STATISTICS);
        boolean adds = wanted.equals("sum");
        if (adds && flows.isEmpty()) {
            return leaf();
        }
        Expression operand = adds ? flow() : number(depth - 1);
        String function = medians.fitting(wanted, operand);
        List<Expression> arguments = function.equals("quantile")
                ? List.of(literal(choices.of(List.of("0", "0.25", "0.9", "1")))) : List.of();
        Statistic statistic = new Statistic(function, operand, selectors.stretch(), arguments, Origin.NONE);
        return function.equals("count") || function.equals("rank") ? pure(statistic) : statistic;
    }

    /** A statistic whose last digits depend on the way it is worked out. */
    Expression rough() {
        Expression operand = choices.chance(50) ? Product.of(input(), Product.Operator.DIVIDED_BY, input()) : input();
        String function = choices.of(List.of("slope", "stddev", "ewma"));
        return new Statistic(function, operand, selectors.stretch(),
                function.equals("ewma") ? List.of(literal(choices.of(List.of("2", "0.3")))) : List.of(), Origin.NONE);
    }

    /** A pure number, made to go with any unit. */
    private Expression pure(Expression number) {
        return Product.of(number, Product.Operator.TIMES, input());
    }

    private Expression condition(int depth) {
        if (depth > 0 && choices.chance(40)) {
            return choices.chance(25) ? new Not(condition(depth - 1), Origin.NONE)
                    : new Logic(choices.chance(50) ? Logic.Operator.OR : Logic.Operator.AND,
                            List.of(condition(depth - 1), condition(depth - 1)), Origin.NONE);
        }
        return Comparison.of(number(depth), choices.of(List.of(Comparison.Operator.values())), number(depth - 1));
    }

    private Expression call(int depth) {
        switch (choices.weighted(3, 4, 3, 2, 2, 1, 1, 1, 1, 3, 2, 2, 2, 1)) {
            case 0:
                return Call.of(choices.of(List.of("max", "min", "avg")), number(depth - 1), number(depth - 1));
            case 1:
                return functions.isEmpty() ? leaf() : defined(choices.of(functions), depth);
            case 2:
                return stocks.isEmpty() ? leaf()
                        : Call.of(choices.of(List.of("average", "opening", "closing")),
                                Reference.to(choices.of(stocks)));
            case 3:
                PeriodUnit unit = selectors.unit();
                return pure(Call.of("growth", number(depth - 1), new NumberLiteral(
                        BigDecimal.valueOf(1L + choices.below(2)), NumberLiteral.Suffix.NONE, unit.word(),
                        Origin.NONE)));
            case 4:
                return flows.isEmpty() ? leaf() : Call.of("cumulative", flow());
            case 5:
                return pure(Call.of("nps", input(), input(), input()));
            case 6:
                return Product.of(input(), Product.Operator.DIVIDED_BY,
                        Product.of(Call.of(choices.chance(20) ? "workdays" : selectors.unit().word() + "s"),
                                Product.Operator.TIMES, input()));
            case 7:
                return pure(Call.of(choices.of(List.of("sqrt", "ln")), number(depth - 1)));
            case 9:
                return Call.of("ewma", number(depth - 1), literal(choices.of(List.of("3", "1", "0.25"))));
            case 10:
                return flows.isEmpty() ? leaf() : annualized(depth);
            case 11:
                return pure(selectors.has(PeriodUnit.YEAR) && choices.chance(30)
                        ? Call.of("cagr", number(depth - 1), new NumberLiteral(BigDecimal.ONE, NumberLiteral.Suffix.NONE,
                                "year", Origin.NONE))
                        : Call.of("share", shared(depth)));
            case 12:
                return bases.isEmpty() ? leaf() : pure(Call.of("index", number(depth - 1),
                        new PeriodLiteral(choices.of(bases), Origin.NONE)));
            case 13:
                return choices.chance(50) ? pure(Call.of("compound_rate", number(depth - 1), literal("2")))
                        : Call.of("weighted_avg", number(depth - 1), literal("2"), number(depth - 1), literal("1"));
            default:
                return choices.chance(50) ? Call.of(choices.of(List.of("abs", "round", "floor", "ceil")), number(depth - 1))
                        : Call.of("clamp", number(depth - 1), literal("0"), number(depth - 1));
        }
    }

    private Expression annualized(int depth) {
        if (choices.chance(40)) {
            return pure(Call.of("annualize", number(depth - 1),
                    Reference.to(choices.of(List.of("growth", "loss", "compound")))));
        }
        return choices.chance(50) ? Call.of("annualize", flow())
                : Call.of("annualize", flow(), choices.chance(50) ? literal("360") : Reference.to("actual"));
    }

    /** What a share is of, and some dimensions. */
    private Expression[] shared(int depth) {
        List<Expression> arguments = new ArrayList<>(List.of(number(depth - 1)));
        selectors.dimensions().stream().filter(dimension -> choices.chance(50))
                .forEach(dimension -> arguments.add(Reference.to(dimension)));
        return arguments.toArray(Expression[]::new);
    }

    private Expression defined(FunctionShape function, int depth) {
        Expression[] arguments = new Expression[function.parameters()];
        for (int i = 0; i < arguments.length; i++) {
            Expression argument = number(depth - 1);
            arguments[i] = medians.areIn(argument) ? input() : argument;
        }
        return Call.of(function.name(), arguments);
    }

    /** A balance just before the window. */
    Expression opened() {
        List<Selector> chain = new ArrayList<>();
        chain.add(new Selector.Opening());
        if (choices.chance(50)) {
            chain.addAll(selectors.ofTime());
        }
        return stocks.isEmpty() ? leaf() : new Selection(Reference.to(choices.of(stocks)), chain, Origin.NONE);
    }
}

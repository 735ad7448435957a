package org.kpilang.function;

import java.math.BigDecimal;
import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.function.Documentation.Given;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.source.Origin;

/** Functions that ask for other times than the window: balances, running totals, smoothing, indexes. */
final class HistoryFunctions {

    private static final String SAME = "the unit of the argument comes out";
    private static final Given CUSTOMERS = Given.of("customers", "2024-01", 100, 120);

    static final List<Function> ALL = List.of(
            FormulaFunction.of(Signature.of("opening", "the balance just before the window", "balance"), SAME,
                            arguments -> opening(arguments.get(0)))
                    .example("opening(customers)", "100", CUSTOMERS),
            FormulaFunction.of(Signature.of("closing", "the balance at the end of the window", "balance"), SAME,
                            arguments -> arguments.get(0))
                    .example("closing(customers)", "120", CUSTOMERS),
            FormulaFunction.of(Signature.of("average", "the mean of the opening and the closing balance", "balance"), SAME,
                            arguments -> Product.of(
                                    Sum.of(opening(arguments.get(0)), Sum.Operator.PLUS, arguments.get(0)),
                                    Product.Operator.DIVIDED_BY, NumberLiteral.of(BigDecimal.valueOf(2))))
                    .example("average(customers)", "110", CUSTOMERS),
            FormulaFunction.of(Signature.of("cumulative", "the running total since the first period with a value", "value"),
                            SAME, arguments -> over("sum", arguments.get(0), 0, List.of()))
                    .example("cumulative(sales)", "60", Given.of("sales", "2024-01", 10, 20, 30)),
            FormulaFunction.of(new Signature("ewma", List.of(Parameter.number("value"),
                            new Parameter("smoothing", Signature.Sort.FIXED, false)), 0, "the exponentially weighted moving"
                            + " average since the first known value, smoothed over so many periods (the newest value weighs"
                            + " 2 / (n + 1)) or with so much weight for the newest value (25%); a period without a value"
                            + " has none and changes nothing"), SAME,
                            arguments -> over("ewma", arguments.get(0), 1, arguments.subList(1, 2)))
                    .example("ewma(sales, 3)", "22.5", Given.of("sales", "2024-01", 10, 20, 30))
                    .example("ewma(sales, 50%)", "22.5", Given.of("sales", "2024-01", 10, 20, 30))
                    .source("Roberts, Control Chart Tests Based on Geometric Moving Averages, Technometrics 1, 1959; it"
                            + " begins with the first value, as pandas does with adjust=False"),
            new IndexFunction());

    private HistoryFunctions() {}

    private static Expression opening(Expression balance) {
        return Selection.of(balance, new Selector.Opening());
    }

    /** A statistic of all periods since the first value. */
    private static Expression over(String statistic, Expression operand, int atLeast, List<Expression> arguments) {
        return new Statistic(statistic, operand, new Stretch.Everything(atLeast), arguments, Origin.NONE);
    }
}

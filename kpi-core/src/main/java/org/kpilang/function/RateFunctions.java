package org.kpilang.function;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Fallback;
import org.kpilang.expression.Negation;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.function.DerivedFunction.Requirement;
import org.kpilang.function.Documentation.Given;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.source.Origin;

/** Rates of growth and loss, shares, and what they come to over a year. */
final class RateFunctions {

    private static final String CHANGE = "change_rate";
    private static final String COMPOUND = "compound_rate";
    private static final String A_PERCENTAGE = "any unit goes in, a percentage comes out";

    static final List<Function> ALL = List.of(
            NumericFunction.of(Signature.of(CHANGE, "the relative change from one value to another; no value from a base of"
                            + " zero or below", "now", "before"), UnitRules.SHARE,
                            arguments -> arguments[1] > 0 ? (arguments[0] - arguments[1]) / arguments[1] : Double.NaN)
                    .absent(1, arguments -> arguments[1] == 0 ? Absence.ZERO_DIVISOR
                            : arguments[1] < 0 ? Absence.NEGATIVE_BASE : Absence.DOMAIN)
                    .within(RateFunctions::changed)
                    .sloping((arguments, direction) -> (direction[0]
                            - arguments[0] / arguments[1] * direction[1]) / arguments[1])
                    .example("change_rate(150, 100)", "50%"),
            FormulaFunction.of(new Signature("growth", List.of(Parameter.number("value"), Parameter.duration("ago")), 0,
                            "the relative change since some time ago; no value from a base of zero or below"), A_PERCENTAGE,
                            arguments -> Call.of(CHANGE, arguments.get(0),
                                    Selection.of(arguments.get(0), Durations.ago(arguments.get(1)))))
                    .example("growth(sales, 1 year)", "20%", Given.of("sales", "2023", 100, 120)),
            NumericFunction.of(Signature.of(COMPOUND, "what a rate of growth comes to when it compounds so many times; no"
                            + " value for a loss of more than everything", "rate", "times"), UnitRules.RATE,
                            arguments -> StrictMath.expm1(arguments[1] * StrictMath.log1p(arguments[0])))
                    .absent(0, arguments -> arguments[0] < -1 ? Absence.NEGATIVE_BASE : Absence.DOMAIN)
                    .within(RateFunctions::compounded)
                    .sloping(RateFunctions::compoundedSlope)
                    .example("compound_rate(10%, 2)", "21%"),
            FormulaFunction.of(new Signature("cagr", List.of(Parameter.number("value"),
                            new Parameter("years", Signature.Sort.YEARS, false)), 0, "the compound annual growth rate"
                            + " over so many years; no value from a base of zero or below, nor to a value below zero"), A_PERCENTAGE,
                            arguments -> Call.of(COMPOUND, Call.of(CHANGE, arguments.get(0),
                                            Selection.of(arguments.get(0), Durations.ago(arguments.get(1)))),
                                    over(number(1, null), number(count(arguments.get(1)), null))))
                    .example("cagr(sales, 2 years)", "10%", Given.of("sales", "2022", 100, 115, 121)),
            FormulaFunction.of(new Signature("annualize", List.of(Parameter.number("value"), Parameter.word("how", "actual",
                            "365", "360", "growth", "loss", "compound").asOptional()), 0, "what a value would come to in a"
                            + " whole year: an amount times the days of the year that holds the end of the window, or times"
                            + " 365 or 360, divided by the days of the window; a rate of `growth` or `loss` as it compounds"
                            + " (`compound` is another word for `growth`)"),
                            "the unit of the value comes out; a rate is a pure number", RateFunctions::annualized)
                    .requires(RateFunctions::annualizable)
                    .example("annualize(sales)", "366", Given.of("sales", "2024-04", 30))
                    .example("annualize(sales, 360)", "360", Given.of("sales", "2024-04", 30))
                    .example("annualize(churn, loss)", "45.96%", Given.of("churn", "2024-04", 0.05)),
            FormulaFunction.of(new Signature("share", List.of(Parameter.number("value"),
                            new Parameter("dimension", Signature.Sort.DIMENSION, true)), 1, "a value as a share of the total"
                            + " over some dimensions, or over all if none is named"), A_PERCENTAGE, RateFunctions::share)
                    .example("share(sales, region)", "25%", new Given("sales", "north", "2024-01", List.of(50.0)),
                            new Given("sales", "south", "2024-01", List.of(150.0))));

    private RateFunctions() {}

    private static Interval changed(List<Interval> arguments) {
        Interval base = arguments.get(1).intersect(Interval.POSITIVE);
        return arguments.get(0).dividedBy(base).minus(Interval.of(1));
    }

    private static Interval compounded(List<Interval> arguments) {
        return arguments.get(0).plus(Interval.of(1)).intersect(Interval.NOT_NEGATIVE).power(arguments.get(1))
                .minus(Interval.of(1));
    }

    private static double compoundedSlope(double[] arguments, double[] direction) {
        double base = 1 + arguments[0];
        return StrictMath.pow(base, arguments[1]) * direction[1] * (direction[1] == 0 ? 1 : StrictMath.log(base))
                + (direction[0] == 0 ? 0 : arguments[1] * StrictMath.pow(base, arguments[1] - 1) * direction[0]);
    }

    private static Expression annualized(List<Expression> arguments) {
        Expression value = arguments.get(0);
        return switch (how(arguments)) {
            case "365", "360" -> Product.of(
                    Product.of(value, Product.Operator.TIMES, number(Integer.parseInt(how(arguments)), "days")),
                    Product.Operator.DIVIDED_BY, lengthIn(PeriodUnit.DAY));
            case "growth", "compound" -> Call.of(COMPOUND, value, timesAYear());
            case "loss" -> new Negation(Call.of(COMPOUND, new Negation(value, Origin.NONE), timesAYear()), Origin.NONE);
            default -> Product.of(Product.of(value, Product.Operator.TIMES, yearIn(PeriodUnit.DAY)),
                    Product.Operator.DIVIDED_BY, lengthIn(PeriodUnit.DAY));
        };
    }

    private static Requirement annualizable(List<Expression> arguments) {
        return switch (how(arguments)) {
            case "" -> Requirement.AMOUNT_OF_TIME;
            case "actual", "365", "360" -> Requirement.OF_TIME;
            default -> Requirement.NONE;
        };
    }

    private static String how(List<Expression> arguments) {
        return arguments.size() < 2 ? "" : arguments.get(1).toString();
    }

    /** How many windows of this length there are in a year: by months, or by days where it has no whole months. */
    private static Expression timesAYear() {
        return new Fallback(List.of(over(yearIn(PeriodUnit.MONTH), lengthIn(PeriodUnit.MONTH)),
                over(yearIn(PeriodUnit.DAY), lengthIn(PeriodUnit.DAY))), Origin.NONE);
    }

    private static Expression lengthIn(PeriodUnit unit) {
        return Call.of(unit.word() + "s");
    }

    private static Expression yearIn(PeriodUnit unit) {
        return Selection.of(lengthIn(unit), new Selector.Whole(PeriodUnit.YEAR));
    }

    private static Expression share(List<Expression> arguments) {
        List<String> dimensions = arguments.subList(1, arguments.size()).stream()
                .map(dimension -> ((Reference) dimension).name()).toList();
        return Product.of(over(arguments.get(0), Selection.of(arguments.get(0), new Selector.All(dimensions))),
                Product.Operator.TIMES,
                new NumberLiteral(BigDecimal.ONE, NumberLiteral.Suffix.PERCENT, null, Origin.NONE));
    }

    private static Expression over(Expression above, Expression below) {
        return Product.of(above, Product.Operator.DIVIDED_BY, below);
    }

    private static NumberLiteral number(int value, @Nullable String unit) {
        return new NumberLiteral(BigDecimal.valueOf(value), NumberLiteral.Suffix.NONE, unit, Origin.NONE);
    }

    private static int count(Expression years) {
        return ((NumberLiteral) years).value().intValueExact();
    }
}

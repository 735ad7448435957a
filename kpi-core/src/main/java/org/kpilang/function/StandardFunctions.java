package org.kpilang.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Product;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.expression.Sum;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** The functions of the language, each an entry of one list. */
final class StandardFunctions {

    private static final String CHANGE = "change_rate";

    static final List<Function> ALL = List.of(
            ofSeveral("min", "the smallest argument", arguments -> Arrays.stream(arguments).min().orElseThrow())
                    .within(RangeRules.SMALLEST),
            ofSeveral("max", "the largest argument", arguments -> Arrays.stream(arguments).max().orElseThrow())
                    .within(RangeRules.LARGEST),
            ofSeveral("avg", "the mean of the arguments", arguments -> Arrays.stream(arguments).sum() / arguments.length)
                    .within(RangeRules.AMONG),
            new Numeric(signature("clamp", "a value kept between two bounds", "value", "low", "high"), UnitRules.ALIKE,
                    arguments -> arguments[1] <= arguments[2]
                            ? Math.max(arguments[1], Math.min(arguments[2], arguments[0])) : Double.NaN)
                    .within(StandardFunctions::clamped),
            ofOne("abs", "the size of a value without its sign", UnitRules.ALIKE, Math::abs)
                    .within(RangeRules.SIZE),
            ofOne("sqrt", "the square root", UnitRules.PURE, Math::sqrt)
                    .within(RangeRules.growing(Interval.NOT_NEGATIVE, Math::sqrt)),
            ofOne("ln", "the natural logarithm", UnitRules.PURE, StrictMath::log)
                    .within(RangeRules.growing(Interval.POSITIVE, StrictMath::log)),
            ofOne("exp", "e to the power of a value", UnitRules.PURE, StrictMath::exp)
                    .within(RangeRules.growing(Interval.ANY, StrictMath::exp)),
            new Numeric(new Signature("round", List.of(Parameter.number("value"),
                    new Parameter("digits", Signature.Sort.NUMBER, true)), false,
                    "a value rounded to some digits after the point, halves away from zero"),
                    UnitRules.FIRST, StandardFunctions::round).within(StandardFunctions::rounded),

            new Remainder(),
            new ChangeRate(),
            new Derived(new Signature("growth", List.of(Parameter.number("value"), Parameter.duration("ago")), false,
                    "the relative change since some time ago; no value from a base of zero or below"),
                    arguments -> Call.of(CHANGE, arguments.get(0),
                            Selection.of(arguments.get(0), Durations.ago(arguments.get(1))))),
            new Derived(signature("opening", "the balance just before the window", "balance"),
                    arguments -> opening(arguments.get(0))),
            new Derived(signature("closing", "the balance at the end of the window", "balance"),
                    arguments -> arguments.get(0)),
            new Derived(signature("average", "the mean of the opening and the closing balance", "balance"),
                    arguments -> Product.of(
                            Sum.of(opening(arguments.get(0)), Sum.Operator.PLUS, arguments.get(0)),
                            Product.Operator.DIVIDED_BY, NumberLiteral.of(BigDecimal.valueOf(2)))),
            new Derived(signature("cumulative", "the running total since the first period with a value", "value"),
                    arguments -> new Statistic("sum", arguments.get(0), new Stretch.Everything(0), List.of(),
                            Origin.NONE)),
            new NetPromoterScore(),

            new WindowFunction(PeriodUnit.DAY),
            new WindowFunction(PeriodUnit.WEEK),
            new WindowFunction(PeriodUnit.MONTH),
            new WindowFunction(PeriodUnit.QUARTER),
            new WindowFunction(PeriodUnit.YEAR));

    private StandardFunctions() {}

    private static Signature signature(String name, String summary, String... parameters) {
        return new Signature(name, Arrays.stream(parameters).map(Parameter::number).toList(), false, summary);
    }

    private static Numeric ofSeveral(String name, String summary, ToDoubleFunction<double[]> body) {
        return new Numeric(new Signature(name, List.of(Parameter.number("value")), true, summary), UnitRules.ALIKE,
                body);
    }

    private static Numeric ofOne(String name, String summary, UnitRules units, DoubleUnaryOperator body) {
        return new Numeric(signature(name, summary, "value"), units, arguments -> body.applyAsDouble(arguments[0]));
    }

    private static Expression opening(Expression balance) {
        return Selection.of(balance, new Selector.Opening());
    }

    private static double round(double[] arguments) {
        double digits = arguments.length > 1 ? arguments[1] : 0;
        if (digits != Math.rint(digits) || Math.abs(digits) > 300) {
            return Double.NaN;
        }
        return new BigDecimal(Double.toString(arguments[0])).setScale((int) digits, RoundingMode.HALF_UP).doubleValue();
    }

    private static Interval clamped(List<Interval> arguments) {
        Interval upper = RangeRules.SMALLEST.range(List.of(arguments.get(0), arguments.get(2)));
        return RangeRules.LARGEST.range(List.of(arguments.get(1), upper))
                .intersect(new Interval(Double.NEGATIVE_INFINITY, arguments.get(2).high(), true,
                        arguments.get(2).highOpen()));
    }

    /** A number and what it is rounded to lie on the same side of every number with so many digits. */
    private static Interval rounded(List<Interval> arguments) {
        Interval value = arguments.get(0);
        Interval digits = arguments.size() > 1 ? arguments.get(1) : Interval.of(0);
        if (value.isEmpty() || !digits.isPoint()) {
            return value.isEmpty() ? Interval.NONE : Interval.ANY;
        }
        double low = rounded(value.low(), digits.low());
        double high = rounded(value.high(), digits.low());
        return Double.isNaN(low) || Double.isNaN(high) ? Interval.NONE : Interval.between(low, high);
    }

    private static double rounded(double value, double digits) {
        return Double.isInfinite(value) ? value : round(new double[] {value, digits});
    }

    private record Numeric(Signature signature, UnitRules units, ToDoubleFunction<double[]> body, RangeRules ranges)
            implements PointwiseFunction {

        Numeric(Signature signature, UnitRules units, ToDoubleFunction<double[]> body) {
            this(signature, units, body, RangeRules.ANY);
        }

        /** The same function, of which it is known where its results lie. */
        Numeric within(RangeRules known) {
            return new Numeric(signature, units, body, known);
        }

        @Override
        public Interval range(List<Interval> arguments) {
            return ranges.range(arguments);
        }

        @Override
        public double apply(double[] arguments) {
            return body.applyAsDouble(arguments);
        }

        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return units.unit(arguments);
        }
    }

    private record Derived(Signature signature, java.util.function.Function<List<Expression>, Expression> formula)
            implements DerivedFunction {

        @Override
        public Expression derive(List<Expression> arguments) {
            return formula.apply(arguments);
        }
    }

    /** The remainder that spreadsheets know as MOD; the sign is that of the divisor. */
    private record Remainder() implements PointwiseFunction {

        @Override
        public Signature signature() {
            return StandardFunctions.signature("mod", "what is left of a value after whole divisors are taken away, with the"
                    + " sign of the divisor", "value", "divisor");
        }

        @Override
        public double apply(double[] arguments) {
            double remainder = arguments[0] % arguments[1];
            return remainder != 0 && remainder < 0 != arguments[1] < 0 ? remainder + arguments[1] : remainder;
        }

        /** Nearer to zero than the divisor, and on the same side of it. */
        @Override
        public Interval range(List<Interval> arguments) {
            return arguments.get(1).hull(Interval.of(0));
        }

        @Override
        public Absence absence(double[] arguments) {
            return arguments[1] == 0 ? Absence.ZERO_DIVISOR : Absence.DOMAIN;
        }

        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return UnitRules.ALIKE.unit(arguments);
        }
    }

    /** Relative change; from a base of zero or below there is none. */
    private record ChangeRate() implements PointwiseFunction {

        @Override
        public Signature signature() {
            return StandardFunctions.signature(CHANGE, "the relative change from one value to another; no value from a base of"
                    + " zero or below", "now", "before");
        }

        @Override
        public double apply(double[] arguments) {
            return arguments[1] > 0 ? (arguments[0] - arguments[1]) / arguments[1] : Double.NaN;
        }

        @Override
        public Interval range(List<Interval> arguments) {
            Interval base = arguments.get(1).intersect(Interval.POSITIVE);
            return arguments.get(0).dividedBy(base).minus(Interval.of(1));
        }

        @Override
        public Absence absence(double[] arguments) {
            return arguments[1] == 0 ? Absence.ZERO_DIVISOR
                    : arguments[1] < 0 ? Absence.NEGATIVE_BASE : Absence.DOMAIN;
        }

        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return UnitRules.SHARE.unit(arguments);
        }
    }

    /** Reichheld, The One Number You Need to Grow, Harvard Business Review, December 2003. */
    private record NetPromoterScore() implements PointwiseFunction {

        @Override
        public Signature signature() {
            return StandardFunctions.signature("nps",
                    "the net promoter score, in points from -100 to 100; no value from negative counts", "promoters",
                    "passives", "detractors");
        }

        @Override
        public double apply(double[] arguments) {
            double responses = arguments[0] + arguments[1] + arguments[2];
            return isNegative(arguments) ? Double.NaN : 100 * (arguments[0] - arguments[2]) / responses;
        }

        private static boolean isNegative(double[] arguments) {
            return Arrays.stream(arguments).anyMatch(count -> count < 0);
        }

        @Override
        public Interval range(List<Interval> arguments) {
            return Interval.between(-100, 100);
        }

        @Override
        public Absence absence(double[] arguments) {
            return isNegative(arguments) ? Absence.DOMAIN : Absence.ZERO_DIVISOR;
        }

        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return UnitRules.ALIKE.unit(arguments) == null ? null : Unit.POINTS;
        }
    }
}

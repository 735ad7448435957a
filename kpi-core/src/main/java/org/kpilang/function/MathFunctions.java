package org.kpilang.function;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.series.Absence;
import org.kpilang.series.Interval;
import org.kpilang.unit.Unit;

/** Functions of numbers alone. */
final class MathFunctions {

    private static final int MOST_DIGITS = 300;

    static final List<Function> ALL = List.of(
            ofSeveral("min", "the smallest argument", MathFunctions::smallest)
                    .within(RangeRules.SMALLEST)
                    .sloping(Slopes.SMALLEST)
                    .example("min(3, 1, 2)", "1"),
            ofSeveral("max", "the largest argument", MathFunctions::largest)
                    .within(RangeRules.LARGEST)
                    .sloping(Slopes.LARGEST)
                    .example("max(3, 1, 2)", "3"),
            ofSeveral("avg", "the mean of the arguments", arguments -> Arrays.stream(arguments).sum() / arguments.length)
                    .within(RangeRules.AMONG)
                    .sloping((arguments, direction) -> Arrays.stream(direction).sum() / direction.length)
                    .example("avg(1, 2, 6)", "3"),
            NumericFunction.of(new Signature("weighted_avg", List.of(Parameter.number("value"), Parameter.number("weight")),
                            2, "the mean of several values, each with a weight"), UnitRules.ALIKE, MathFunctions::weighted)
                    .units("like units of the values go in, the same comes out; the weights have like units too",
                            MathFunctions::weightedUnit)
                    .absent(-1, MathFunctions::weightedAbsence)
                    .within(arguments -> RangeRules.AMONG.range(every(2, 0, arguments)))
                    .sloping(MathFunctions::weightedSlope)
                    .example("weighted_avg(80, 60%, 90, 40%)", "84"),
            NumericFunction.of(Signature.of("clamp", "a value kept between two bounds", "value", "low", "high"),
                            UnitRules.ALIKE, arguments -> arguments[1] <= arguments[2]
                                    ? Math.max(arguments[1], Math.min(arguments[2], arguments[0])) : Double.NaN)
                    .within(MathFunctions::clamped)
                    .sloping(MathFunctions::clampedSlope)
                    .example("clamp(120, 0, 100)", "100"),
            ofOne("abs", "the size of a value without its sign", UnitRules.ALIKE, Math::abs)
                    .within(RangeRules.SIZE)
                    .sloping((arguments, direction) -> arguments[0] == 0 ? Math.abs(direction[0])
                            : Math.signum(arguments[0]) * direction[0])
                    .example("abs(-2.5)", "2.5"),
            ofOne("sqrt", "the square root", UnitRules.PURE, Math::sqrt)
                    .within(RangeRules.growing(Interval.NOT_NEGATIVE, Math::sqrt))
                    .sloping(Slopes.of(x -> 1 / (2 * Math.sqrt(x))))
                    .example("sqrt(2.25)", "1.5"),
            ofOne("ln", "the natural logarithm", UnitRules.PURE, StrictMath::log)
                    .within(RangeRules.growing(Interval.POSITIVE, StrictMath::log))
                    .sloping(Slopes.of(x -> 1 / x))
                    .example("ln(1)", "0"),
            ofOne("exp", "e to the power of a value", UnitRules.PURE, StrictMath::exp)
                    .within(RangeRules.growing(Interval.ANY, StrictMath::exp))
                    .sloping(Slopes.of(StrictMath::exp))
                    .example("exp(0)", "1"),
            NumericFunction.of(new Signature("round", List.of(Parameter.number("value"),
                            Parameter.number("digits").asOptional()), 0,
                            "a value rounded to some digits after the point, halves away from zero"),
                            UnitRules.FIRST, MathFunctions::round)
                    .within(MathFunctions::rounded)
                    .sloping(Slopes.stepping(MathFunctions::round))
                    .example("round(2.345, 2)", "2.35")
                    .example("round(1250, -2)", "1300"),
            ofOne("floor", "a value rounded down to a whole number", UnitRules.ALIKE, Math::floor)
                    .within(RangeRules.stepping(Math::floor))
                    .sloping(Slopes.stepping(arguments -> Math.floor(arguments[0])))
                    .example("floor(-2.5)", "-3"),
            ofOne("ceil", "a value rounded up to a whole number", UnitRules.ALIKE, Math::ceil)
                    .within(RangeRules.stepping(Math::ceil))
                    .sloping(Slopes.stepping(arguments -> Math.ceil(arguments[0])))
                    .example("ceil(2.1)", "3"),
            NumericFunction.of(Signature.of("mod", "what is left of a value after whole divisors are taken away, with the"
                            + " sign of the divisor", "value", "divisor"), UnitRules.ALIKE, MathFunctions::remainder)
                    .absent(1, arguments -> arguments[1] == 0 ? Absence.ZERO_DIVISOR : Absence.DOMAIN)
                    .within(MathFunctions::remaining)
                    .sloping(MathFunctions::remainderSlope)
                    .example("mod(7, 3)", "1"));

    private MathFunctions() {}

    private static NumericFunction ofSeveral(String name, String summary, ToDoubleFunction<double[]> body) {
        return NumericFunction.of(new Signature(name, List.of(Parameter.number("value")), 1, summary), UnitRules.ALIKE,
                body);
    }

    private static NumericFunction ofOne(String name, String summary, UnitRules units, DoubleUnaryOperator body) {
        return NumericFunction.of(Signature.of(name, summary, "value"), units,
                arguments -> body.applyAsDouble(arguments[0]));
    }

    private static double smallest(double[] arguments) {
        double smallest = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            smallest = Math.min(smallest, arguments[i]);
        }
        return smallest;
    }

    private static double largest(double[] arguments) {
        double largest = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            largest = Math.max(largest, arguments[i]);
        }
        return largest;
    }

    private static double round(double[] arguments) {
        double digits = arguments.length > 1 ? arguments[1] : 0;
        if (digits != Math.rint(digits) || Math.abs(digits) > MOST_DIGITS) {
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

    /** The remainder that spreadsheets know as MOD. */
    private static double remainder(double[] arguments) {
        double remainder = arguments[0] % arguments[1];
        return remainder != 0 && remainder < 0 != arguments[1] < 0 ? remainder + arguments[1] : remainder;
    }

    /** Nearer to zero than the divisor, and on the same side of it. */
    private static Interval remaining(List<Interval> arguments) {
        return arguments.get(1).hull(Interval.of(0));
    }

    private static double weighted(double[] arguments) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i + 1] < 0) {
                return Double.NaN;
            }
            sum += arguments[i] * arguments[i + 1];
            weights += arguments[i + 1];
        }
        return sum / weights;
    }

    private static double weightedSlope(double[] arguments, double[] direction) {
        double mean = weighted(arguments);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < arguments.length; i += 2) {
            sum += direction[i] * arguments[i + 1] + (arguments[i] - mean) * direction[i + 1];
            weights += arguments[i + 1];
        }
        return sum / weights;
    }

    /** The larger of the lower bound and of the smaller of the value and the upper bound. */
    private static double clampedSlope(double[] arguments, double[] direction) {
        double[] upper = {arguments[0], arguments[2]};
        double slope = Slopes.SMALLEST.slope(upper, new double[] {direction[0], direction[2]});
        return Slopes.LARGEST.slope(new double[] {arguments[1], smallest(upper)}, new double[] {direction[1], slope});
    }

    /** The value less so many divisors, until that number changes. */
    private static double remainderSlope(double[] arguments, double[] direction) {
        double remainder = remainder(arguments);
        double slope = direction[0] - Math.rint((arguments[0] - remainder) / arguments[1]) * direction[1];
        return remainder == 0 && slope * arguments[1] < 0 ? Math.copySign(Double.POSITIVE_INFINITY, arguments[1]) : slope;
    }

    private static Absence weightedAbsence(double[] arguments) {
        for (int i = 1; i < arguments.length; i += 2) {
            if (arguments[i] != 0) {
                return Absence.DOMAIN;
            }
        }
        return Absence.ZERO_DIVISOR;
    }

    private static @Nullable Unit weightedUnit(List<Unit> arguments) {
        Unit weights = UnitRules.alike(every(2, 1, arguments));
        return weights == null ? null : UnitRules.alike(every(2, 0, arguments));
    }

    private static <T> List<T> every(int step, int from, List<T> all) {
        return Stream.iterate(from, i -> i < all.size(), i -> i + step).map(all::get).toList();
    }
}

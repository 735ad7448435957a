package org.kpilang.function;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.kpilang.series.Interval;

/** The usual answers to which numbers the result of a function lies among. */
@FunctionalInterface
public interface RangeRules {

    /** Nothing is known. */
    RangeRules ANY = arguments -> Interval.ANY;
    /** The smallest argument. */
    RangeRules SMALLEST = RangeRules::smallest;
    /** The largest argument. */
    RangeRules LARGEST = RangeRules::largest;
    /** Something between the smallest argument and the largest. */
    RangeRules AMONG = arguments -> new Interval(SMALLEST.range(arguments).low(), LARGEST.range(arguments).high(), false,
            false);
    /** The size of the only argument. */
    RangeRules SIZE = arguments -> arguments.get(0).intersect(Interval.NOT_NEGATIVE)
            .hull(arguments.get(0).negated().intersect(Interval.NOT_NEGATIVE));

    /** The numbers among which the result lies. */
    Interval range(List<Interval> arguments);

    /** A function of one argument that grows with it, for the arguments for which it has a value. */
    static RangeRules growing(Interval domain, DoubleUnaryOperator body) {
        return arguments -> {
            Interval argument = arguments.get(0).intersect(domain);
            return argument.isEmpty() ? Interval.NONE : Interval.calculated(body.applyAsDouble(argument.low()),
                    body.applyAsDouble(argument.high()), argument.lowOpen(), argument.highOpen());
        };
    }

    /** A function of one argument that steps up with it, so that an end that is not reached may still be a result. */
    static RangeRules stepping(DoubleUnaryOperator body) {
        return arguments -> Interval.between(body.applyAsDouble(arguments.get(0).low()),
                body.applyAsDouble(arguments.get(0).high()));
    }

    private static Interval smallest(List<Interval> arguments) {
        Interval smallest = arguments.isEmpty() ? Interval.ANY : arguments.get(0);
        for (int i = 1; i < arguments.size(); i++) {
            smallest = smaller(smallest, arguments.get(i));
        }
        return smallest;
    }

    private static Interval largest(List<Interval> arguments) {
        Interval smallest = arguments.isEmpty() ? Interval.ANY : arguments.get(0).negated();
        for (int i = 1; i < arguments.size(); i++) {
            smallest = smaller(smallest, arguments.get(i).negated());
        }
        return smallest.negated();
    }

    private static Interval smaller(Interval left, Interval right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Interval.NONE;
        }
        Interval lower = left.hull(right);
        return lower.intersect(new Interval(Double.NEGATIVE_INFINITY, Math.min(left.high(), right.high()), true,
                left.high() < right.high() ? left.highOpen() : right.high() < left.high() ? right.highOpen()
                        : left.highOpen() || right.highOpen()));
    }
}

package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.expression.Comparison;
import org.kpilang.series.Interval;

/** Numbers in several intervals, from the lowest to the highest. */
record NumberSet(List<Interval> parts) {

    NumberSet {
        parts = parts.stream().filter(part -> !part.isEmpty()).toList();
    }

    static NumberSet of(Interval interval) {
        return new NumberSet(List.of(interval));
    }

    /** The numbers for which a comparison with a bound holds. */
    static NumberSet of(Comparison.Operator operator, double bound) {
        return switch (operator) {
            case LESS -> of(Interval.below(bound));
            case AT_MOST -> of(Interval.atMost(bound));
            case GREATER -> of(Interval.above(bound));
            case AT_LEAST -> of(Interval.atLeast(bound));
            case EQUAL -> of(Interval.of(bound));
            case NOT_EQUAL -> new NumberSet(List.of(Interval.below(bound), Interval.above(bound)));
        };
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    NumberSet intersect(NumberSet other) {
        List<Interval> both = new ArrayList<>();
        for (Interval part : parts) {
            other.parts.forEach(each -> both.add(part.intersect(each)));
        }
        return new NumberSet(both);
    }

    /** The numbers that do not belong to another. */
    NumberSet without(NumberSet other) {
        NumberSet rest = this;
        for (Interval part : other.parts) {
            NumberSet outside = new NumberSet(List.of(
                    new Interval(Double.NEGATIVE_INFINITY, part.low(), true, !part.lowOpen()),
                    new Interval(part.high(), Double.POSITIVE_INFINITY, !part.highOpen(), true)));
            rest = rest.intersect(outside);
        }
        return rest;
    }

    /** The smallest interval that holds all of it. */
    Interval hull() {
        return parts.stream().reduce(Interval.NONE, Interval::hull);
    }

    NumberSet and(NumberSet other) {
        List<Interval> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new NumberSet(all);
    }
}

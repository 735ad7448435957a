package org.kpilang.model.internal;

import org.kpilang.expression.Comparison;
import org.kpilang.series.Interval;

/** What is known beforehand of a comparison. */
enum Outcome {
    HOLDS, FAILS,
    /** That depends on the facts. */
    OPEN;

    /** The outcome for all values of two intervals. */
    static Outcome of(Interval left, Comparison.Operator operator, Interval right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OPEN;
        }
        return switch (operator) {
            case LESS -> isBelow(left, right) ? HOLDS : isAtMost(right, left) ? FAILS : OPEN;
            case AT_MOST -> isAtMost(left, right) ? HOLDS : isBelow(right, left) ? FAILS : OPEN;
            case GREATER -> of(right, Comparison.Operator.LESS, left);
            case AT_LEAST -> of(right, Comparison.Operator.AT_MOST, left);
            case EQUAL -> left.intersect(right).isEmpty() ? FAILS : OPEN;
            case NOT_EQUAL -> left.intersect(right).isEmpty() ? HOLDS : OPEN;
        };
    }

    private static boolean isBelow(Interval left, Interval right) {
        return left.high() < right.low() || left.high() == right.low() && (left.highOpen() || right.lowOpen());
    }

    private static boolean isAtMost(Interval left, Interval right) {
        return left.high() <= right.low();
    }
}

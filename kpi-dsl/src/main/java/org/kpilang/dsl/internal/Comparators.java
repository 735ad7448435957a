package org.kpilang.dsl.internal;

import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Comparison;

/** The signs of comparison. */
final class Comparators {

    private Comparators() {}

    static Comparison.Operator operator(KpiParser.ComparatorContext context) {
        return switch (context.getStart().getType()) {
            case KpiParser.EQUAL -> Comparison.Operator.EQUAL;
            case KpiParser.NOT_EQUAL -> Comparison.Operator.NOT_EQUAL;
            case KpiParser.LESS -> Comparison.Operator.LESS;
            case KpiParser.AT_MOST -> Comparison.Operator.AT_MOST;
            case KpiParser.GREATER -> Comparison.Operator.GREATER;
            default -> Comparison.Operator.AT_LEAST;
        };
    }
}

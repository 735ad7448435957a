package org.kpilang.dsl.internal;

import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.model.Bounds;

/** Builds the range of an input or of a KPI. */
final class RangeBuilder extends KpiBaseVisitor<Bounds> {

    private final ExpressionBuilder expressions;

    RangeBuilder(ExpressionBuilder expressions) {
        this.expressions = expressions;
    }

    @Override
    public Bounds visitRangeBetween(KpiParser.RangeBetweenContext context) {
        return Bounds.between(expressions.build(context.amount(0)), expressions.build(context.amount(1)));
    }

    @Override
    public Bounds visitRangeAtLeast(KpiParser.RangeAtLeastContext context) {
        return Bounds.atLeast(expressions.build(context.amount()));
    }

    @Override
    public Bounds visitRangeAtMost(KpiParser.RangeAtMostContext context) {
        return Bounds.atMost(expressions.build(context.amount()));
    }

    @Override
    public Bounds visitRangeAbove(KpiParser.RangeAboveContext context) {
        return Bounds.above(expressions.build(context.amount()));
    }

    @Override
    public Bounds visitRangeBelow(KpiParser.RangeBelowContext context) {
        return Bounds.below(expressions.build(context.amount()));
    }
}

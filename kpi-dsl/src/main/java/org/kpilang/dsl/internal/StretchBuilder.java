package org.kpilang.dsl.internal;

import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Stretch;

/** Builds the stretches that statistics summarise. */
final class StretchBuilder extends KpiBaseVisitor<Stretch> {

    private final Literals literals;
    private final SelectorBuilder selectors;

    StretchBuilder(Literals literals, SelectorBuilder selectors) {
        this.literals = literals;
        this.selectors = selectors;
    }

    @Override
    public Stretch visitPeriodsStretch(KpiParser.PeriodsStretchContext context) {
        int count = literals.count(context.NUMBER().getSymbol(), 1);
        return new Stretch.Periods(
                count, literals.timeUnit(context.timeUnit()), selectors.atLeast(context.atLeast(), count));
    }

    @Override
    public Stretch visitToDateStretch(KpiParser.ToDateStretchContext context) {
        return new Stretch.ToDate(
                literals.timeUnit(context.timeUnit()), selectors.atLeast(context.atLeast(), Integer.MAX_VALUE));
    }

    @Override
    public Stretch visitEverythingStretch(KpiParser.EverythingStretchContext context) {
        return new Stretch.Everything(selectors.atLeast(context.atLeast(), Integer.MAX_VALUE));
    }
}

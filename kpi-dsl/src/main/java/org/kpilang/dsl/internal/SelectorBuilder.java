package org.kpilang.dsl.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.source.DiagnosticCode;

/** Builds selectors from their parse trees. */
final class SelectorBuilder extends KpiBaseVisitor<Selector> {

    private final Literals literals;
    private final SliceBuilder slices;
    private final Problems problems;

    SelectorBuilder(Literals literals, SliceBuilder slices, Problems problems) {
        this.literals = literals;
        this.slices = slices;
        this.problems = problems;
    }

    @Override
    public Selector visitAgoSelector(KpiParser.AgoSelectorContext context) {
        PeriodUnit unit = literals.timeUnit(context.timeUnit());
        boolean sameWeekday = context.WEEKDAY() != null;
        if (sameWeekday && unit != PeriodUnit.YEAR) {
            problems.add(DiagnosticCode.UNEXPECTED_TEXT, context.timeUnit(),
                    "expected `year`, found `" + context.timeUnit().getText() + "`",
                    "the same weekday is that of another year: `[same weekday 1 year ago]`");
            return new Selector.Previous();
        }
        return new Selector.Ago(literals.count(context.NUMBER().getSymbol(), 0), unit, sameWeekday);
    }

    @Override
    public Selector visitLastSelector(KpiParser.LastSelectorContext context) {
        int count = literals.count(context.NUMBER().getSymbol(), 1);
        return new Selector.Last(count, literals.timeUnit(context.timeUnit()), atLeast(context.atLeast(), count));
    }

    @Override
    public Selector visitPreviousSelector(KpiParser.PreviousSelectorContext context) {
        return context.timeUnit() == null
                ? new Selector.Previous()
                : new Selector.PreviousWhole(literals.timeUnit(context.timeUnit()));
    }

    @Override
    public Selector visitWholeSelector(KpiParser.WholeSelectorContext context) {
        return new Selector.Whole(literals.timeUnit(context.timeUnit()));
    }

    @Override
    public Selector visitToDateSelector(KpiParser.ToDateSelectorContext context) {
        return new Selector.ToDate(literals.timeUnit(context.timeUnit()));
    }

    @Override
    public Selector visitOpeningSelector(KpiParser.OpeningSelectorContext context) {
        return new Selector.Opening();
    }

    @Override
    public Selector visitAllSelector(KpiParser.AllSelectorContext context) {
        return new Selector.All(literals.names(context.dimension()));
    }

    @Override
    public Selector visitSliceSelector(KpiParser.SliceSelectorContext context) {
        return new Selector.Slice(slices.visit(context.slice()));
    }

    /** How many of {@code count} periods must be known; 0 if nothing is said. */
    int atLeast(KpiParser.@Nullable AtLeastContext context, int count) {
        if (context == null) {
            return 0;
        }
        int atLeast = literals.count(context.NUMBER().getSymbol(), 1);
        if (atLeast > count) {
            problems.add(DiagnosticCode.NUMBER_NOT_VALID, context.NUMBER().getSymbol(),
                    "at least " + atLeast + " of " + count + " can never be reached", null);
            return 0;
        }
        return atLeast;
    }
}

package org.kpilang.dsl.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kpilang.dsl.internal.antlr.KpiBaseVisitor;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.dsl.internal.antlr.KpiParser.SliceContext;
import org.kpilang.expression.SliceCondition;

/** Builds the conditions of slices from their parse trees. */
final class SliceBuilder extends KpiBaseVisitor<SliceCondition> {

    private final Literals literals;

    SliceBuilder(Literals literals) {
        this.literals = literals;
    }

    @Override
    public SliceCondition visitAllOfSlices(KpiParser.AllOfSlicesContext context) {
        return new SliceCondition.AllOf(links(context, KpiParser.AllOfSlicesContext.class));
    }

    @Override
    public SliceCondition visitAnyOfSlices(KpiParser.AnyOfSlicesContext context) {
        return new SliceCondition.AnyOf(links(context, KpiParser.AnyOfSlicesContext.class));
    }

    /** The links of a chain, walked in a loop, since a chain may be long. */
    private <C extends SliceContext> List<SliceCondition> links(C chain, Class<C> kind) {
        Deque<SliceCondition> links = new ArrayDeque<>();
        SliceContext rest = chain;
        while (kind.isInstance(rest)) {
            links.addFirst(rest.getRuleContext(SliceContext.class, 1).accept(this));
            rest = rest.getRuleContext(SliceContext.class, 0);
        }
        links.addFirst(rest.accept(this));
        return new ArrayList<>(links);
    }

    @Override
    public SliceCondition visitBracketedSlice(KpiParser.BracketedSliceContext context) {
        return context.slice().accept(this);
    }

    @Override
    public SliceCondition visitComparedSlice(KpiParser.ComparedSliceContext context) {
        String dimension = literals.name(context.name());
        String member = literals.text(context.text());
        return switch (context.comparator().getStart().getType()) {
            case KpiParser.EQUAL -> new SliceCondition.Membership(dimension, List.of(member), false);
            case KpiParser.NOT_EQUAL -> new SliceCondition.Membership(dimension, List.of(member), true);
            default -> new SliceCondition.Bound(dimension, Comparators.operator(context.comparator()), member);
        };
    }

    @Override
    public SliceCondition visitMemberSlice(KpiParser.MemberSliceContext context) {
        return new SliceCondition.Membership(
                literals.name(context.name()), literals.texts(context.text()), context.NOT() != null);
    }
}

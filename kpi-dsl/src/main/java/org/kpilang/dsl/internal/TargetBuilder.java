package org.kpilang.dsl.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/**
 * Builds targets: a level to reach; when it says {@code during} and begins with a sign, a change to reach; and when
 * it is {@code higher} or {@code lower} alone, a direction. A name of those spellings stands between backticks here.
 */
final class TargetBuilder {

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final SliceBuilder slices;
    private final TermsBuilder terms;

    TargetBuilder(Problems problems, Literals literals, ExpressionBuilder expressions, SliceBuilder slices) {
        this.problems = problems;
        this.literals = literals;
        this.expressions = expressions;
        this.slices = slices;
        this.terms = new TermsBuilder(problems, literals, expressions);
    }

    Property build(KpiParser.TargetPropertyContext context) {
        refuseRepetition(context);
        Property.Better.Way way = direction(context);
        if (way != null) {
            return direction(context, way);
        }
        Expression value = expressions.build(context.expression());
        KpiParser.SliceClauseContext sliced = clause(context, KpiParser.SliceClauseContext.class);
        SliceCondition slice = sliced == null ? null : slices.visit(sliced.slice());
        KpiParser.DueClauseContext due = clause(context, KpiParser.DueClauseContext.class);
        KpiParser.StartClauseContext start = clause(context, KpiParser.StartClauseContext.class);
        KpiParser.DuringClauseContext during = clause(context, KpiParser.DuringClauseContext.class);
        if (during != null) {
            refuseMixture(context, due != null || start != null);
            return new Property.TargetChange(value, literals.period(during.period()), slice, terms.build(context),
                    problems.origin(context));
        }
        if (context.plus != null) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, context.plus, "it is not said when the change is due",
                    "add the period, as in `target +25k USD during 2026`; a level to reach has no `+`");
        }
        return new Property.Target(value,
                due == null ? null : literals.period(due.period()),
                start == null ? null : expressions.build(start.expression()),
                start == null ? null : literals.periodOrNull(start.period()),
                slice, terms.build(context), problems.origin(context));
    }

    private static Property.Better.@Nullable Way direction(KpiParser.TargetPropertyContext context) {
        Token first = context.expression().getStart();
        if (first != context.expression().getStop()) {
            return null;
        }
        return switch (first.getType()) {
            case KpiParser.HIGHER -> Property.Better.Way.HIGHER;
            case KpiParser.LOWER -> Property.Better.Way.LOWER;
            default -> null;
        };
    }

    private Property direction(KpiParser.TargetPropertyContext context, Property.Better.Way way) {
        String word = context.expression().getText();
        if (context.plus != null) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, context.plus, "a direction has no `+`",
                    "write `target " + word + "`");
        }
        KpiParser.DuringClauseContext during = clause(context, KpiParser.DuringClauseContext.class);
        KpiParser.DueClauseContext due = clause(context, KpiParser.DueClauseContext.class);
        KpiParser.StartClauseContext start = clause(context, KpiParser.StartClauseContext.class);
        if (due != null || start != null) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, due != null ? due : start,
                    "a direction has neither `by` nor `from`", "write `target " + word + " during 2026`, or how far: "
                            + "`target " + (way == Property.Better.Way.LOWER ? "-" : "+") + "10% during 2026`");
        }
        KpiParser.SliceClauseContext sliced = clause(context, KpiParser.SliceClauseContext.class);
        return new Property.TargetDirection(way, during == null ? null : literals.period(during.period()),
                sliced == null ? null : slices.visit(sliced.slice()), terms.build(context), problems.origin(context));
    }

    private void refuseMixture(KpiParser.TargetPropertyContext context, boolean path) {
        boolean signed = context.plus != null || context.expression().getStart().getType() == KpiParser.MINUS;
        if (!signed) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, context.expression(), "a change begins with `+` or `-`",
                    "write `target +25k USD during 2026` for a change, or `by 2026` for a level to reach");
        } else if (path) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, context, "a change has neither `by` nor `from`",
                    "a change counts from the start of its period to the end");
        }
    }

    private void refuseRepetition(KpiParser.TargetPropertyContext context) {
        Set<Class<?>> seen = new HashSet<>();
        for (KpiParser.TargetClauseContext clause : context.targetClause()) {
            if (!seen.add(clause.getClass())) {
                problems.add(DiagnosticCode.DUPLICATE_PROPERTY, clause,
                        "`" + clause.getStart().getText() + "` is given twice", "a KPI may have several targets");
            }
        }
    }

    static <C extends KpiParser.TargetClauseContext> @Nullable C clause(
            KpiParser.TargetPropertyContext context, Class<C> kind) {
        List<C> clauses = context.getRuleContexts(kind);
        return clauses.isEmpty() ? null : clauses.get(0);
    }
}

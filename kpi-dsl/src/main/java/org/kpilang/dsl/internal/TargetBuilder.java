package org.kpilang.dsl.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.expression.Expression;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;

/**
 * Builds targets: a level to reach, or, when it says {@code during} and begins with a sign, a change to reach.
 */
final class TargetBuilder {

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;
    private final SliceBuilder slices;

    TargetBuilder(Problems problems, Literals literals, ExpressionBuilder expressions, SliceBuilder slices) {
        this.problems = problems;
        this.literals = literals;
        this.expressions = expressions;
        this.slices = slices;
    }

    Property build(KpiParser.TargetPropertyContext context) {
        refuseRepetition(context);
        Expression value = expressions.build(context.expression());
        KpiParser.SliceClauseContext sliced = clause(context, KpiParser.SliceClauseContext.class);
        SliceCondition slice = sliced == null ? null : slices.visit(sliced.slice());
        KpiParser.DueClauseContext due = clause(context, KpiParser.DueClauseContext.class);
        KpiParser.StartClauseContext start = clause(context, KpiParser.StartClauseContext.class);
        KpiParser.DuringClauseContext during = clause(context, KpiParser.DuringClauseContext.class);
        if (during != null) {
            refuseMixture(context, due != null || start != null);
            return new Property.TargetChange(value, literals.period(during.period()), slice, problems.origin(context));
        }
        if (context.plus != null) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, context.plus, "it is not said when the change is due",
                    "add the period, as in `target +25k USD during 2026`; a level to reach has no `+`");
        }
        return new Property.Target(value,
                due == null ? null : literals.period(due.period()),
                start == null ? null : expressions.build(start.expression()),
                start == null ? null : literals.periodOrNull(start.period()),
                slice, problems.origin(context));
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

    private static <C extends KpiParser.TargetClauseContext> @Nullable C clause(
            KpiParser.TargetPropertyContext context, Class<C> kind) {
        List<C> clauses = context.getRuleContexts(kind);
        return clauses.isEmpty() ? null : clauses.get(0);
    }
}

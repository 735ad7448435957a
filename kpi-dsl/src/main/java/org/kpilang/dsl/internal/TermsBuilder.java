package org.kpilang.dsl.internal;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.antlr.KpiParser;
import org.kpilang.model.TargetTerms;
import org.kpilang.source.DiagnosticCode;

/** Builds how a target is read: by how much it may be missed, for which periods it is, and how it is approached. */
final class TermsBuilder {

    private final Problems problems;
    private final Literals literals;
    private final ExpressionBuilder expressions;

    TermsBuilder(Problems problems, Literals literals, ExpressionBuilder expressions) {
        this.problems = problems;
        this.literals = literals;
        this.expressions = expressions;
    }

    TargetTerms build(KpiParser.TargetPropertyContext target) {
        KpiParser.ToleranceClauseContext tolerance =
                TargetBuilder.clause(target, KpiParser.ToleranceClauseContext.class);
        TargetTerms terms = new TargetTerms(
                tolerance == null ? null : expressions.build(tolerance.amount()), count(target), course(target));
        return terms.equals(TargetTerms.NONE) ? TargetTerms.NONE : terms;
    }

    private TargetTerms.@Nullable Count count(KpiParser.TargetPropertyContext target) {
        KpiParser.EveryClauseContext every = TargetBuilder.clause(target, KpiParser.EveryClauseContext.class);
        KpiParser.AnyPeriodClauseContext any = TargetBuilder.clause(target, KpiParser.AnyPeriodClauseContext.class);
        if (every != null && any != null) {
            problems.add(DiagnosticCode.PROPERTY_NOT_VALID, any, "a target is either for every "
                    + literals.timeUnit(every.timeUnit()).name().toLowerCase(Locale.ROOT)
                    + " or for any period", "leave one of the two out");
        }
        return every != null ? new TargetTerms.Count.Every(literals.timeUnit(every.timeUnit()))
                : any != null ? new TargetTerms.Count.AnyPeriod() : null;
    }

    private TargetTerms.@Nullable Course course(KpiParser.TargetPropertyContext target) {
        KpiParser.StepsClauseContext steps = TargetBuilder.clause(target, KpiParser.StepsClauseContext.class);
        KpiParser.SpreadClauseContext spread = TargetBuilder.clause(target, KpiParser.SpreadClauseContext.class);
        if (steps != null) {
            if (spread != null) {
                problems.add(DiagnosticCode.PROPERTY_NOT_VALID, spread,
                        "a target goes either in steps or as it is spread", "leave one of the two out");
            }
            Optional<String> word = new Choice(problems).oneOf(DiagnosticCode.PROPERTY_NOT_VALID, steps.cadence(),
                    "a rhythm", Rhythms.words());
            return new TargetTerms.Course.Steps(Rhythms.unit(word.orElse("")));
        } else if (spread == null) {
            return null;
        }
        return spread.period() == null ? new TargetTerms.Course.Evenly()
                : new TargetTerms.Course.Like(literals.period(spread.period()));
    }
}

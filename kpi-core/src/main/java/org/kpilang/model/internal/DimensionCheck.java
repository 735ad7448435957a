package org.kpilang.model.internal;

import java.util.List;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.Definition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/** Slices are made by declared dimensions. */
final class DimensionCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    DimensionCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Selection selection) {
                    Origin selectors = selectors(selection);
                    selection.selectors().forEach(selector -> check(selector, selectors));
                }
            }
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property property : kpi.properties()) {
                if (property instanceof Property.Wanted target && target.slice() != null) {
                    check(target.slice(), target.origin());
                }
            }
        }
    }

    /** Where the selectors of a selection are written. */
    private static Origin selectors(Selection selection) {
        Origin operand = selection.operand().origin();
        Origin whole = selection.origin();
        SourceText source = whole.source();
        return source == null || source != operand.source() ? whole
                : Origin.of(source, Span.of(Math.min(operand.span().end(), whole.span().end()), whole.span().end()));
    }

    private void check(Selector selector, Origin origin) {
        if (selector instanceof Selector.Slice slice) {
            check(slice.condition(), origin);
        } else if (selector instanceof Selector.All all) {
            all.dimensions().forEach(dimension -> check(dimension, origin));
        }
    }

    private void check(SliceCondition condition, Origin origin) {
        if (condition instanceof SliceCondition.Membership membership) {
            check(membership.dimension(), origin);
        } else if (condition instanceof SliceCondition.Bound bound) {
            check(bound.dimension(), origin);
        } else {
            List<SliceCondition> conditions = condition instanceof SliceCondition.AllOf all
                    ? all.conditions() : ((SliceCondition.AnyOf) condition).conditions();
            conditions.forEach(part -> check(part, origin));
        }
    }

    private void check(String dimension, Origin around) {
        if (draft.symbols().dimensions().containsKey(dimension)) {
            return;
        }
        Origin origin = findings.at(around, dimension);
        Definition value = draft.symbols().value(dimension);
        Definition other = value != null ? value : draft.symbols().other(dimension);
        if (other != null) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, origin,
                    "`" + dimension + "` is " + Symbols.sort(other) + ", not a dimension",
                    "brackets take a dimension or a window of time");
            return;
        }
        findings.unknown(DiagnosticCode.UNKNOWN_DIMENSION, origin, "`" + dimension + "` is not a dimension", dimension,
                "declare it: `dimension " + dimension + "`", draft.symbols().dimensions().keySet());
    }
}

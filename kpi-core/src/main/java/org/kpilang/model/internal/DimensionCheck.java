package org.kpilang.model.internal;

import java.util.List;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.SliceCondition;
import org.kpilang.model.Definition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

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
            Parts.forEach(formula.expression(), draft.functions(), part -> {
                if (part instanceof Selection selection) {
                    selection.selectors().forEach(selector -> check(selector, selection.origin()));
                }
            });
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            for (Property property : kpi.properties()) {
                if (property instanceof Property.Target target && target.slice() != null) {
                    check(target.slice(), target.origin());
                } else if (property instanceof Property.TargetChange target && target.slice() != null) {
                    check(target.slice(), target.origin());
                }
            }
        }
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

    private void check(String dimension, Origin origin) {
        if (draft.symbols().dimensions().containsKey(dimension)) {
            return;
        }
        Definition value = draft.symbols().value(dimension);
        Definition other = value != null ? value : draft.symbols().other(dimension);
        if (other != null) {
            findings.error(DiagnosticCode.WRONG_SORT_OF_NAME, origin,
                    "`" + dimension + "` is " + Symbols.sort(other) + ", not a dimension",
                    "brackets take a dimension or a window of time");
            return;
        }
        String near = findings.suggestion(dimension, draft.symbols().dimensions().keySet());
        findings.error(DiagnosticCode.UNKNOWN_DIMENSION, origin, "`" + dimension + "` is not a dimension",
                near != null ? near : "declare it: `dimension " + dimension + "`");
    }
}

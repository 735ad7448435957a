package org.kpilang.model.internal;

import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.Origin;

/** Windows, shifts and stretches have 1 to 1,000,000 periods. */
final class WindowCheck implements Check {

    private final Draft draft;
    private final Findings findings;

    WindowCheck(Draft draft, Findings findings) {
        this.draft = draft;
        this.findings = findings;
    }

    @Override
    public void run() {
        for (Formula formula : draft.formulas()) {
            for (Expression part : draft.parts(formula)) {
                if (part instanceof Selection selection) {
                    selection.selectors().forEach(selector -> check(selector, selection.origin()));
                } else if (part instanceof Statistic statistic
                        && statistic.stretch() instanceof Stretch.Periods periods) {
                    check(periods.count(), periods.unit(), statistic.origin());
                }
            }
        }
        for (KpiDefinition kpi : draft.definitions().of(KpiDefinition.class)) {
            kpi.properties(Property.Leading.class)
                    .forEach(leading -> check(leading.count(), leading.unit(), leading.origin()));
            kpi.properties(Property.Review.class)
                    .forEach(review -> check(review.count(), review.unit(), review.origin()));
        }
    }

    private void check(Selector selector, Origin origin) {
        if (selector instanceof Selector.Ago ago) {
            check(ago.count(), ago.unit(), origin);
        } else if (selector instanceof Selector.Last last) {
            check(last.count(), last.unit(), origin);
        }
    }

    private void check(int count, PeriodUnit unit, Origin origin) {
        if (count < 1 || count > draft.limits().of(Limit.WINDOW)) {
            findings.error(DiagnosticCode.WINDOW_TOO_LARGE, origin,
                    "`" + unit.count(count) + "` is outside the range of 1 to " + draft.limits().shown(Limit.WINDOW));
        }
    }
}

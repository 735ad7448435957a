package org.kpilang.explain;

import java.util.List;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Reference;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/** One KPI in one slice and period: the question for it alone, and what it comes to. */
final class SinglePoint {

    private final Kpi kpi;
    private final Slice slice;
    private final Period period;
    private final Evaluation question;
    private final Result result;
    private final int where;

    private SinglePoint(Kpi kpi, Slice slice, Period period, Evaluation question, Result result, int where) {
        this.kpi = kpi;
        this.slice = slice;
        this.period = period;
        this.question = question;
        this.result = result;
        this.where = where;
    }

    /** @throws DiagnosticException if the slice has no facts, or the question cannot be answered */
    static SinglePoint of(Evaluation asked, Kpi kpi, Slice slice, Period period) {
        Evaluation question = asked.kpis(kpi.id()).grain(period.grain()).from(period).to(period)
                .by(List.copyOf(slice.members().keySet()));
        Result result = question.run();
        int where = result.slices().indexOf(slice);
        if (where < 0) {
            throw new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                    "there are no facts for " + slice, Origin.NONE, null));
        }
        return new SinglePoint(kpi, slice, period, question, result, where);
    }

    Kpi kpi() {
        return kpi;
    }

    Slice slice() {
        return slice;
    }

    Period period() {
        return period;
    }

    /** The question for this point, and the totals that go with it. */
    Evaluation question() {
        return question;
    }

    /** The number of the slice in the answer. */
    int where() {
        return where;
    }

    /** What the KPI comes to; NaN if it has no value. */
    double value() {
        return valueIn(result);
    }

    /** What the KPI comes to in another answer to the same question. */
    double valueIn(Result other) {
        return other.valueOr(0, where, 0, Double.NaN);
    }

    /** Why the KPI has no value. */
    List<Reason> reasons() {
        return result.why(0, where, 0);
    }

    /** What an input or a constant comes to here; NaN if it has no value, or is a list of values. */
    double amount(String name) {
        if (question.model().input(name).filter(input -> input.kind() == InputKind.VALUES).isPresent()) {
            return Double.NaN;
        }
        Answers answers = result.ask(List.of(Reference.to(name)));
        return answers.valueOr(0, where, 0, Double.NaN);
    }
}

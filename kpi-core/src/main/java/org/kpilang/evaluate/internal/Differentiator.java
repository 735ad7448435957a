package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.kpilang.evaluate.Derivative;
import org.kpilang.model.Kpi;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limits;

/** Differentiates the cells of a question. Immutable and thread-safe. */
public final class Differentiator {

    private final PlannedQuestion question;
    private final Limits limits;

    /** @param limits of programs that are made beside that of the question */
    public Differentiator(PlannedQuestion question, Limits limits) {
        this.question = question;
        this.limits = limits;
    }

    public PlannedQuestion question() {
        return question;
    }

    /** How a cell changes as some facts of an input grow in proportion to themselves. */
    public Derivative byFacts(int kpi, int slice, int period, String input, IntPredicate facts) {
        Stage stage = question.stage().only(kpi);
        return of(stage, slice, period, Motion.ofFacts(stage.panel(), input, facts));
    }

    /**
     * How a cell changes as a constant grows in proportion to itself.
     *
     * @return empty if a formula needs the number itself where the constant stands
     */
    public Optional<Derivative> byConstant(int kpi, int slice, int period, String constant) {
        Kpi asked = question.kpis().get(kpi);
        Program program;
        try {
            program = VersionPruning.pruned(Lowering.lowerVarying(question.model(), question.asDefined(),
                    Planner.question(asked), limits, constant), question.window());
        } catch (DiagnosticException e) {
            List<DiagnosticCode> codes = e.diagnostics().stream().map(Diagnostic::code).toList();
            if (codes.equals(List.of(DiagnosticCode.WRONG_ARGUMENT))) {
                return Optional.empty();
            }
            throw e;
        }
        Stage stage = new Stage(program, Frame.of(question.window()), question.stage().panel());
        return Optional.of(of(stage, slice, period, Motion.ofConstant(stage.panel())));
    }

    private static Derivative of(Stage stage, int slice, int period, Motion motion) {
        MovingStage.Moment growing = MovingStage.of(stage, slice, period, motion.rate(1));
        boolean approximate = motion.isApproximate();
        boolean jumping = motion.isJumping();
        MovingStage.Moment shrinking = MovingStage.of(stage, slice, period, motion.rate(-1));
        return new Derivative(growing.value(), growing.slope() + 0.0, 0.0 - shrinking.slope(),
                approximate || motion.isApproximate(), jumping || motion.isJumping());
    }
}

package org.kpilang.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.kpilang.evaluate.internal.Differentiator;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.evaluate.internal.Planner;
import org.kpilang.facts.InputFacts;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Window;

/**
 * Derivatives of the answers to a question: how fast each changes as facts or constants do. They are worked out on the
 * program that answers the question, step by step along the chain rule, and so are exact up to rounding wherever the
 * formula is differentiable. Immutable and thread-safe.
 */
public final class Differentiation {

    private final Differentiator differentiator;

    private Differentiation(Differentiator differentiator) {
        this.differentiator = differentiator;
    }

    /**
     * Plans a question; KPIs, slices and periods have the numbers of its {@link Result}.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts
     */
    public static Differentiation of(Evaluation question) {
        return new Differentiation(new Differentiator(Planner.plan(question), question.limits()));
    }

    /** The periods of the question. */
    public Window window() {
        return question().window();
    }

    /** The slices of the question. */
    public List<Slice> slices() {
        return question().slices();
    }

    private PlannedQuestion question() {
        return differentiator.question();
    }

    /**
     * How a cell changes as facts of an input grow in proportion to themselves.
     *
     * @param input one that has facts, which are {@linkplain InputFacts#hasIdentities values}
     * @param facts which of its facts grow, by their numbers
     */
    public Derivative byFacts(int kpi, int slice, int period, String input, IntPredicate facts) {
        return differentiator.byFacts(kpi, slice, period, input, facts);
    }

    /**
     * How a cell changes as a constant grows in proportion to itself.
     *
     * @return empty if a formula needs the number itself where the constant stands, as the fraction of a quantile
     */
    public Optional<Derivative> byConstant(int kpi, int slice, int period, String constant) {
        return differentiator.byConstant(kpi, slice, period, constant);
    }
}

package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Window;

/** What an {@link Evaluation} comes to, before any fact is read. Immutable and thread-safe; can be run many times. */
public final class Plan {

    private final PlannedQuestion question;

    Plan(PlannedQuestion question) {
        this.question = Objects.requireNonNull(question, "question is null");
    }

    /** The KPIs that will be worked out. */
    public List<Kpi> kpis() {
        return question.kpis();
    }

    /** The periods that will be worked out. */
    public Window window() {
        return question.window();
    }

    /** The slices that will be worked out. */
    public List<Slice> slices() {
        return question.slices();
    }

    /**
     * Works it out on the calling thread.
     *
     * @throws DiagnosticException if a statistic would look at too many periods
     */
    public Result run() {
        return new Result(question, question.run());
    }

    /**
     * The plan in words: which inputs are asked under which selectors, and the arithmetic over them, line by line. What
     * several KPIs share stands there once.
     */
    public String describe() {
        return question.describe();
    }

    @Override
    public String toString() {
        return describe();
    }
}

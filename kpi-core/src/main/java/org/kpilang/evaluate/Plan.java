package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
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

    /** The slices that will be worked out, totals after their parts; each is made when the list is asked for it. */
    public List<Slice> slices() {
        return question.slices();
    }

    /**
     * Works it out, as its {@link Execution} says.
     *
     * @throws DiagnosticException if the KPIs have more cells together than {@link Limit#CELLS} allows
     * @throws CancellationException if it was told to stop
     */
    public Result run() {
        return new Result(question, question.run());
    }

    /**
     * Works out one KPI after the other, in the order of {@link #kpis()}, and hands each to somebody on the calling
     * thread. Its memory is then used for the next one, so that any number of KPIs needs no more than one does, and the
     * limit {@link Limit#CELLS} holds for each KPI and not for all of them. As far as that limit leaves room beside a
     * KPI, leaves that a later KPI reads again are kept until the last one has read them, eight bytes a cell; others
     * are rolled up again. A KPI has the same bits as in {@link #run}. In
     * decimals nothing is kept for later KPIs, and all is worked out on the calling thread.
     *
     * @param consumer is called once for each KPI; the column can be read until the call returns
     * @throws CancellationException if it was told to stop
     */
    public void stream(Consumer<? super KpiColumn> consumer) {
        Objects.requireNonNull(consumer, "consumer is null");
        question.stream((columns, number) -> {
            KpiColumn column = new KpiColumn(question, columns, number);
            try {
                consumer.accept(column);
            } finally {
                column.close();
            }
        });
    }

    /**
     * What works it out again and again into one result, without allocating memory for cells.
     *
     * @throws DiagnosticException if the KPIs have more cells together than {@link Limit#CELLS} allows
     */
    public Evaluator evaluator() {
        return new Evaluator(question);
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

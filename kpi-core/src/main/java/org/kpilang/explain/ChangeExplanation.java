package org.kpilang.explain;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.Workings;
import org.kpilang.expression.Expression;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

/**
 * The question what moved a value: from one period to another, from one slice to another, from a target to what was
 * reached, or from one set of facts to another. Immutable and thread-safe; each method returns a changed copy.
 *
 * <pre>{@code
 * Decomposition moved = ChangeExplanation.of(result, "gross_margin").from("2024-02").to("2024-03").decompose();
 * }</pre>
 */
public final class ChangeExplanation {

    /** What {@link #fromTarget} calls the end that is wanted. */
    public static final String TARGET = "target";

    private final Side before;
    private final Side after;
    private final Kpi kpi;
    private final @Nullable Context from;
    private final @Nullable Context to;
    private final Method method;
    private final @Nullable String dimension;

    /** A formula, and what it is called beside another; nothing if that is plain. */
    private record Side(Workings workings, String name) {}

    private ChangeExplanation(Side before, Side after, Kpi kpi, @Nullable Context from, @Nullable Context to,
            Method method, @Nullable String dimension) {
        this.before = before;
        this.after = after;
        this.kpi = kpi;
        this.from = from;
        this.to = to;
        this.method = method;
        this.dimension = dimension;
    }

    /**
     * What moved a KPI.
     *
     * @throws NoSuchElementException if the KPI was not asked
     */
    public static ChangeExplanation of(Result result, String kpi) {
        Side side = new Side(result.workings(result.number(kpi)), "");
        return of(side, side, result, kpi);
    }

    /**
     * What makes a KPI different between two results, such as those of facts and of a scenario.
     *
     * @param beforeName what the first is called, such as {@code actual}
     * @param afterName  what the second is called, such as {@code scenario}
     * @throws NoSuchElementException if one of them was not asked for the KPI
     */
    public static ChangeExplanation between(Result before, String beforeName, Result after, String afterName,
            String kpi) {
        return of(new Side(before.workings(before.number(kpi)), beforeName),
                new Side(after.workings(after.number(kpi)), afterName), after, kpi);
    }

    /**
     * What makes a KPI different from a target that is a formula. If the formula is built like that of the KPI, such as
     * a margin of plan figures beside a margin, each input stands beside its plan; otherwise there is one row.
     *
     * @throws NoSuchElementException if the KPI was not asked
     * @throws DiagnosticException    if a selector of the target does not fit the calendar
     */
    public static ChangeExplanation fromTarget(Result result, Expression target, String kpi) {
        return of(new Side(result.workings(List.of(target)), TARGET),
                new Side(result.workings(result.number(kpi)), ""), result, kpi);
    }

    private static ChangeExplanation of(Side before, Side after, Result result, String kpi) {
        return new ChangeExplanation(before, after, result.kpis().get(result.number(kpi)), null, null, Method.NODES, null);
    }

    /** Asks from a slice and period. */
    public ChangeExplanation from(Context context) {
        return new ChangeExplanation(before, after, kpi, Objects.requireNonNull(context, "context is null"), to, method,
                dimension);
    }

    /**
     * Asks from a period, over all of the business.
     *
     * @throws IllegalArgumentException if the text is no period of the model's calendar
     */
    public ChangeExplanation from(String period) {
        return from(Context.of(parse(before, period)));
    }

    /** Asks to a slice and period. */
    public ChangeExplanation to(Context context) {
        return new ChangeExplanation(before, after, kpi, from, Objects.requireNonNull(context, "context is null"), method,
                dimension);
    }

    /**
     * Asks to a period, over all of the business.
     *
     * @throws IllegalArgumentException if the text is no period of the model's calendar
     */
    public ChangeExplanation to(String period) {
        return to(Context.of(parse(after, period)));
    }

    /** Asks in a slice and period, at both ends: for a target or another set of facts. */
    public ChangeExplanation in(Context context) {
        return from(context).to(context);
    }

    /** Splits by another method than {@link Method#NODES}. */
    public ChangeExplanation method(Method other) {
        return new ChangeExplanation(before, after, kpi, from, to, Objects.requireNonNull(other, "method is null"),
                dimension);
    }

    /**
     * Splits what inputs add further, by the members of a dimension that the result was asked by. Inputs that are not
     * the sum of their members stay whole.
     *
     * @throws IllegalArgumentException if the result was not asked by the dimension
     */
    public ChangeExplanation by(String other) {
        for (Result result : new Result[] {before.workings.result(), after.workings.result()}) {
            if (!result.dimensions().contains(other)) {
                throw new IllegalArgumentException("the result was not asked by " + other);
            }
        }
        return new ChangeExplanation(before, after, kpi, from, to, method, other);
    }

    /**
     * The answer.
     *
     * @throws NoSuchElementException if a slice or a period was not asked
     * @throws IllegalStateException  if it was not said from where and to where
     */
    public Decomposition decompose() {
        if (from == null || to == null) {
            throw new IllegalStateException("it was not said from where to where");
        }
        return new Splitting(new Cell(before.workings, from, before.name), new Cell(after.workings, to, after.name), kpi,
                method, dimension).decomposition();
    }

    private static Period parse(Side side, String period) {
        return side.workings.result().model().calendar().parse(period);
    }

    /** A formula in a context. */
    record Cell(Workings workings, Context context, String name) {

        Decomposition.End end(double value) {
            return new Decomposition.End(name, context,
                    Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        }

        Result result() {
            return workings.result();
        }

        double[] values() {
            return values(context.slice());
        }

        double[] values(Slice slice) {
            return workings.values(result().number(slice), period());
        }

        int slice() {
            return result().number(context.slice());
        }

        int period() {
            return result().number(context.period());
        }
    }
}

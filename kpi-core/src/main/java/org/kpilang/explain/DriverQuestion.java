package org.kpilang.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.time.Period;

/**
 * The question for a {@link DriverTree}. Immutable and thread-safe; each method returns a changed copy.
 *
 * <pre>{@code
 * DriverTree tree = DriverQuestion.of(question, "profit").in(Slice.of("region", "EMEA")).by("channel").below("sales")
 *         .between(Period.parse("2024-01"), Period.parse("2024-02"));
 * }</pre>
 */
public final class DriverQuestion {

    private final Evaluation question;
    private final Kpi kpi;
    private final Slice slice;
    private final List<String> dimensions;
    private final Set<String> split;

    private DriverQuestion(Evaluation question, Kpi kpi, Slice slice, List<String> dimensions, Set<String> split) {
        this.question = question;
        this.kpi = kpi;
        this.slice = slice;
        this.dimensions = List.copyOf(dimensions);
        this.split = Set.copyOf(split);
    }

    /**
     * What a KPI rests on, in all of the business.
     *
     * @throws DiagnosticException if there is no such KPI
     */
    public static DriverQuestion of(Evaluation question, String kpi) {
        Objects.requireNonNull(question, "question is null");
        return new DriverQuestion(question, ChangeableNames.kpi(question.model(), kpi), Slice.TOTAL, List.of(),
                Set.of(kpi));
    }

    /** The same in a part of the business. */
    public DriverQuestion in(Slice part) {
        return new DriverQuestion(question, kpi, Objects.requireNonNull(part, "slice is null"), dimensions, split);
    }

    /** The same by the members of dimensions as well, below the KPI at the top. */
    public DriverQuestion by(List<String> others) {
        return new DriverQuestion(question, kpi, slice, others, split);
    }

    /**
     * Members below another KPI of the tree as well.
     *
     * @throws DiagnosticException if there is no such KPI
     */
    public DriverQuestion below(String other) {
        Set<String> more = new LinkedHashSet<>(split);
        more.add(ChangeableNames.kpi(question.model(), other).id());
        return new DriverQuestion(question, kpi, slice, dimensions, more);
    }

    /**
     * The tree.
     *
     * @throws DiagnosticException if the periods are not of one grain or the wrong way round, there are no facts for
     *                             the slice, or the question cannot be answered
     */
    public DriverTree between(Period from, Period to) {
        if (from.grain() != to.grain() || from.ordinal() >= to.ordinal()) {
            throw refused("drivers are shown from a period to a later one of the same length, and not from " + from
                    + " to " + to);
        }
        for (String dimension : dimensions) {
            if (slice.member(dimension).isPresent()) {
                throw refused(slice + " is one member of " + dimension + " and has no others to show");
            }
        }
        return new DriverTree(from, to, slice, new DriverSearch(question, from, to, slice, dimensions, split).top(kpi));
    }

    private static DiagnosticException refused(String message) {
        return new DiagnosticException(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID, message, Origin.NONE, null));
    }
}

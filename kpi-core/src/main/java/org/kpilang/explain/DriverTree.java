package org.kpilang.explain;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.model.Property;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/**
 * What a KPI rests on, from the number of a whole company down to those of departments and of daily work, and how each
 * moved between two periods. Immutable and thread-safe.
 *
 * <p>Below a KPI stand, in this order:
 *
 * <ul>
 *   <li>the KPIs and inputs of its formula, and theirs below them, with what each adds to the change of the KPI at
 *       the top, the largest first. A change is split as a {@link Decomposition} does, exactly, and then again among
 *       the parts of each part in the proportions in which these add to it;
 *   <li>the KPIs that are declared to drive it ({@link Property.Drives}), without any such number: a link that no
 *       formula tells has a change of its own, and what that does to the KPI above is not known;
 *   <li>below the top, and below other KPIs if that is asked for, the members by each dimension, with what each adds.
 * </ul>
 *
 * <p>The parts of a KPI stand below it where it comes first, and not again, so a tree is no longer than the model's
 * formulas together.
 *
 * @param from  the period before
 * @param to    the period after
 * @param slice where; the total for all of the business
 * @param root  the KPI at the top
 */
public record DriverTree(Period from, Period to, Slice slice, Node root) {

    /** How deep a tree is at most. */
    public static final int DEEPEST = 40;

    /** How something belongs to what stands above it. */
    public enum Relation {
        /** It is the KPI at the top. */
        TOP,
        /** It is a KPI or an input in the formula. */
        FORMULA,
        /** It is a part of the formula that asks several names at once, such as a statistic, or none. */
        PART,
        /** It is declared to drive what stands above. */
        DRIVES,
        /** It is a member of a dimension. */
        MEMBER
    }

    /**
     * Something in the tree.
     *
     * @param id           the id of a KPI or an input, the formula of a part, or the member
     * @param dimension    the dimension of a member; empty for all others
     * @param relation     how it belongs to what stands above it
     * @param isKpi        whether it is a KPI
     * @param title        the same for people
     * @param unit         the unit of its values
     * @param before       its value in the period before; empty if it has none
     * @param after        its value in the period after
     * @param contribution what it adds to the change of the KPI at the top, in the unit of that one; empty where no
     *                     formula tells
     * @param isCut        whether parts of it are not shown here: it has stood before, or the tree is too deep
     * @param children     what it rests on
     */
    public record Node(String id, String dimension, Relation relation, boolean isKpi, String title, Unit unit,
            OptionalDouble before, OptionalDouble after, OptionalDouble contribution, boolean isCut,
            List<Node> children) {

        public Node {
            Objects.requireNonNull(id, "id is null");
            children = List.copyOf(children);
        }

        /** How much more it is after than before; empty if either has no value. */
        public OptionalDouble change() {
            return before.isEmpty() || after.isEmpty() ? OptionalDouble.empty()
                    : OptionalDouble.of(after.getAsDouble() - before.getAsDouble());
        }
    }

    public DriverTree {
        Objects.requireNonNull(from, "from is null");
        Objects.requireNonNull(to, "to is null");
        Objects.requireNonNull(slice, "slice is null");
        Objects.requireNonNull(root, "root is null");
    }

    /**
     * The drivers of a KPI between two periods, in all of the business; more is asked by a {@link DriverQuestion}.
     *
     * @param question   to which model and facts
     * @param dimensions by which its change is split as well
     * @throws DiagnosticException if there is no such KPI, the periods are not of one grain or the wrong way round,
     *                             or the question cannot be answered
     */
    public static DriverTree of(Evaluation question, String kpi, Period from, Period to, List<String> dimensions) {
        return DriverQuestion.of(question, kpi).by(dimensions).between(from, to);
    }

    /** The drivers of a KPI between two periods, in all of the business. */
    public static DriverTree of(Evaluation question, String kpi, Period from, Period to) {
        return of(question, kpi, from, to, List.of());
    }
}

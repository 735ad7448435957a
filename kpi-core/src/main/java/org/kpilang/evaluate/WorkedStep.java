package org.kpilang.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.Path;
import org.kpilang.evaluate.internal.Step;
import org.kpilang.evaluate.internal.StepSorts;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.source.Origin;
import org.kpilang.time.Window;

/** One step of {@link Workings}. Immutable and thread-safe. */
public final class WorkedStep {

    /** What a step does. */
    public enum Sort {
        /** A number that is the same everywhere. */
        NUMBER,
        /** An input under selectors. */
        INPUT,
        /** A statistic over periods, or an index number, under selectors. */
        STATISTIC,
        /** How many days or months the window has. */
        LENGTH,
        /** Which of the definitions of a KPI holds, as its place among them. */
        VERSION,
        /** Minus its operand. */
        NEGATION,
        /** The sum of its two operands. */
        SUM,
        /** The first operand less the second. */
        DIFFERENCE,
        /** The product of its two operands. */
        PRODUCT,
        /** The first operand divided by the second. */
        QUOTIENT,
        /** The second operand where the first is 1, the third where it is 0. */
        CHOICE,
        /** The first operand where it has a value, otherwise the second. */
        FALLBACK,
        /** The operand after the first that the first says by its place: one of the definitions of a KPI. */
        DEFINITION,
        /** 1 where something holds, 0 where it does not. */
        CONDITION,
        /** A power, or a function of its operands. */
        FUNCTION;

        /** Whether it asks something in its own context, rather than being worked out from other steps. */
        public boolean isLeaf() {
            return compareTo(VERSION) <= 0;
        }
    }

    private final Step step;
    private final Sort sort;

    WorkedStep(Step step) {
        this.step = step;
        this.sort = StepSorts.of(step);
    }

    public Sort sort() {
        return sort;
    }

    /** The numbers of the steps that it is worked out from; none for a leaf. */
    public List<Integer> operands() {
        return step instanceof Step.Operation operation ? operation.operands() : List.of();
    }

    /** What the operands were written as, as far as that is known; the first of a long sum is the whole of it. */
    public List<Expression> sources() {
        return step instanceof Step.Operation operation ? operation.sources() : List.of();
    }

    /** The operation or function as it is written: {@code +}, {@code if}, {@code max}; empty for a leaf. */
    public String symbol() {
        return step instanceof Step.Operation operation ? operation.kernel().symbol() : "";
    }

    /** The input that a leaf asks, or null. */
    public @Nullable InputDefinition input() {
        return leaf() instanceof Leaf.Facts facts ? facts.input() : null;
    }

    /** The KPI whose versions a leaf tells apart, or null. */
    public @Nullable Kpi kpi() {
        return leaf() instanceof Leaf.Version version ? version.kpi() : null;
    }

    /**
     * What a leaf asks, such as an input or the median of one, without its selectors; null for numbers, versions and
     * arithmetic.
     */
    public @Nullable Expression asked() {
        Leaf leaf = leaf();
        if (leaf instanceof Leaf.Facts facts) {
            return facts.reading().of(new Reference(facts.input().name(), facts.origin()));
        } else if (leaf instanceof Leaf.Summary summary) {
            return summary.source();
        } else if (leaf instanceof Leaf.Index index) {
            return index.source();
        }
        return null;
    }

    /** The selectors under which a leaf asks, the innermost first. */
    public List<Selector> selectors() {
        Path path = path();
        return path == null ? List.of() : path.selectors();
    }

    /** What a leaf asks, with its selectors; null for numbers, versions and arithmetic. */
    public @Nullable Expression expression() {
        Expression asked = asked();
        return asked == null || selectors().isEmpty() ? asked : new Selection(asked, selectors(), Origin.NONE);
    }

    /** Whether a leaf asks for the total over a dimension, whatever slice it is asked in. */
    public boolean lifts(String dimension) {
        Path path = path();
        return path != null && path.slices().lifts(dimension);
    }

    /** Whether this step does with its operands what another does, and has as many. */
    public boolean doesTheSameAs(WorkedStep other) {
        return step instanceof Step.Operation one && other.step instanceof Step.Operation two
                && one.kernel().equals(two.kernel()) && one.operands().size() == two.operands().size();
    }

    /**
     * What arithmetic comes to with other operands; NaN where it has no value.
     *
     * @throws IllegalStateException if the step is a leaf
     */
    public double apply(double... operands) {
        if (step instanceof Step.Operation operation) {
            return operation.kernel().of(operands);
        }
        throw new IllegalStateException("no arithmetic: " + sort);
    }

    /** The window in which a leaf looks, asked in another; that one for anything else. */
    Window window(Window from) {
        Leaf leaf = leaf();
        Path path = path();
        if (path != null) {
            return path.time().from(from).window();
        }
        return leaf instanceof Leaf.Length length ? length.time().from(from).window()
                : leaf instanceof Leaf.Version version ? version.time().from(from).window() : from;
    }

    private @Nullable Leaf leaf() {
        return step instanceof Step.Input input ? input.leaf() : null;
    }

    private @Nullable Path path() {
        Leaf leaf = leaf();
        return leaf instanceof Leaf.Facts facts ? facts.path() : leaf instanceof Leaf.Summary summary ? summary.path()
                : leaf instanceof Leaf.Index index ? index.path() : null;
    }

    @Override
    public String toString() {
        Expression expression = expression();
        return expression != null ? expression.toString() : sort + " " + symbol() + operands();
    }
}

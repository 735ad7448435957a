package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.expression.Expression;

/** One step of a {@link Program}; its operands are earlier steps. */
public sealed interface Step {

    /**
     * The same number in every cell; NaN where it is undefined.
     *
     * @param exact  the number itself where decimals are asked, otherwise null
     * @param varied whether it is the constant whose part in everything is asked, and stays apart from others
     */
    record Constant(double value, @Nullable Rational exact, boolean varied) implements Step {

        Constant(double value) {
            this(value, null);
        }

        Constant(double value, @Nullable Rational exact) {
            this(value, exact, false);
        }

        /** The exact number, or the shortest decimal of the value. */
        Rational number() {
            return exact == null ? Rational.of(value) : exact;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Constant that && Double.compare(value, that.value) == 0
                    && Objects.equals(exact, that.exact) && varied == that.varied;
        }

        @Override
        public int hashCode() {
            return 31 * Double.hashCode(value) + Objects.hashCode(exact);
        }
    }

    /** A column that comes from outside the arithmetic. */
    record Input(Leaf leaf) implements Step {

        @Override
        public boolean equals(Object other) {
            return other instanceof Input that && leaf.equals(that.leaf);
        }

        @Override
        public int hashCode() {
            return leaf.hashCode();
        }
    }

    /**
     * An operation on earlier steps.
     *
     * @param sources what the operands were written as, to name them in reasons; takes no part in equality
     */
    record Operation(Kernel kernel, List<Integer> operands, List<Expression> sources) implements Step {

        public Operation {
            operands = List.copyOf(operands);
            sources = List.copyOf(sources);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Operation that && kernel.equals(that.kernel) && operands.equals(that.operands);
        }

        @Override
        public int hashCode() {
            return 31 * kernel.hashCode() + operands.hashCode();
        }
    }
}

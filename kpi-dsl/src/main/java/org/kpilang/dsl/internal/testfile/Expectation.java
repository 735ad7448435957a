package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Position;

/** What is expected of an answer. */
sealed interface Expectation {

    /**
     * A value for each period.
     *
     * @param measure   of what
     * @param members   the part of the business, by the members of the dimensions asked by; empty for the total
     * @param tolerance how far a value may be off, or negative for the usual
     */
    record Row(Measure measure, List<String> members, List<ExpectedCell> cells, double tolerance)
            implements Expectation {

        /** Of one part in a thousand millions: what the rounding of arithmetic stays far below. */
        private static final double USUAL = 1e-9;

        public Row {
            members = List.copyOf(members);
            cells = List.copyOf(cells);
        }

        /** Whether a value is near enough to the one expected. */
        boolean isNear(double expected, double value) {
            return Math.abs(value - expected) <= (tolerance < 0 ? USUAL * Math.abs(expected) : tolerance);
        }
    }

    /** What the values of a row are values of. */
    enum Measure {
        VALUE,
        TARGET,
        STATUS
    }

    /** The unit of the values, as it is printed. */
    record UnitOf(String unit) implements Expectation {}

    /**
     * Something that is wrong.
     *
     * @param position where in the formula, or in the definitions, or null for anywhere
     * @param under    the text that it is about, or null for any
     */
    record Problem(DiagnosticCode code, @Nullable Position position, @Nullable String under) implements Expectation {

        @Override
        public String toString() {
            return code.severity() + " " + code.id() + (position == null ? "" : " at " + position)
                    + (under == null ? "" : " at \"" + under + "\"");
        }
    }
}

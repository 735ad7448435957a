package org.kpilang.report;

import java.util.OptionalDouble;
import org.kpilang.evaluate.Slice;
import org.kpilang.explain.Decomposition;
import org.kpilang.unit.Unit;

/** How values and their changes stand in tables. */
final class ChangeFigures {

    static final String NO_VALUE = "–";

    private final Numbers numbers;

    ChangeFigures(Numbers numbers) {
        this.numbers = numbers;
    }

    /** A value without its unit; a dash for none. */
    String value(double value, Unit unit) {
        return Double.isNaN(value) ? NO_VALUE : numbers.figure(value, unit);
    }

    String value(OptionalDouble value, Unit unit) {
        return value(value.orElse(Double.NaN), unit);
    }

    /** A change with its sign; of a percentage in points. */
    String change(double change, Unit unit) {
        if (Double.isNaN(change)) {
            return NO_VALUE;
        }
        String text = numbers.figure(change, unit.isPercent() ? Unit.PERCENTAGE_POINTS : unit);
        return (change > 0 ? "+" : "") + text + (unit.isPercent() ? " pts" : "");
    }

    String change(OptionalDouble change, Unit unit) {
        return change(change.orElse(Double.NaN), unit);
    }

    /** So many decimals that both values and the change between them can be told. */
    static int decimals(Decomposition moved, Numbers numbers) {
        return Math.max(numbers.decimals(moved.change(), moved.unit()), Math.max(
                numbers.decimals(moved.before().orElseThrow(), moved.unit()),
                numbers.decimals(moved.after().orElseThrow(), moved.unit())));
    }

    /** A part of the business. */
    static String slice(Slice slice) {
        return slice.isTotal() ? "Total" : Terminal.safe(String.join(", ", slice.members().values()));
    }
}

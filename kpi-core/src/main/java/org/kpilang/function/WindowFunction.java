package org.kpilang.function;

import java.util.Objects;
import org.kpilang.expression.PeriodUnit;

/**
 * A function of the window alone: how many whole units it has, such as {@code days()}.
 *
 * @param unit     what is counted
 * @param workdays whether only the days from Monday to Friday count
 */
public record WindowFunction(PeriodUnit unit, boolean workdays) implements Function {

    public WindowFunction {
        Objects.requireNonNull(unit, "unit is null");
        if (workdays && unit != PeriodUnit.DAY) {
            throw new IllegalArgumentException("only days are workdays: " + unit);
        }
    }

    /** How many whole units there are. */
    public static WindowFunction of(PeriodUnit unit) {
        return new WindowFunction(unit, false);
    }

    /** What is counted: {@code days}, {@code workdays}. */
    public String counted() {
        return (workdays ? "work" : "") + unit.word() + "s";
    }

    @Override
    public Signature signature() {
        return Signature.of(counted(), workdays ? "the number of days of the window from Monday to Friday"
                : "the number of " + unit.word() + "s in the window");
    }

    @Override
    public Documentation documentation() {
        return Documentation.of("in " + unit.word() + "s");
    }
}

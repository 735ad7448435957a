package org.kpilang.function;

import java.util.List;
import org.kpilang.expression.PeriodUnit;

/** A function of the window alone: how many whole units it has, such as {@code days()}. */
public record WindowFunction(PeriodUnit unit) implements Function {

    @Override
    public Signature signature() {
        return new Signature(unit.word() + "s", List.of(), false, "the number of " + unit.word() + "s in the window");
    }
}

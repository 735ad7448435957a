package org.kpilang.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/** The usual answers to what unit the result of a function has. */
@FunctionalInterface
public interface UnitRules {

    /** All arguments have like units, and the result has theirs: a maximum. */
    UnitRules ALIKE = UnitRules::alike;
    /** All arguments have like units, and the result is a share of them: a growth rate. */
    UnitRules SHARE = arguments -> alike(arguments) == null ? null : Unit.PERCENT;
    /** The arguments are pure numbers, and so is the result: a logarithm. */
    UnitRules PURE = arguments -> {
        Unit unit = alike(arguments);
        return unit == null || !unit.isLike(Unit.NUMBER) ? null : Unit.NUMBER;
    };
    /** The result has the unit of the first argument, and the others are pure numbers: rounding. */
    UnitRules FIRST = arguments -> PURE.unit(arguments.subList(1, arguments.size())) == null ? null : arguments.get(0);

    /** The unit of the result, or null if the arguments do not go together. */
    @Nullable Unit unit(List<Unit> arguments);

    private static @Nullable Unit alike(List<Unit> arguments) {
        Unit unit = Unit.BARE;
        for (Unit argument : arguments) {
            if (!unit.isLike(argument)) {
                return null;
            }
            unit = unit.plus(argument);
        }
        return unit;
    }
}

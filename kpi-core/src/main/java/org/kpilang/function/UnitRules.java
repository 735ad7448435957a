package org.kpilang.function;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.unit.Unit;

/** The usual answers to what unit the result of a function has. */
public enum UnitRules {

    /** All arguments have like units, and the result has theirs: a maximum. */
    ALIKE("like units go in, the same comes out") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return alike(arguments);
        }
    },
    /** All arguments have like units, and the result is a share of them: a growth rate. */
    SHARE("like units go in, a percentage comes out") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return alike(arguments) == null ? null : Unit.PERCENT;
        }
    },
    /** All arguments have like units, and the result is in points: a score. */
    SCORE("like units go in, points come out") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return alike(arguments) == null ? null : Unit.POINTS;
        }
    },
    /** The arguments are pure numbers, and so is the result: a logarithm. */
    PURE("pure numbers go in, a ratio comes out") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return arePure(arguments) ? Unit.NUMBER : null;
        }
    },
    /** The arguments are pure numbers, and the result is shown as the first is: a rate that compounds. */
    RATE("pure numbers go in, and out comes a ratio or a percentage, as the first is") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return arePure(arguments) ? arguments.get(0) : null;
        }
    },
    /** The result has the unit of the first argument, and the others are pure numbers: rounding. */
    FIRST("the unit of the first comes out, the others are pure numbers") {
        @Override
        public @Nullable Unit unit(List<Unit> arguments) {
            return arePure(arguments.subList(1, arguments.size())) ? arguments.get(0) : null;
        }
    };

    private final String words;

    UnitRules(String words) {
        this.words = words;
    }

    /** The unit of the result, or null if the arguments do not go together. */
    public abstract @Nullable Unit unit(List<Unit> arguments);

    /** The rule, as a fragment. */
    public String words() {
        return words;
    }

    private static boolean arePure(List<Unit> arguments) {
        Unit unit = alike(arguments);
        return unit != null && unit.isLike(Unit.NUMBER);
    }

    static @Nullable Unit alike(List<Unit> arguments) {
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

package org.kpilang.function;

import java.util.List;
import org.kpilang.expression.Expression;

/**
 * A function that stands for a formula over its arguments. The arguments are expressions, not numbers, so the formula
 * may ask them in another context: {@code opening(x)} is {@code x[opening]}.
 */
public non-sealed interface DerivedFunction extends Function {

    /**
     * The formula that a call stands for. It calls no derived function.
     *
     * @param arguments as many as the signature allows; those for words, dimensions, periods, lengths of time and fixed
     *                  numbers as they are written
     */
    Expression derive(List<Expression> arguments);

    /** What the first argument must be for a call to make sense. */
    default Requirement requirement(List<Expression> arguments) {
        return Requirement.NONE;
    }

    /** What an argument must be. */
    enum Requirement {
        /** Anything. */
        NONE,
        /** Something that belongs to a length of time, as a flow does and a balance or a price does not. */
        OF_TIME,
        /** The same, and no share or rate, which would compound rather than add up. */
        AMOUNT_OF_TIME
    }
}

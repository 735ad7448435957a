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
     * @param arguments as many as the signature allows
     */
    Expression derive(List<Expression> arguments);
}

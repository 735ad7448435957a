package org.kpilang.examples;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.function.Documentation;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.function.UnitRules;
import org.kpilang.unit.Unit;

/** A function of one application, in the README: what a company pays for sales. */
// README: from here
public record SalesBonus() implements PointwiseFunction {

    @Override
    public Signature signature() {
        return Signature.of("bonus", "3% of sales, and 2% more of what is above the target", "sales", "target");
    }

    @Override
    public double apply(double[] arguments) {
        return 0.03 * arguments[0] + 0.02 * Math.max(0, arguments[0] - arguments[1]);
    }

    @Override
    public @Nullable Unit unit(List<Unit> arguments) {
        return UnitRules.ALIKE.unit(arguments);  // null if units do not go together, which is an error in the formula
    }

    @Override
    public Documentation documentation() {
        return Documentation.of(UnitRules.ALIKE.words()).example("bonus(300, 200)", "11");
    }
}
// README: to here

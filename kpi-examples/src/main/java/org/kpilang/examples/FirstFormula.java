package org.kpilang.examples;

import java.util.Map;
import java.util.OptionalDouble;
import org.kpilang.dsl.Formula;
import org.kpilang.series.Series;
import org.kpilang.time.Period;

/** One formula over numbers and over arrays, in the README. */
public final class FirstFormula {

    private FirstFormula() {}

    public static void main(String[] arguments) {
        System.out.print(values());
    }

    /** The values that the README shows. */
    public static String values() {
        // README: from here
        Formula margin = Formula.parse("(revenue - cost) / revenue");

        OptionalDouble one = margin.value(Map.of("revenue", 200, "cost", 120));
        Series months = margin.evaluate(Period.parse("2024-01"), Map.of(
                "revenue", new double[] {200, 240, 0},
                "cost", new double[] {120, 132, 10}));
        // README: to here
        return one + "\n" + months + "\n";
    }
}

package org.kpilang.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.series.Interval;

/** The result of every function of the language lies in the range that it tells for the ranges of its arguments. */
class FunctionRangesProperties {

    private static final double[] NUMBERS = {-1000, -101, -3.25, -1, -0.5, 0, 0.04, 0.5, 1, 2, 2.5, 10, 99.95, 1000};

    @Provide
    Arbitrary<PointwiseFunction> functions() {
        return Arbitraries.of(FunctionRegistry.standard().functions().stream()
                .filter(PointwiseFunction.class::isInstance).map(PointwiseFunction.class::cast).toList());
    }

    @Provide
    Arbitrary<int[]> choices() {
        return Arbitraries.integers().between(0, NUMBERS.length - 1).array(int[].class).ofSize(12);
    }

    @Property(tries = 20_000)
    void resultLiesInTheRange(@ForAll("functions") PointwiseFunction function, @ForAll("choices") int[] choices) {
        Signature signature = function.signature();
        int count = Math.max(signature.fewest(), signature.parameters().size() + signature.repeating());
        double[] arguments = new double[count];
        List<Interval> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double a = NUMBERS[choices[3 * i]];
            double b = NUMBERS[choices[3 * i + 1]];
            arguments[i] = NUMBERS[choices[3 * i + 2]];
            double low = Math.min(arguments[i], Math.min(a, b));
            double high = Math.max(arguments[i], Math.max(a, b));
            ranges.add(choices[i] % 4 == 0 ? Interval.atLeast(low) : choices[i] % 4 == 1 ? Interval.atMost(high)
                    : Interval.between(low, high));
        }
        Interval range = function.range(ranges);
        double result = function.apply(arguments);
        if (Double.isFinite(result)) {
            double slack = 1e-12 * (1 + Math.abs(result));
            assertThat(result >= range.low() - slack && result <= range.high() + slack)
                    .as("%s of %s in %s is %s, not in %s", signature, arguments, ranges, result, range).isTrue();
        }
    }
}

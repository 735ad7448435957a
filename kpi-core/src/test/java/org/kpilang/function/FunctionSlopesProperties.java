package org.kpilang.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** The slope that a function tells is what nearby values come to. */
class FunctionSlopesProperties {

    private static final double STEP = 1e-6;
    /** More than rounding makes of the difference of two quotients, and less than any root of these numbers does. */
    private static final double STEEPER = 1e-3;

    @Provide
    Arbitrary<PointwiseFunction> functions() {
        FunctionRegistry registry = FunctionRegistry.standard();
        return Arbitraries.of(registry.names().stream().map(name -> registry.find(name).orElseThrow())
                .filter(PointwiseFunction.class::isInstance).map(PointwiseFunction.class::cast).toList());
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(-2, 3).ofScale(2),
                Arbitraries.integers().between(-2, 5).map(Integer::doubleValue));
    }

    @Property(tries = 4000)
    void aSlopeIsWhatNearbyValuesComeTo(@ForAll("functions") PointwiseFunction function,
            @ForAll @Size(4) List<@From("numbers") Double> values,
            @ForAll @Size(4) List<@From("numbers") Double> direction) {
        int arguments = arguments(function);
        double[] x = first(values, arguments);
        double[] d = first(direction, arguments);
        double value = function.apply(x);
        Assume.that(Double.isFinite(value));
        double slope = function.slope(x.clone(), d.clone());
        double near = (function.apply(moved(x, d, STEP)) - value) / STEP;
        double half = (function.apply(moved(x, d, STEP / 2)) - value) / (STEP / 2);
        Statistics.label("slopes").collect(Double.isNaN(slope) ? "not told" : Double.isInfinite(slope) ? "jumps" : "told");
        if (Double.isInfinite(slope)) {
            // A jump, or a root at zero, which may be hardly one: the nearer, the steeper, whatever else moves along.
            double closest = (function.apply(moved(x, d, STEP * STEP)) - value) / (STEP * STEP);
            assertThat(Math.abs(closest - near)).as("%s jumps", function.signature().name()).isGreaterThan(STEEPER);
        } else if (!Double.isNaN(slope) && Double.isFinite(near) && Math.abs(near - half) < 1e-3 * (1 + Math.abs(half))) {
            assertThat(slope).as("%s of %s along %s", function.signature().name(), values, direction)
                    .isCloseTo(2 * half - near, within(1e-4 * (1 + Math.abs(half))));
        }
        Statistics.label("slopes").coverage(coverage -> coverage.check("told").percentage(share -> share > 60));
    }

    private static int arguments(PointwiseFunction function) {
        return switch (function.signature().name()) {
            case "weighted_avg" -> 4;
            case "round" -> 1;
            default -> function.signature().parameters().size();
        };
    }

    private static double[] first(List<Double> values, int count) {
        return values.subList(0, count).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] moved(double[] x, double[] d, double step) {
        double[] moved = x.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += step * d[i];
        }
        return moved;
    }
}

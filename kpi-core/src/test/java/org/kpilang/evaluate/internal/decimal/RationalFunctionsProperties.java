package org.kpilang.evaluate.internal.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.kpilang.function.Function;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;

/** Functions of exact numbers are those of doubles, without their rounding. */
class RationalFunctionsProperties {

    private static final List<String> EXACT = List.of("min", "max", "avg", "weighted_avg", "clamp", "abs", "sqrt",
            "round", "floor", "ceil", "mod", "change_rate", "nps");

    @Example
    void theFunctionsThatAreExact() {
        assertThat(FunctionRegistry.standard().names())
                .filteredOn(name -> RationalFunctions.named(name).isPresent())
                .containsExactlyInAnyOrderElementsOf(EXACT);
    }

    /** By quarters, which doubles hold, so that nothing jumps by a last bit. */
    @Property
    void functionsAreThoseOfDoubles(@ForAll @Size(4) List<@IntRange(min = -40, max = 40) Integer> quarters) {
        for (Function function : FunctionRegistry.standard().functions()) {
            RationalFunction exact = RationalFunctions.named(function.signature().name()).orElse(null);
            for (int count = 1; exact != null && count <= quarters.size(); count++) {
                if (!function.signature().accepts(count)) {
                    continue;
                }
                double[] doubles = quarters.stream().limit(count).mapToDouble(each -> each / 4.0).toArray();
                Rational[] numbers = quarters.stream().limit(count)
                        .map(each -> Rational.of(BigDecimal.valueOf(each * 25L, 2))).toArray(Rational[]::new);
                double expected = ((PointwiseFunction) function).apply(doubles);
                Rational result = exact.of(numbers);

                assertThat(result != null).as("%s of %s", function.signature().name(), quarters)
                        .isEqualTo(Double.isFinite(expected));
                if (result != null) {
                    assertThat(result.toDouble()).as("%s of %s", function.signature().name(), quarters)
                            .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
                }
            }
        }
    }
}

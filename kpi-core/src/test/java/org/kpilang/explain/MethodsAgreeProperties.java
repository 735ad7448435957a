package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.times;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.kpilang.expression.Expression;

/** Where node-wise Shapley and the Shapley value must be the same. */
class MethodsAgreeProperties {

    private static final String NAMES = "abcdefghijkl";

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void forAnyChainOfProductsAndQuotients(@ForAll @IntRange(min = 1, max = 7) int factors, @ForAll Random random) {
        assertAgree(chain(0, factors, random), inputs(factors, random));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void forAnySumOfProductsOfTheirOwn(@ForAll @IntRange(min = 1, max = 3) int terms, @ForAll Random random) {
        Expression sum = chain(0, 3, random);
        for (int term = 1; term < terms; term++) {
            Expression next = chain(3 * term, 3, random);
            sum = random.nextBoolean() ? plus(sum, next) : minus(sum, next);
        }
        assertAgree(sum, inputs(3 * terms, random));
    }

    /** Products and quotients of inputs from one on, with brackets at random places. */
    private static Expression chain(int from, int count, Random random) {
        if (count == 1) {
            return name(NAMES.substring(from, from + 1));
        }
        int left = 1 + random.nextInt(count - 1);
        Expression one = chain(from, left, random);
        Expression other = chain(from + left, count - left, random);
        return random.nextBoolean() ? times(one, other) : over(one, other);
    }

    private static Map<String, double[]> inputs(int count, Random random) {
        Map<String, double[]> inputs = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            double sign = random.nextInt(4) == 0 ? -1 : 1;
            double before = sign * (0.1 + random.nextInt(100));
            inputs.put(NAMES.substring(i, i + 1),
                    new double[] {before, random.nextInt(5) == 0 ? before : sign * (0.1 + random.nextInt(100))});
        }
        return inputs;
    }

    private static void assertAgree(Expression formula, Map<String, double[]> inputs) {
        Decomposition nodes = SmallChanges.change(formula, Method.NODES, inputs);
        Decomposition shapley = SmallChanges.change(formula, Method.SHAPLEY, inputs);
        Map<String, Double> one = SmallChanges.amounts(nodes);
        Map<String, Double> other = SmallChanges.amounts(shapley);
        double size = List.copyOf(other.values()).stream().mapToDouble(Math::abs).sum();
        inputs.keySet().forEach(input -> assertThat(one.getOrDefault(input, 0.0)).as("%s of %s", input, formula)
                .isCloseTo(other.getOrDefault(input, 0.0), within(1e-9 * size)));
    }
}

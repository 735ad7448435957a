package org.kpilang.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.times;
import static org.kpilang.explain.SmallChanges.amounts;
import static org.kpilang.explain.SmallChanges.change;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Expression;

/** Changes of which the contributions are published, or were worked out exactly. */
class WorkedChangesTest {

    private static void assertAmounts(Decomposition decomposition, double tolerance, Map<String, Double> expected) {
        Map<String, Double> amounts = amounts(decomposition);
        assertThat(amounts.keySet()).hasSameElementsAs(expected.keySet());
        expected.forEach((label, amount) -> assertThat(amounts.get(label)).as(label).isCloseTo(amount, within(tolerance)));
    }

    private static final Expression PRICE_TIMES_QUANTITY = times(name("price"), name("qty"));

    /** The case explain-gross-margin, worked out in exact numbers. */
    private static final Expression MARGIN = over(minus(PRICE_TIMES_QUANTITY, name("cost")), PRICE_TIMES_QUANTITY);
    private static final Map<String, double[]> MARGIN_INPUTS = Map.of("price", new double[] {50, 52}, "qty",
            new double[] {1000, 1100}, "cost", new double[] {30_000, 36_000});

    @Test
    void splitsAGrossMarginNodeByNode() {
        Decomposition moved = change(MARGIN, Method.NODES, MARGIN_INPUTS);
        assertThat(moved.change()).isCloseTo(-0.0293706293706294, within(1e-15));
        assertAmounts(moved, 1e-6, Map.of("cost", -0.112448, "qty", 0.058846, "price", 0.024231));
    }

    @Test
    void splitsAGrossMarginOverAllOrders() {
        assertAmounts(change(MARGIN, Method.SHAPLEY, MARGIN_INPUTS), 1e-6,
                Map.of("cost", -0.112378, "qty", 0.058811, "price", 0.024196));
    }

    @Test
    void theLargestContributionComesFirst() {
        assertThat(amounts(change(MARGIN, Method.NODES, MARGIN_INPUTS)).keySet()).containsExactly("cost", "qty", "price");
    }

    /** The case pv-50x1000. */
    @Test
    void splitsPriceTimesQuantity() {
        Map<String, double[]> inputs = Map.of("price", new double[] {50, 52}, "qty", new double[] {1000, 1100});
        for (Method method : List.of(Method.NODES, Method.SHAPLEY)) {
            assertAmounts(change(PRICE_TIMES_QUANTITY, method, inputs), 1e-9, Map.of("price", 2100.0, "qty", 5100.0));
        }
    }

    private static final Map<String, double[]> THREE = Map.of("a", new double[] {2, 3}, "b", new double[] {4, 5}, "c",
            new double[] {6, 8});

    @Test
    void bracketsInAChainChangeNothing() {
        Map<String, Double> expected = Map.of("a", 31 + 2 / 3.0, "b", 17 + 2 / 3.0, "c", 22 + 2 / 3.0);
        Expression left = times(times(name("a"), name("b")), name("c"));
        Expression right = times(name("a"), times(name("b"), name("c")));
        assertAmounts(change(left, Method.NODES, THREE), 1e-12, expected);
        assertAmounts(change(right, Method.NODES, THREE), 1e-12, expected);
        assertAmounts(change(left, Method.SHAPLEY, THREE), 1e-12, expected);
    }

    /** Worked out in exact numbers: a chain of products and quotients is split as over all orders. */
    @Test
    void splitsLifetimeValueToAcquisitionCost() {
        Expression formula = over(over(times(name("arpa"), name("margin")), name("churn")),
                over(name("spend"), name("new")));
        Map<String, double[]> inputs = Map.of("arpa", new double[] {100, 104}, "margin", new double[] {.80, .81},
                "churn", new double[] {.05, .045}, "spend", new double[] {400_000, 520_000}, "new",
                new double[] {1000, 1200});
        Map<String, Double> expected = Map.ofEntries(entry("arpa", 0.164605), entry("margin", 0.052145),
                entry("churn", 0.441998), entry("spend", -1.103222), entry("new", 0.764474));
        assertAmounts(change(formula, Method.NODES, inputs), 1e-6, expected);
        assertAmounts(change(formula, Method.SHAPLEY, inputs), 1e-6, expected);
    }
}

package org.kpilang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.model.Trees.call;
import static org.kpilang.model.Trees.define;
import static org.kpilang.model.Trees.fallback;
import static org.kpilang.model.Trees.greater;
import static org.kpilang.model.Trees.kpi;
import static org.kpilang.model.Trees.minus;
import static org.kpilang.model.Trees.months;
import static org.kpilang.model.Trees.number;
import static org.kpilang.model.Trees.over;
import static org.kpilang.model.Trees.plus;
import static org.kpilang.model.Trees.ref;
import static org.kpilang.model.Trees.select;
import static org.kpilang.model.Trees.statistic;
import static org.kpilang.model.Trees.times;
import static org.kpilang.model.Trees.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.source.Origin;

/** What is known of the values of a formula before there are facts. */
class KpiRangeTest {

    private static final Bounds NOT_NEGATIVE = Bounds.atLeast(number("0"));
    private static final Bounds SMALL = Bounds.between(number("0"), number("10"));

    private static final List<Definition> GIVEN = List.of(
            input("sales", InputKind.FLOW, SMALL, null), input("cost", InputKind.FLOW, NOT_NEGATIVE, null),
            input("anything", InputKind.FLOW, null, null), input("users", InputKind.STOCK, SMALL, null),
            input("rate", InputKind.LEVEL, SMALL, null), input("price", InputKind.LEVEL, SMALL, "sales"),
            input("mixed", InputKind.LEVEL, SMALL, "anything"), input("most", InputKind.PEAK, SMALL, null),
            define("part_of", List.of("part", "whole"), over(ref("part"), ref("whole"))));

    private static InputDefinition input(String name, InputKind kind, @Nullable Bounds range, @Nullable String weight) {
        return new InputDefinition(name, null, kind, new AbsentRule.Unknown(), weight, null, range, Origin.NONE);
    }

    static Stream<Arguments> formulas() {
        Selector all = new Selector.All(List.of());
        Stretch year = months(12);
        Expression base = new PeriodLiteral("2024-01", Origin.NONE);
        Expression inTen = minus(number("10"), ref("rate"));
        return Stream.of(
                // a sum of a window or of slices loses its upper end
                row("at least 0.0", ref("sales")),
                row("0.0 to 10.0", ref("users")),
                row("0.0 to 10.0", ref("rate")),
                row("0.0 to 10.0", ref("price")),
                // a mean with weights that may be negative can lie anywhere
                row("any number", ref("mixed")),
                row("0.0 to 10.0", ref("most")),
                row("any number", ref("anything")),
                row("0.0 to 10.0", select(ref("rate"), new Selector.Last(3, PeriodUnit.MONTH, 0))),
                row("0.0 to 10.0", inTen),
                row("at least 0.1", over(number("1"), inTen)),
                row("any number", over(ref("anything"), ref("cost"))),
                row("at least 0.0", over(ref("sales"), ref("cost"))),
                row("0.0 to 1.0", over(ref("sales"), plus(ref("cost"), ref("sales")))),
                row("0.0 to 100.0", times(number("100"), over(ref("sales"), plus(ref("sales"), ref("cost"))))),
                row("0.0 to 1.0", over(ref("sales"), select(ref("sales"), all))),
                row("at least 0.0", over(ref("rate"), select(ref("rate"), all))),
                row("0.0 to 1.0", call("part_of", ref("sales"), select(ref("sales"), all))),
                row("-100.0 to 100.0", call("nps", ref("anything"), ref("anything"), ref("anything"))),
                row("at least -1.0", call("growth", ref("cost"), number("1", "year"))),
                row("at least -1.0", call("cagr", ref("cost"), number("2", "year"))),
                row("at least 0.0", call("annualize", ref("cost"))),
                row("at least 0.0", call("annualize", ref("cost"), number("360"))),
                row("0.0 to 1.0", call("annualize", over(ref("sales"), plus(ref("cost"), ref("sales"))), ref("loss"))),
                row("at least 0.0", call("annualize", over(ref("sales"), ref("cost")), ref("growth"))),
                row("0.0 to 1.0", call("share", ref("sales"))),
                row("at least 0.0", call("index", ref("rate"), base)),
                row("50.0 to 200.0", call("index", plus(ref("rate"), number("10")), base)),
                row("no number", call("index", minus(number("0"), ref("rate")), base)),
                row("0.0 to 10.0", call("weighted_avg", ref("rate"), ref("anything"), ref("users"), number("1"))),
                row("at least 0.0", call("nps_margin", ref("anything"), ref("anything"), ref("anything"))),
                row("0.0 to 1.0", call("rate_low", ref("anything"), ref("anything"))),
                row("0.0 to 1.0", call("rate_high", ref("anything"), ref("anything"))),
                row("0.0 to 3.0", call("floor", over(ref("rate"), number("3")))),
                row("0.0 to 4.0", call("ceil", over(ref("rate"), number("3")))),
                row("0.0 to 10.0", call("ewma", ref("rate"), number("3"))),
                row("at least 0.0", call("abs", ref("anything"))),
                row("1.0 to 10.0", call("max", ref("rate"), number("1"))),
                row("0.0 to 3.0", call("clamp", ref("anything"), number("0"), number("3"))),
                row("at least 0.0", call("cumulative", ref("sales"))),
                row("0.0 to 10.0", call("average", ref("users"))),
                row("above 0.0", call("days")),
                row("at least 0.0", call("workdays")),
                row("at least 1.0", statistic("rank", ref("anything"), year)),
                row("at least 0.0", statistic("count", ref("anything"), year)),
                row("0.0 to 10.0", statistic("median", ref("rate"), year)),
                row("at least 0.0", statistic("sum", ref("sales"), year)),
                row("0.0 to 10.0", statistic("stddev", ref("rate"), year)),
                row("-10.0 to 10.0", statistic("slope", ref("rate"), year)),
                row("-1.0 to 10.0", fallback(ref("rate"), minus(number("0"), number("1")))),
                row("above 3.0 to 10.0", when(greater(ref("rate"), number("3")), ref("rate"), number("5"))),
                row("no number", over(ref("sales"), minus(number("1"), number("1")))));
    }

    private static Arguments row(String expected, Expression formula) {
        return Arguments.of(formula, expected);
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void followsFromTheRangesOfTheInputs(Expression formula, String expected) {
        assertThat(model(kpi("k", formula)).kpi("k").orElseThrow().range()).hasToString(expected);
    }

    @Test
    void whatIsDeclaredIsBelieved() {
        Model model = model(
                kpi("k", ref("sales"), new Property.Range(Bounds.between(number("1"), number("2")), Origin.NONE)),
                kpi("l", plus(ref("k"), number("1"))),
                kpi("m", ref("rate"), new Property.Nature(true, number("1"), number("5"), Origin.NONE)));
        assertThat(model.kpis()).extracting(kpi -> kpi.range().toString())
                .containsExactly("1.0 to 2.0", "2.0 to 3.0", "1.0 to 5.0");
        assertThat(model.range(model.input("rate").orElseThrow())).hasToString("0.0 to 10.0");
        assertThat(model.range(model.input("anything").orElseThrow()).isAny()).isTrue();
    }

    @Test
    void inputsAreFoundThroughKpisFunctionsAndWeights() {
        Model model = model(kpi("a", call("part_of", ref("cost"), ref("price"))), kpi("b", plus(ref("a"), ref("cost"))),
                kpi("c", number("1")));
        assertThat(model.inputsOf(model.kpi("b").orElseThrow())).extracting(InputDefinition::name)
                .containsExactly("cost", "price", "sales");
        assertThat(model.inputsOf(model.kpi("c").orElseThrow())).isEmpty();
    }

    private static Model model(Definition... kpis) {
        List<Definition> all = new ArrayList<>(GIVEN);
        all.addAll(List.of(kpis));
        return Model.of(new Definitions(all));
    }
}

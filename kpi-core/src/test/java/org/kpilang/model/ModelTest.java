package org.kpilang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kpilang.model.Trees.*;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Expression;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selector;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.GregorianCalendar;
import org.kpilang.unit.Unit;

class ModelTest {

    private static final List<Definition> GIVEN = List.of(
            currency("USD"), currency("EUR"), unit("customer"), unit("response"), dimension("region"),
            input("sales", "USD", InputKind.FLOW), input("cogs", "USD", InputKind.FLOW),
            input("euros", "EUR", InputKind.FLOW), input("users", "customer", InputKind.STOCK),
            input("churned", "customer", InputKind.FLOW), input("price", "USD", InputKind.LEVEL),
            input("anything", null, InputKind.FLOW), constant("vat", percent("19")),
            define("margin", List.of("income", "cost"), over(minus(ref("income"), ref("cost")), ref("income"))),
            kpi("churn", over(ref("churned"), call("opening", ref("users"))), shown("percent")));

    private static final Expression ONE_YEAR = number("1", "year");

    private static Model model(Definition... definitions) {
        List<Definition> all = new ArrayList<>(GIVEN);
        all.addAll(List.of(definitions));
        return Model.of(new Definitions(all));
    }

    static Stream<Arguments> derivedUnits() {
        return Stream.of(
                Arguments.of("USD", plus(ref("sales"), ref("cogs"))),
                Arguments.of("USD", plus(number("5"), ref("sales"))),
                Arguments.of("USD", times(percent("40"), ref("sales"))),
                Arguments.of("USD", fallback(ref("sales"), number("0"))),
                Arguments.of("USD", call("max", number("0"), ref("sales"))),
                Arguments.of("USD", when(greater(ref("users"), number("3")), ref("sales"), number("0"))),
                Arguments.of("USD", select(ref("sales"), new Selector.Previous(), slice("region", "EMEA"))),
                Arguments.of("USD", statistic("avg", ref("sales"), months(12))),
                Arguments.of("USD", times(ref("euros"), over(number("2", "USD"), number("1", "EUR")))),
                Arguments.of("ratio", statistic("count", ref("sales"), months(12))),
                // C33: 1000, 400 and 100 give 6 USD per customer
                Arguments.of("USD / customer", over(minus(ref("sales"), ref("cogs")), ref("users"))),
                Arguments.of("USD / customer", over(ref("sales"), call("average", ref("users")))),
                Arguments.of("USD / day", over(ref("sales"), call("days"))),
                Arguments.of("customer^2", power(ref("users"), number("2"))),
                Arguments.of("1 / USD", power(ref("sales"), negative(number("1")))),
                Arguments.of("ratio", over(ref("sales"), ref("cogs"))),
                Arguments.of("ratio", times(number("100"), over(ref("sales"), ref("cogs")))),
                Arguments.of("ratio", call("margin", ref("sales"), ref("cogs"))),
                Arguments.of("ratio", power(over(ref("sales"), ref("cogs")), number("0.5"))),
                // C32: growth is relative
                Arguments.of("percent", call("growth", ref("sales"), ONE_YEAR)),
                Arguments.of("percent", minus(number("1"), ref("churn"))),
                // the change of a percentage is in points
                Arguments.of("percentage_points", minus(ref("churn"), select(ref("churn"), new Selector.Previous()))),
                Arguments.of("percent", plus(ref("churn"), select(ref("churn"), new Selector.Previous()))),
                Arguments.of("ratio", minus(over(ref("sales"), ref("cogs")),
                        select(over(ref("sales"), ref("cogs")), new Selector.Previous()))),
                Arguments.of("percent", times(number("12"), ref("churn"))),
                Arguments.of("percent", percent("40")),
                Arguments.of("points", call("nps", ref("anything"), ref("anything"), ref("anything"))),
                Arguments.of("any unit", over(ref("anything"), ref("users"))),
                Arguments.of("USD", plus(ref("anything"), ref("sales"))),
                // C31
                Arguments.of("ratio", power(number("2"), power(number("3"), number("2")))));
    }

    @ParameterizedTest
    @MethodSource("derivedUnits")
    void theUnitOfAKpiFollowsFromItsFormula(String unit, Expression formula) {
        assertThat(model(kpi("k", formula)).kpi("k").orElseThrow().unit()).hasToString(unit);
    }

    static Stream<Arguments> fineFormulas() {
        return Stream.of(
                // what adds up over time
                Arguments.of(statistic("sum", ref("sales"), months(12))),
                Arguments.of(statistic("sum", over(minus(ref("sales"), ref("cogs")), number("1000")), months(12))),
                Arguments.of(statistic("sum", minus(ref("users"), call("opening", ref("users"))), months(12))),
                Arguments.of(statistic("sum", times(ref("churned"), ref("price")), months(12))),
                Arguments.of(statistic("sum", over(ref("sales"), ref("churned")), months(12))),
                Arguments.of(statistic("sum", times(ref("sales"), over(ref("churned"), ref("churned"))), months(12))),
                Arguments.of(statistic("sum", when(greater(ref("users"), number("5")), number("1"), number("0")), months(12))),
                Arguments.of(statistic("sum", call("max", ref("sales"), number("0")), months(12))),
                Arguments.of(call("cumulative", statistic("count", ref("users"), months(1)))),
                Arguments.of(statistic("avg", ref("churn"), months(12))),
                Arguments.of(statistic("quantile", ref("churn"), months(12), ref("vat"))),
                // what has an opening balance
                Arguments.of(call("average", over(ref("users"), number("1000")))),
                Arguments.of(select(ref("users"), new Selector.Opening())),
                // a parameter hides an input of the same name
                Arguments.of(call("margin", ref("churned"), ref("users"))));
    }

    @ParameterizedTest
    @MethodSource("fineFormulas")
    void whatMakesSenseIsNotRefused(Expression formula) {
        List<Definition> all = new ArrayList<>(GIVEN);
        all.add(kpi("k", formula));
        assertThat(Model.check(new Definitions(all)).diagnostics()).isEmpty();
    }

    @Test
    void aRatioMayBeShownInAnyUnitButMoney() {
        for (String unit : List.of("percent", "ratio", "points", "customer", "days")) {
            assertThat(model(kpi("k", over(ref("sales"), ref("cogs")), shown(unit))).kpi("k").orElseThrow().unit())
                    .isEqualTo(Unit.of(unit));
        }
    }

    @Test
    void theChangeOfAPercentMayBeGivenInPoints() {
        assertThat(model(kpi("k", ref("churn"), new Property.TargetChange(negative(number("2", "points")), "2026", null,
                origin("target")))).kpi("k")).isPresent();
    }

    @Test
    void eachDefinitionComesAfterAllThatItNeeds() {
        Model model = model(kpi("net", over(ref("gross"), plus(number("1"), ref("rate")))), constant("rate", ref("vat")),
                kpi("gross", call("twice", ref("sales"))), define("twice", List.of("x"), times(ref("factor"), ref("x"))),
                constant("factor", number("2")));
        assertThat(model.order()).containsSubsequence("vat", "rate", "net").containsSubsequence("factor", "gross", "net");
        assertThat(model.kpis()).extracting(Kpi::id).containsExactly("churn", "net", "gross");
        assertThat(model.formula("vat")).isEqualTo(percent("19"));
        assertThat(model.formula("sales")).isNull();
        assertThat(model.defined("twice")).isPresent();
        assertThat(model.dimensions()).containsExactly("region");
        assertThat(model.calendar()).isEqualTo(GregorianCalendar.INSTANCE);
    }

    @Test
    void aKpiMayHaveVariants() {
        Model model = model(kpi("cost", ref("cogs")), variant("cost", "plain", ref("sales")), kpi("k", ref("cost")));
        assertThat(model.kpi("cost.plain").orElseThrow().formula()).isEqualTo(ref("sales"));
        assertThat(model.kpi("cost").orElseThrow().formula()).isEqualTo(ref("cogs"));
    }

    @Test
    void namesAreComparedInOneForm() {
        Model model = model(input("caf\u0065\u0301", null, InputKind.FLOW), kpi("k", ref("caf\u00e9")));
        assertThat(model.input("caf\u00e9")).isPresent();
    }

    @Test
    void allMistakesAreFoundAtOnceInTheOrderOfTheText() {
        String text = "slaes + user > cgos";
        Origin second = Origin.of(SourceText.of("m.kpi", text), Span.of(8, 12));
        List<Diagnostic> found = Model.check(Definitions.of(
                kpi("a", new Reference("cgos", Origin.of(SourceText.of("m.kpi", text), Span.of(15, 19)))),
                kpi("b", new Reference("user", second)),
                kpi("c", new Reference("slaes", Origin.of(SourceText.of("m.kpi", text), Span.of(0, 5)))))).diagnostics();
        assertThat(found).extracting(Diagnostic::message)
                .containsExactly("`slaes` is not defined", "`user` is not defined", "`cgos` is not defined");
    }

    @Test
    void oneMistakeIsToldOnce() {
        List<Definition> all = new ArrayList<>(GIVEN);
        all.add(kpi("k", over(ref("slaes"), ref("users"))));
        all.add(kpi("l", plus(ref("k"), ref("churned"))));
        all.add(kpi("m", statistic("sum", ref("l"), months(3)), shown("customer")));
        assertThat(Model.check(new Definitions(all)).diagnostics()).hasSize(1);
    }

    @Test
    void aModelWithErrorsIsNone() {
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> Model.of(Definitions.of(kpi("k", ref("x")))))
                .withMessageContaining("`x` is not defined");
    }
}

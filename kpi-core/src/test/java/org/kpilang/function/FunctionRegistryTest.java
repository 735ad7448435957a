package org.kpilang.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.expression.Call;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selector;
import org.kpilang.function.Signature.Parameter;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

class FunctionRegistryTest {

    /** What an application writes to add a function. */
    private record Doubled(Signature signature) implements PointwiseFunction {

        Doubled(String name, Parameter... parameters) {
            this(new Signature(name, List.of(parameters), false, "twice a value"));
        }

        @Override
        public double apply(double[] arguments) {
            return 2 * arguments[0];
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }

    @Test
    void anApplicationAddsAFunction() {
        FunctionRegistry registry = FunctionRegistry.standard().with(new Doubled("doubled", Parameter.number("value")));
        assertThat(registry.find("doubled")).isPresent();
        assertThat(registry.names()).contains("max").endsWith("doubled");
        assertThat(FunctionRegistry.standard().find("doubled")).isEmpty();
    }

    @Test
    void eachFunctionOfTheLanguageIsFoundByItsName() {
        FunctionRegistry standard = FunctionRegistry.standard();
        assertThat(standard.names()).hasSize(standard.functions().size()).contains("max", "growth", "index", "nps", "workdays");
        for (Function function : standard.functions()) {
            assertThat(standard.find(function.signature().name())).containsSame(function);
        }
        assertThat(standard.find("maximum")).isEmpty();
    }

    @Test
    void whatCannotBeCalledIsRefused() {
        FunctionRegistry standard = FunctionRegistry.standard();
        assertThatIllegalArgumentException().isThrownBy(() -> standard.with(new Doubled("max", Parameter.number("value"))))
                .withMessage("there is a function max already");
        assertThatIllegalArgumentException().isThrownBy(() -> standard.with(new Doubled("f", Parameter.duration("ago"))))
                .withMessage("a function from numbers to a number takes numbers: f");
        assertThatIllegalArgumentException().isThrownBy(() -> new Doubled("not", Parameter.number("value")))
                .withMessage("not a name that can be called: not");
        assertThatIllegalArgumentException().isThrownBy(() -> new Signature("f", List.of(), true, "nothing"))
                .withMessage("there is no parameter to repeat: f");
        assertThatIllegalArgumentException().isThrownBy(() -> new Doubled("f",
                new Parameter("a", Signature.Sort.NUMBER, true), Parameter.number("b")));
    }

    @Test
    void aSignatureSaysWhatItAccepts() {
        Signature max = FunctionRegistry.standard().find("max").orElseThrow().signature();
        assertThat(max).hasToString("max(value, …)");
        assertThat(max.accepts(0)).isFalse();
        assertThat(max.accepts(1)).isTrue();
        assertThat(max.accepts(200)).isTrue();
        Signature weighted = FunctionRegistry.standard().find("weighted_avg").orElseThrow().signature();
        assertThat(weighted).hasToString("weighted_avg(value, weight, …)");
        assertThat(List.of(weighted.accepts(1), weighted.accepts(2), weighted.accepts(3), weighted.accepts(6)))
                .containsExactly(false, true, false, true);
        assertThat(IntStream.range(0, 5).mapToObj(weighted::parameter).map(Parameter::name))
                .containsExactly("value", "weight", "value", "weight", "value");
        Signature round = FunctionRegistry.standard().find("round").orElseThrow().signature();
        assertThat(round).hasToString("round(value, digits?)");
        assertThat(List.of(round.accepts(0), round.accepts(1), round.accepts(2), round.accepts(3)))
                .containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "1, year, YEAR, true", "3, months, MONTH, true", "1000000, days, DAY, true", "1000001, days, DAY, false",
        "0, days, DAY, false", "1e300, weeks, WEEK, false", "1.5, years, none, false", "1, hour, none, false",
        "1, none, none, false"
    })
    void aLengthOfTimeIsAWholeNumberOfUnits(String value, String unit, PeriodUnit expected, boolean withinLimit) {
        Expression literal = new NumberLiteral(new BigDecimal(value), NumberLiteral.Suffix.NONE, unit, Origin.NONE);
        assertThat(Durations.unit(literal)).isEqualTo(Optional.ofNullable(expected));
        assertThat(Durations.isWithin(literal, 1_000_000)).isEqualTo(withinLimit);
        if (withinLimit) {
            assertThat(Durations.ago(literal))
                    .isEqualTo(new Selector.Ago(new BigDecimal(value).intValueExact(), expected, false));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> Durations.ago(literal));
        }
    }

    @Test
    void wordsAndDimensionsAreNoFormulas() {
        FunctionRegistry standard = FunctionRegistry.standard();
        Reference x = Reference.to("x");
        assertThat(standard.formulas(Call.of("annualize", x, Reference.to("loss")))).containsExactly(x);
        assertThat(standard.formulas(Call.of("share", x, Reference.to("region"), Reference.to("size"))))
                .containsExactly(x);
        assertThat(standard.formulas(Call.of("max", x, Reference.to("y")))).hasSize(2);
        assertThat(standard.formulas(Call.of("unknown", x))).containsExactly(x);
        assertThat(standard.formulas(Call.of("annualize", x, x, x))).hasSize(3);
    }

    @Test
    void onlyALiteralIsALengthOfTime() {
        assertThat(Durations.unit(Reference.to("year"))).isEmpty();
    }
}

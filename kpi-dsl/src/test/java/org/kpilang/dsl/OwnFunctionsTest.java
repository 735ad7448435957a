package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.function.UnitRules;
import org.kpilang.model.Model;
import org.kpilang.series.Interval;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/** A function of the application takes part wherever those of the language do. */
class OwnFunctionsTest {

    /** Half of an amount, but never of a negative one. */
    private record Halved() implements PointwiseFunction {

        @Override
        public Signature signature() {
            return Signature.of("halved", "half of an amount", "amount");
        }

        @Override
        public double apply(double[] arguments) {
            if (arguments[0] < 0) {
                throw new IllegalArgumentException("negative");
            }
            return arguments[0] / 2;
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return UnitRules.ALIKE.unit(arguments);
        }

        /** Fails for amounts of which something is known. */
        @Override
        public Interval range(List<Interval> arguments) {
            if (!arguments.get(0).isAny()) {
                throw new IllegalStateException("known");
            }
            return Interval.NOT_NEGATIVE;
        }
    }

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.standard().with(new Halved());

    @Test
    void isCheckedWithItsUnit() {
        Model model = KpiLanguage.model("currency USD\ninput sales : USD flow\nkpi k = halved(sales) + 1 USD", FUNCTIONS);
        assertThat(model.kpi("k").orElseThrow().unit()).hasToString("USD");
        assertThat(model.functions().names()).contains("halved");
    }

    @Test
    void tellsItsRangeOrNothingIsKnown() {
        Model model = KpiLanguage.model("input x : flow\ninput y : flow range at least 0\nkpi k = halved(x)\nkpi l = halved(y)",
                FUNCTIONS);
        assertThat(model.kpis()).extracting(kpi -> kpi.range().toString()).containsExactly("at least 0.0", "any number");
    }

    @Test
    void belongsToItsRegistryAlone() {
        SourceText text = SourceText.ofFormula("halved(x)");
        assertThat(Formula.check(text, FUNCTIONS, Limits.STANDARD).isValid()).isTrue();
        assertThat(Formula.check(text).diagnostics()).singleElement().satisfies(diagnostic ->
                assertThat(diagnostic.message()).isEqualTo("there is no function `halved`"));
    }

    @Test
    void keepsToTheLimits() {
        Limits small = Limits.STANDARD.with(Limit.DEFINITIONS, 1);
        SourceText text = SourceText.of("m.kpi", "input x : flow\nkpi k = halved(x)");
        assertThat(KpiLanguage.check(text, FUNCTIONS, Limits.STANDARD).isValid()).isTrue();
        assertThat(KpiLanguage.check(text, FUNCTIONS, small).diagnostics()).singleElement().satisfies(diagnostic ->
                assertThat(diagnostic.code()).isEqualTo(Limit.DEFINITIONS.code()));
    }

    @Test
    void aMistakeIsToldWithWhatThereIs() {
        assertThat(Formula.check(SourceText.ofFormula("halvd(x)"), FUNCTIONS, Limits.STANDARD).diagnostics())
                .singleElement().satisfies(diagnostic -> assertThat(diagnostic.hint()).isEqualTo("did you mean `halved`?"));
        assertThat(Formula.check(SourceText.ofFormula("halved(x, 2)"), FUNCTIONS, Limits.STANDARD).diagnostics())
                .singleElement().satisfies(diagnostic -> assertThat(diagnostic.hint()).isEqualTo("it is written `halved(amount)`"));
    }

    @Test
    void isLaidOutLikeAnyCall() {
        assertThat(Formula.parse("halved( x )*2", FUNCTIONS)).hasToString("halved(x) * 2");
        assertThat(Formatter.formatFormula(SourceText.ofFormula("halved( x )*2")).orThrow()).isEqualToNormalizingNewlines("halved(x) * 2");
    }

    @Test
    void aFailureIsToldAtTheCallAndLeavesTheFormulaUsable() {
        Formula formula = Formula.parse("1 + halved(x)", FUNCTIONS);
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> formula.value(Map.of("x", -1)))
                .withMessageContaining("`halved` failed").satisfies(e -> assertThat(e.diagnostics()).singleElement()
                        .satisfies(diagnostic -> assertThat(diagnostic.origin().describe()).isEqualTo("formula:1:5")));
        assertThat(formula.value(Map.of("x", 4))).hasValue(3);
        assertThat(Formula.parse("if x < 0 then 0 else halved(x)", FUNCTIONS).value(Map.of("x", -1))).hasValue(0);
    }

    @Test
    void isExplained() {
        assertThat(FunctionReference.of(FUNCTIONS).find("halved")).singleElement().extracting(FunctionReference.Entry::markdown)
                .isEqualTo("### `halved(amount)`\n\nHalf of an amount.\n");
    }
}

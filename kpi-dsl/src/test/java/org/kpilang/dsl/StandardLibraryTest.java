package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.expression.Call;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Checked;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;
import org.kpilang.time.Period;

/** The functions that come with the language, each with a worked example in {@code standard-examples.kpi}. */
class StandardLibraryTest {

    private static final SourceText SOURCE = Library.standard().find("standard").orElseThrow();
    private static final SourceText WORKED = SourceText.of("standard-examples.kpi",
            Texts.read(Path.of("src/test/resources/library/standard-examples.kpi")));

    static Stream<FunctionDefinition> functions() {
        return KpiLanguage.parseFile(SOURCE).orThrow().of(FunctionDefinition.class).stream();
    }

    @Test
    void allExamplesHold() {
        Checked<Model> model = KpiLanguage.check(WORKED);
        assertThat(model.diagnostics()).isEmpty();
        assertThat(model.isValid()).isTrue();
    }

    /** A test of examples that cannot fail would show nothing. */
    @Test
    void examplesAreRun() {
        String wrong = WORKED.text().replace("gives 57.18 days", "gives 57.17 days");
        assertThat(KpiLanguage.check(SourceText.of("wrong.kpi", wrong)).diagnostics()).singleElement()
                .satisfies(said -> assertThat(said.message()).isEqualTo(
                        "the example of `cash_conversion_cycle` gives `57.17 days`, but the formula gives 57.1833"));
    }

    @Test
    void holdsFunctionsAndWhatTradesShare() {
        Definitions definitions = KpiLanguage.parseFile(SOURCE).orThrow();
        assertThat(definitions.of(FunctionDefinition.class)).hasSizeGreaterThan(20);
        assertThat(definitions.of(KpiDefinition.class)).isEmpty();
        assertThat(Model.check(definitions).diagnostics()).isEmpty();
        assertThat(Formatter.isFormatted(SOURCE)).isTrue();
        assertThat(Formatter.isFormatted(WORKED)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void isDocumentedAndWorked(FunctionDefinition function) {
        assertThat(SOURCE.text()).containsPattern("\n// [A-Z][^\n]+\\.\ndefine " + function.name() + "\\(");
        assertThat(FunctionRegistry.standard().find(function.name())).isEmpty();
        Kpi worked = KpiLanguage.check(WORKED).orThrow().kpi(function.name()).orElseThrow();
        assertThat(worked.properties(Property.Example.class)).isNotEmpty();
        assertThat(worked.formula()).isInstanceOfSatisfying(Call.class,
                call -> assertThat(call.function()).isEqualTo(function.name()));
    }

    /** Single formulas know the functions without a word; where one asks for an opening, the argument is a balance. */
    @ParameterizedTest
    @MethodSource("functions")
    void canBeCalledInASingleFormula(FunctionDefinition function) {
        List<String> names = new ArrayList<>();
        Map<String, double[]> rows = new HashMap<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            names.add("x" + i);
            rows.put("x" + i, new double[] {7 - i, 9 - i});
        }
        Formula formula = Formula.parse(function.name() + "(" + String.join(", ", names) + ")");
        assertThat(formula.inputs()).containsExactlyElementsOf(names);
        assertThat(formula.evaluate(Period.parse("2024-01"), rows).hasValue(1)).isTrue();
    }

    @Test
    void singleFormulasMayMixThemWithTheirOwn() {
        assertThat(Formula.parse("days_outstanding(receivables, revenue)")
                .value(Map.of("receivables", 100, "revenue", 365))).hasValueCloseTo(100.0, within(1e-12));
        assertThat(Formula.parse("turnover(cost, a + b)").evaluate(Period.parse("2024-01"), Map.of(
                "cost", new double[] {1, 6}, "a", new double[] {1, 2}, "b", new double[] {1, 2})))
                .hasToString("2024-01 unknown, 2024-02 2.0");
        assertThat(Formula.check(SourceText.ofFormula("margn(a, b)")).diagnostics()).singleElement()
                .satisfies(said -> assertThat(said.hint()).isEqualTo("did you mean `margin`?"));
        assertThat(Formula.check(SourceText.ofFormula("margin(a)")).diagnostics()).singleElement()
                .satisfies(said -> assertThat(said.hint()).isEqualTo("it is written `margin(revenue, cost)`"));
    }

    @Test
    void readsWithinTheLimitsOfTheCaller() {
        assertThat(KpiLanguage.check(SourceText.of("a.kpi", "use standard kpi a = 1"), Library.standard(),
                Limits.STANDARD).orThrow().kpis()).hasSize(1);
    }
}

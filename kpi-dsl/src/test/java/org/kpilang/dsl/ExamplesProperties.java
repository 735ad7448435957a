package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/** An example gives what the formula gives when the numbers stand in it in place of the names. */
class ExamplesProperties {

    /** What a formula may ask for; each leads to a place of its own. */
    private static final List<String> ASKED = List.of("a", "b", "a[1 year ago]", "b[2 years ago]",
            "a[region = \"EMEA\"]", "a[all region]", "b[region <> \"EMEA\"][1 year ago]", "opening(c)", "c",
            "c[region = \"EMEA\"][opening]", "k", "k[1 year ago]", "b[last 6 months]");
    private static final String MODEL = "dimension region\ninput a, b : flow\ninput c : stock\nkpi k = a / b\n";

    /** A formula with a number in braces for everything that it asks. */
    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.recursive(
                () -> Arbitraries.frequencyOf(
                        Tuple.of(5, Arbitraries.integers().between(0, ASKED.size() - 1).map(i -> "{" + i + "}")),
                        Tuple.of(1, Arbitraries.integers().between(0, 3).map(i -> Integer.toString(i)))),
                inner -> Combinators.combine(inner, inner, Arbitraries.of("(%s + %s)", "(%s - %s)", "%s * %s",
                        "(%s / %s)", "max(%s, %s)", "(%s else %s)", "(if %s > 1 then %s else 2)",
                        "change_rate(%s, %s)"))
                        .as((left, right, form) -> form.formatted(left, right)), 1, 4);
    }

    @Provide
    Arbitrary<List<Integer>> values() {
        return Arbitraries.integers().between(-3, 5).list().ofSize(ASKED.size());
    }

    @Property(tries = 500)
    void givesWhatTheNumbersGive(@ForAll("formulas") String formula, @ForAll("values") List<Integer> values) {
        List<String> numbers = values.stream().map(value -> "(" + value + ")").toList();
        OptionalDouble value = Formula.parse(filled(formula, numbers)).value(Map.of());
        String expected = value.isPresent() ? "(" + value.getAsDouble() + ") * 1" : "undefined";
        assertThat(said(formula, numbers, expected)).isEmpty();
        assertThat(said(formula, numbers, value.isPresent() ? "(" + (value.getAsDouble() + 1) + ") * 1" : "unknown"))
                .containsExactly(DiagnosticCode.EXAMPLE_FAILS);
        assertThat(said(formula, numbers, value.isPresent() ? "undefined" : "1"))
                .containsExactly(DiagnosticCode.EXAMPLE_FAILS);
    }

    /** What is left out is told, unless it does not matter. */
    @Property(tries = 300)
    void tellsWhatIsLeftOut(@ForAll("formulas") String formula, @ForAll("values") List<Integer> values) {
        List<String> numbers = values.stream().map(value -> "(" + value + ")").toList();
        OptionalDouble value = Formula.parse(filled(formula, numbers)).value(Map.of());
        String expected = value.isPresent() ? "(" + value.getAsDouble() + ") * 1" : "undefined";
        Map<String, String> given = given(formula, numbers);
        for (String left : List.copyOf(given.keySet())) {
            Map<String, String> less = new LinkedHashMap<>(given);
            less.remove(left);
            List<Diagnostic> said = errors(text(formula, less, expected));
            if (!said.isEmpty() && !formula.contains("else") && !left.startsWith("k")) {
                assertThat(said).hasSize(1);
                assertThat(said.get(0).message()).contains("`" + left + "`");
            }
        }
    }

    private static List<DiagnosticCode> said(String formula, List<String> numbers, String expected) {
        return errors(text(formula, given(formula, numbers), expected)).stream().map(Diagnostic::code).toList();
    }

    /** Formulas at random are doubtful in themselves; warnings of that say nothing of the example. */
    private static List<Diagnostic> errors(SourceText text) {
        return KpiLanguage.check(text).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    private static SourceText text(String formula, Map<String, String> given, String expected) {
        String values = given.entrySet().stream().map(each -> each.getKey() + " = " + each.getValue())
                .collect(Collectors.joining(", "));
        return SourceText.of("test.kpi", MODEL + "kpi tested = " + filled(formula, ASKED)
                + " { example { " + values + " gives " + expected + " } }");
    }

    /** The numbers of what a formula asks for. */
    private static Map<String, String> given(String formula, List<String> numbers) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < ASKED.size(); i++) {
            if (formula.contains("{" + i + "}")) {
                given.put(ASKED.get(i), numbers.get(i));
            }
        }
        return given;
    }

    private static String filled(String formula, List<String> instead) {
        String text = formula;
        for (int i = 0; i < instead.size(); i++) {
            text = text.replace("{" + i + "}", instead.get(i));
        }
        return text;
    }
}

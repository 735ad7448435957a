package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;

/** What compiles evaluates to a finite number or to none, whatever it is; nothing but diagnostics escapes. */
class AnyFormulaProperties {

    private static final Duration GENEROUS = Duration.ofSeconds(5);
    private static final int LONGEST = 64 * 1024;
    private static final List<String> WORDS = List.of("x", "y", "z", "0", "1", "2", "1e308", "1e-308", "99.5%", "3k", "2 days",
            "5 EUR", "(", "(", ")", ")", "+", "-", "*", "/", "^", "=", "<", ">=", "<>", "if", "then", "else", "and", "or", "not",
            ",", "abs(", "ln(", "exp(", "round(", "mod(", "max(", "growth(", "avg(", "sum(", "over", "3 months", "all", "1000000",
            "[", "]", "previous", "1 year ago", "last", "year to date", "opening");
    private static final List<Double> VALUES =
            List.of(0.0, -0.0, 1.0, -1.0, 0.1, 1e308, -1e308, 4.9e-324, 1e16, 9223372036854775807.0);

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(14).map(words -> String.join(" ", words));
    }

    @Provide
    Arbitrary<String> edits() {
        Arbitrary<String> formulas = Arbitraries.of(Texts.formulas().stream().map(Texts.Row::formula).toList());
        return Combinators.combine(formulas, Arbitraries.integers().between(0, 200), Arbitraries.integers().between(0, 3),
                Arbitraries.of(WORDS)).as((formula, at, cut, word) -> {
                    int from = at % (formula.length() + 1);
                    return formula.substring(0, from) + word + formula.substring(Math.min(formula.length(), from + cut));
                });
    }

    /** Formulas that are right for the most part. */
    @Provide
    Arbitrary<String> formulas() {
        Arbitrary<String> formula = Arbitraries.of(
                "x", "y", "z", "0", "2", "1e308", "1e-308", "0.5%", "x[previous]", "avg(y over 2 months)");
        for (int level = 0; level < 4; level++) {
            Arbitrary<String> part = formula;
            formula = Arbitraries.oneOf(
                    part,
                    Combinators.combine(part, Arbitraries.of("+", "-", "*", "/", "^", "else"), part)
                            .as((left, operator, right) -> "(" + left + " " + operator + " " + right + ")"),
                    Combinators.combine(part, Arbitraries.of("abs", "sqrt", "ln", "exp", "round", "max"))
                            .as((operand, function) -> function + "(" + operand + ")"),
                    Combinators.combine(part, part, part)
                            .as((a, b, c) -> "(if " + a + " < " + b + " then " + c + " else -" + a + ")"));
        }
        return formula;
    }

    @Property
    void bytesComeToANumberOrToNone(@ForAll("bytes") String text) {
        answered(text);
    }

    @Property
    void wordsComeToANumberOrToNone(@ForAll("words") String text) {
        answered(text);
    }

    @Property
    void editedFormulasComeToANumberOrToNone(@ForAll("edits") String text) {
        answered(text);
    }

    @Property
    void formulasComeToANumberOrToNone(@ForAll("formulas") String text) {
        answered(text);
    }

    /** Any text of 64 KiB, made of few parts, has its answer in time. */
    @Property(tries = 60)
    void longTextsAreAnsweredInTime(@ForAll("words") String part, @ForAll("words") String other, @ForAll Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < LONGEST) {
            text.append(random.nextInt(4) == 0 ? other : part).append(' ');
        }
        assertTimeoutPreemptively(GENEROUS, () -> answered(text.substring(0, LONGEST)));
    }

    private static void answered(String text) {
        Checked<Formula> checked = Formula.check(SourceText.ofFormula(text));
        if (!checked.isValid()) {
            assertThat(checked.diagnostics()).anyMatch(Diagnostic::isError);
            return;
        }
        Formula formula = checked.orThrow();
        for (double value : VALUES) {
            Map<String, Double> values =
                    formula.inputs().stream().collect(Collectors.toMap(Function.identity(), name -> value));
            try {
                OptionalDouble result = formula.value(values);
                result.ifPresent(number -> assertThat(number).isFinite());
                assertThat(formula.why(values).isEmpty()).isEqualTo(result.isPresent());
            } catch (DiagnosticException e) {
                assertThat(e.diagnostics()).isNotEmpty();
            }
        }
    }
}

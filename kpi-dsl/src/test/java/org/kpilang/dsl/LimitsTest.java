package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Expression;
import org.kpilang.model.Definitions;
import org.kpilang.model.KpiDefinition;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/** What no text may do: overflow a stack, take long, or be read although it hides something. */
class LimitsTest {

    private static final int LINKS = 100_000;

    /** Chains; a formula may have 524,288 characters, so the longest stand in a file. */
    @ParameterizedTest
    @ValueSource(strings = {" + a", " - 1", " * a", " / a", " and a", " or a", " else a", "[opening]", "[a = \"b\"]"})
    void longChainIsFlat(String link) throws Exception {
        String text = "kpi k = a" + link.repeat(LINKS);
        String printed = onStack(512, () -> {
            Definitions first = KpiLanguage.definitions(text);
            Definitions second = KpiLanguage.definitions(text);
            assertThat(first.equals(second)).isTrue();
            assertThat(first.hashCode()).isEqualTo(second.hashCode());
            return first.of(KpiDefinition.class).get(0).formula().toString();
        });
        assertThat(printed).isEqualTo(text.substring("kpi k = ".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {" and a = \"b\"", " or a = \"b\"", ", all a", ", 1 year ago"})
    void longSelectorIsFlat(String link) throws Exception {
        String text = "kpi k = x[a = \"b\"" + link.repeat(LINKS) + "]";
        assertThat(onStack(512, () -> KpiLanguage.definitions(text).toString())).isNotEmpty();
    }

    static Stream<Arguments> nesting() {
        return Stream.of(
                Arguments.of("(", "1", ")"),
                Arguments.of("(1 + ", "1", ")"),
                Arguments.of("f(", "1", ")"),
                Arguments.of("f(1 + ", "1", ")"),
                Arguments.of("avg(", "1", " over 3 months)"),
                Arguments.of("if (", "1", ") then 1 else 2"),
                Arguments.of("if a then b else ", "1", ""),
                Arguments.of("not ", "a", ""),
                Arguments.of("- ", "a", ""),
                Arguments.of("2 ^ ", "a", ""),
                Arguments.of("a[b = \"c\"] - (", "a", ")"));
    }

    /**
     * Nobody needs the last line of defence, which catches the overflow of a stack: it points at the first character.
     */
    @ParameterizedTest
    @MethodSource("nesting")
    void deepNestingIsRefused(String open, String core, String close) throws Exception {
        for (int levels : List.of(400, 3_000)) {
            String text = open.repeat(levels) + core + close.repeat(levels);
            Diagnostic diagnostic = onStack(256, () -> KpiLanguage.parseFormula(SourceText.ofFormula(text)).diagnostics().get(0));
            assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.TOO_DEEP);
            assertThat(diagnostic.origin().span().end()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("nesting")
    void eightyLevelsAreRead(String open, String core, String close) throws Exception {
        String text = open.repeat(80) + core + close.repeat(80);
        Checked<Expression> parsed = onStack(256, () -> KpiLanguage.parseFormula(SourceText.ofFormula(text)));
        assertThat(parsed.diagnostics()).isEmpty();
    }

    @Test
    void deepNestingThatIsWrongAsWellIsRefused() throws Exception {
        for (String text : List.of("(".repeat(100_000), "f(".repeat(50_000) + "+", "x[" + "(".repeat(50_000))) {
            assertThat(onStack(256, () -> codes(KpiLanguage.parseFormula(SourceText.ofFormula(text)))))
                    .containsExactly(DiagnosticCode.TOO_DEEP);
        }
    }

    @Test
    void lengthIsLimited() {
        assertThat(codes(KpiLanguage.parseFormula(SourceText.ofFormula("1" + " ".repeat(524_287))))).isEmpty();
        assertThat(codes(KpiLanguage.parseFormula(SourceText.ofFormula("1" + " ".repeat(524_288)))))
                .containsExactly(DiagnosticCode.TOO_LONG);
        assertThat(codes(KpiLanguage.parseFile(SourceText.of("a.kpi", " ".repeat(4 * 1024 * 1024))))).isEmpty();
        assertThat(codes(KpiLanguage.parseFile(SourceText.of("a.kpi", " ".repeat(4 * 1024 * 1024 + 1)))))
                .containsExactly(DiagnosticCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a /* \uD800 */", "\"\uDC00\"", "a // \u202E", "a \u2066", "a\uFEFF"})
    void hiddenCharacterIsRefused(String text) {
        assertThat(codes(KpiLanguage.parseFormula(SourceText.ofFormula(text))))
                .containsExactly(DiagnosticCode.UNKNOWN_CHARACTER);
    }

    @Test
    void byteOrderMarkIsSkipped() {
        assertThat(KpiLanguage.formula("\uFEFFa + b")).hasToString("a + b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + * ", "((a) ", "a[ ", "if a then ", "a b ", "not (a and ", "f(a, ", "\"", "a = b < ",
            "/* ", "a /*"})
    void wrongTextIsExplainedQuickly(String part) {
        String text = part.repeat(130_000 / part.length());
        assertTimeout(Duration.ofSeconds(10),
                () -> assertThat(codes(KpiLanguage.parseFormula(SourceText.ofFormula(text)))).hasSize(1));
    }

    /** Operators that may belong to an inner or an outer operation: only one of the two is followed. */
    @ParameterizedTest
    @ValueSource(strings = {" ^ a", " ^ -a", " = not a", " ^ not a = b", " ^ -a + not a"})
    void wrongOperationsInsideEachOtherAreExplainedQuickly(String part) {
        String text = "a" + part.repeat(70) + " a";
        assertTimeout(Duration.ofSeconds(10),
                () -> assertThat(codes(KpiLanguage.parseFormula(SourceText.ofFormula(text)))).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a %s", "(%s + 1) < b < c", "x[%s in 5]", "input %s", "kpi a = b { %s }"})
    void messageIsShort(String text) {
        SourceText source = SourceText.of("a.kpi", text.replace("%s", "n".repeat(10_000)));
        assertThat(Stream.of(KpiLanguage.parseFormula(source), KpiLanguage.parseFile(source))
                .flatMap(parsed -> parsed.diagnostics().stream()))
                .allSatisfy(diagnostic -> assertThat(diagnostic.message() + diagnostic.hint()).hasSizeLessThan(700));
    }

    @Test
    @Timeout(20)
    void manyWrongStatementsEndTheReading() {
        String text = "kpi a = 1 + * 2\n".repeat(100_000);
        assertThat(KpiLanguage.parseFile(SourceText.of("a.kpi", text)).diagnostics()).hasSize(26)
                .last().extracting(Diagnostic::code).isEqualTo(DiagnosticCode.TOO_MANY_ERRORS);
    }

    private static List<DiagnosticCode> codes(Checked<?> parsed) {
        return parsed.diagnostics().stream().map(Diagnostic::code).toList();
    }

    private static <T> T onStack(int kibibytes, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "small stack", kibibytes * 1024L);
        thread.start();
        return task.get();
    }
}

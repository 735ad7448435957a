package org.kpilang.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    private static String snippet(String text, int start, int end) {
        Origin origin = Origin.of(SourceText.ofFormula(text), Span.of(start, end));
        String rendered = DiagnosticRenderer.render(Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, origin, "wrong"));
        return rendered.substring(rendered.indexOf('\n') + 1);
    }

    @Test
    void showsPlaceMessageLineCaretsAndHint() {
        SourceText text = SourceText.of("saas.kpi", "use standard\n\nkpi margin = (revenue - cost_of_sale) / revenue\n");
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, Origin.of(text, Span.of(38, 50)),
                "`cost_of_sale` is not defined", "did you mean `cost_of_sales`?");
        assertThat(DiagnosticRenderer.render(diagnostic)).isEqualTo("""
                saas.kpi:3:25: error KPI-N001: `cost_of_sale` is not defined
                  kpi margin = (revenue - cost_of_sale) / revenue
                                          ^^^^^^^^^^^^
                  hint: did you mean `cost_of_sales`?
                """);
    }

    @Test
    void withoutATextThereIsOnlyTheMessage() {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.CYCLE, Origin.NONE, "`a` needs itself");
        assertThat(DiagnosticRenderer.render(diagnostic)).isEqualTo("error KPI-N003: `a` needs itself\n");
        assertThat(DiagnosticRenderer.render(List.of(diagnostic, diagnostic)))
                .isEqualTo("error KPI-N003: `a` needs itself\n".repeat(2));
        assertThat(diagnostic.location()).isEmpty();
    }

    @Test
    void somethingMissingHasOneCaret() {
        assertThat(snippet("(a + b", 6, 6)).isEqualTo("  (a + b\n        ^\n");
        assertThat(snippet("(a + b  ", 8, 8)).isEqualTo("  (a + b\n          ^\n");
        assertThat(snippet("", 0, 0)).isEqualTo("  \n  ^\n");
        assertThat(snippet("a", 9, 12)).isEqualTo("  a\n   ^\n");
        assertThat(snippet("a\n", 2, 2)).isEqualTo("  \n  ^\n");
    }

    @Test
    void tabsBecomeOneBlank() {
        assertThat(snippet("\ta\t+ b", 1, 2)).isEqualTo("   a + b\n   ^\n");
        assertThat(snippet("\ta\t+ b", 5, 6)).isEqualTo("   a + b\n       ^\n");
    }

    @Test
    void wideCharactersTakeTwoColumnsAndMarksNone() {
        assertThat(snippet("売上 + x", 5, 6)).isEqualTo("  売上 + x\n         ^\n");
        assertThat(snippet("売上 + x", 0, 2)).isEqualTo("  売上 + x\n  ^^^^\n");
        assertThat(snippet("😀 + x", 4, 5)).isEqualTo("  😀 + x\n       ^\n");
        assertThat(snippet("ａ + x", 4, 5)).isEqualTo("  ａ + x\n       ^\n");
        assertThat(snippet("e\u0301 + x", 5, 6)).isEqualTo("  e\u0301 + x\n      ^\n");
        assertThat(snippet("e\u0301 + x", 1, 2)).isEqualTo("  e\u0301 + x\n   ^\n");
    }

    @Test
    void ofSeveralLinesTheFirstIsShown() {
        assertThat(snippet("a +\nb + c", 2, 7)).isEqualTo("  a +\n    ^\n");
        assertThat(snippet("a +\r\nb + c", 2, 7)).isEqualTo("  a +\n    ^\n");
        assertThat(snippet("a +\nb + c", 4, 5)).isEqualTo("  b + c\n  ^\n");
    }

    @Test
    void longLinesAreCutAroundTheSpan() {
        String terms = "+ a ".repeat(100);
        assertThat(snippet(terms + "!" + terms, 400, 401)).isEqualTo(
                "  …" + "+ a ".repeat(20) + "!" + "+ a ".repeat(19) + "+ a…\n" + "   " + " ".repeat(80) + "^\n");
        assertThat(snippet(terms + terms, 2, 3)).isEqualTo("  " + "+ a ".repeat(39) + "+ a…\n    ^\n");
        assertThat(snippet("a" + terms, 400, 401)).isEqualTo("  …" + "+ a ".repeat(39) + "+ a\n" + " ".repeat(162) + "^\n");
        assertThat(snippet("x".repeat(500), 0, 500)).isEqualTo("  " + "x".repeat(160) + "…\n  " + "^".repeat(160) + "\n");
    }

    @Test
    void whatCouldMoveTheCursorIsReplaced() {
        assertThat(snippet("a\u202eb\u0007\u200bc", 5, 6)).isEqualTo("  a\ufffdb\ufffd\ufffdc\n       ^\n");
        Origin origin = Origin.of(SourceText.of("a\u001b[2Jb", "x"), Span.at(0));
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.UNKNOWN_NAME, origin, "`a\u001b[31m` is\nno name", "say\u0008 b");
        assertThat(DiagnosticRenderer.render(diagnostic)).isEqualTo("""
                a\ufffd[2Jb:1:1: error KPI-N001: `a\ufffd[31m` is\ufffdno name
                  x
                  ^
                  hint: say\ufffd b
                """);
    }

    @Test
    void diagnosticsAreEqualWhenTheySayTheSameOfTheSamePlace() {
        SourceText text = SourceText.ofFormula("a + b");
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.CYCLE, Origin.of(text, Span.at(0)), "no", "hint");
        assertThat(diagnostic)
                .isEqualTo(Diagnostic.of(DiagnosticCode.CYCLE, Origin.of(text, Span.at(0)), "no", "hint"))
                .hasSameHashCodeAs(Diagnostic.of(DiagnosticCode.CYCLE, Origin.of(text, Span.at(0)), "no", "hint"))
                .isNotEqualTo(Diagnostic.of(DiagnosticCode.CYCLE, Origin.of(text, Span.at(1)), "no", "hint"))
                .isNotEqualTo(Diagnostic.of(DiagnosticCode.CYCLE, Origin.NONE, "no", "hint"))
                .isNotEqualTo(Diagnostic.of(DiagnosticCode.CYCLE, Origin.of(text, Span.at(0)), "no"))
                .isNotEqualTo(Diagnostic.of(DiagnosticCode.TOO_DEEP, Origin.of(text, Span.at(0)), "no", "hint"));
        assertThat(diagnostic.isError()).isTrue();
        assertThat(diagnostic).hasToString("formula:1:1: error KPI-N003: no");
    }

    @Test
    void anExceptionCarriesItsDiagnosticsAndTheirText() {
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.CYCLE, Origin.NONE, "no");
        DiagnosticException exception = new DiagnosticException(List.of(diagnostic, diagnostic));
        assertThat(exception.diagnostics()).containsExactly(diagnostic, diagnostic);
        assertThat(exception).hasMessage("error KPI-N003: no\nerror KPI-N003: no");
        assertThat(new DiagnosticException(diagnostic)).hasMessage("error KPI-N003: no");
        assertThatIllegalArgumentException().isThrownBy(() -> new DiagnosticException(List.of()));
    }

    @Test
    void codesAreUniqueAndSaidInOneStyle() {
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id)).doesNotHaveDuplicates()
                .allMatch(id -> id.matches("KPI-[A-Z]\\d{3}"));
        assertThat(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::title)).doesNotHaveDuplicates()
                .allMatch(title -> title.matches("[a-z][^.]*[^. ]") || title.startsWith("KPI"));
        assertThat(DiagnosticCode.CYCLE).hasToString("KPI-N003");
    }
}

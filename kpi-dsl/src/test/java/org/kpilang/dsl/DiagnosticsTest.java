package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/**
 * Golden files: {@code formula}, {@code file} or {@code kpi} for a file that is checked as well, the text, a line of
 * dashes, and all that is said about it. To write them anew, run with {@code -Dgolden.update=true} and review the
 * difference.
 */
class DiagnosticsTest {

    /**
     * Limits of long texts, models and questions, see {@link ChosenLimitsTest}; and what is wrong with examples, see
     * {@link FilesDiagnosticsTest}.
     */
    private static final List<String> TESTED_ELSEWHERE = List.of("KPI-L001", "KPI-L004", "KPI-L009", "KPI-L010", "KPI-L011",
            "KPI-L012", "KPI-L013", "KPI-L014", "KPI-L015", "KPI-L016", "KPI-M004", "KPI-M005");
    private static final String SEPARATOR = "\n----\n";

    static List<Path> files() {
        return Texts.files("diagnostics", ".txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrong(Path golden) throws IOException {
        String expected = Texts.read(golden);
        int separator = expected.indexOf(SEPARATOR);
        String head = expected.substring(0, separator);
        int firstLine = head.indexOf('\n');
        String text = head.substring(firstLine + 1);
        SourceText file = SourceText.of("test.kpi", text);
        Checked<?> parsed = head.startsWith("formula") ? KpiLanguage.parseFormula(SourceText.ofFormula(text))
                : head.startsWith("kpi") ? KpiLanguage.check(file) : KpiLanguage.parseFile(file);

        String said = DiagnosticRenderer.render(parsed.diagnostics());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, head + SEPARATOR + said);
        }
        assertThat(said).isEqualTo(expected.substring(separator + SEPARATOR.length()));
        assertThat(codes(parsed)).contains("KPI-" + golden.getFileName().toString().substring(0, 4));
        assertThat(parsed.diagnostics()).allSatisfy(diagnostic -> isWellSaid(diagnostic, text));
    }

    @Test
    void everyCodeOfTextsHasAnExample() {
        List<String> shown = files().stream().map(file -> "KPI-" + file.getFileName().toString().substring(0, 4)).toList();
        List<String> ofTexts = Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id)
                .filter(id -> id.startsWith("KPI-P") || id.startsWith("KPI-L") || id.startsWith("KPI-M")
                        || id.startsWith("KPI-R") || id.startsWith("KPI-A"))
                .filter(id -> !TESTED_ELSEWHERE.contains(id))
                .toList();
        assertThat(shown).containsAll(ofTexts).contains("KPI-K005");
    }

    private static List<String> codes(Checked<?> parsed) {
        return parsed.diagnostics().stream().map(diagnostic -> diagnostic.code().id()).toList();
    }

    private static void isWellSaid(Diagnostic diagnostic, String text) {
        assertThat(diagnostic.origin().span().end()).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
        assertThat(diagnostic.message()).doesNotContain("\n").doesNotEndWith(".");
        assertThat(diagnostic.message() + diagnostic.hint())
                .doesNotContain("EOF", "IDENTIFIER", "mismatched", "extraneous", "viable", "java.", "Exception");
    }
}

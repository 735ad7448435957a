package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/**
 * Golden files: the head of a {@link Scenario}, its text, a line of dashes, and all that is said about it. To write
 * them anew, run with {@code -Dgolden.update=true} and review the difference. A file is named after its code.
 */
class DiagnosticsTest {

    /** Where golden files are: these, those of {@link FilesDiagnosticsTest}, and those of files of tests. */
    private static final List<String> FOLDERS = List.of("diagnostics", "diagnostics-of-files", "testfiles");
    private static final String SEPARATOR = "\n----\n";

    static List<Path> files() {
        return Texts.files("diagnostics", ".txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrong(Path file) throws IOException {
        String golden = Texts.read(file);
        Scenario scenario = scenario(golden);
        List<Diagnostic> diagnostics = scenario.diagnostics();

        String said = DiagnosticRenderer.render(diagnostics);
        String complete = scenario.head() + "\n" + scenario.text() + SEPARATOR + said;
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, complete);
        } else {
            assertThat(complete).isEqualTo(golden);
        }
        assertThat(diagnostics).extracting(diagnostic -> diagnostic.code().id()).contains(code(file));
        assertThat(diagnostics).allSatisfy(DiagnosticsTest::isWellSaid);
    }

    /** After a fix, what it mends is not said any more. */
    @ParameterizedTest
    @MethodSource("files")
    void aFixTakesTheMistakeAway(Path file) {
        Scenario scenario = scenario(Texts.read(file));
        for (Diagnostic diagnostic : scenario.diagnostics()) {
            SourceText source = diagnostic.origin().source();
            if (diagnostic.fix() != null && source != null && source.text().equals(scenario.text())) {
                String fixed = diagnostic.fix().applyTo(source);
                assertThat(new Scenario(scenario.head(), fixed).diagnostics()).as(fixed)
                        .noneMatch(other -> place(other).equals(place(diagnostic)));
            }
        }
    }

    private static List<Object> place(Diagnostic diagnostic) {
        return List.of(diagnostic.code(), diagnostic.message(), diagnostic.location());
    }

    @Test
    void manyMistakesHaveAFix() {
        assertThat(files().stream().flatMap(file -> scenario(Texts.read(file)).diagnostics().stream())
                .filter(diagnostic -> diagnostic.fix() != null)).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAGoldenFile(DiagnosticCode code) {
        assertThat(FOLDERS.stream().flatMap(folder -> Texts.files(folder, ".txt").stream()).map(DiagnosticsTest::code)
                .distinct()).contains(code.id());
    }

    private static Scenario scenario(String golden) {
        int separator = golden.indexOf(SEPARATOR);
        String head = separator < 0 ? golden.stripTrailing() : golden.substring(0, separator);
        int firstLine = head.indexOf('\n');
        return new Scenario(head.substring(0, firstLine), head.substring(firstLine + 1));
    }

    private static String code(Path file) {
        return "KPI-" + file.getFileName().toString().substring(0, 4);
    }

    private static void isWellSaid(Diagnostic diagnostic) {
        SourceText source = diagnostic.origin().source();
        if (source != null) {
            assertThat(diagnostic.origin().span().end()).isLessThanOrEqualTo(source.length());
        }
        assertThat(diagnostic.message()).doesNotContain("\n").doesNotEndWith(".");
        assertThat(diagnostic.message() + diagnostic.hint())
                .doesNotContain("EOF", "IDENTIFIER", "mismatched", "extraneous", "viable", "java.", "Exception");
    }
}

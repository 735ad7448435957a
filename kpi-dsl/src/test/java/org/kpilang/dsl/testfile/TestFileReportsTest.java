package org.kpilang.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.dsl.Texts;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/**
 * Golden files: a file of tests, a line of dashes, and all that is said about it: what is wrong with it, or which tests
 * fail. To write them anew, run with {@code -Dgolden.update=true} and review the difference.
 */
class TestFileReportsTest {

    private static final String SEPARATOR = "\n----\n";

    static List<Path> files() {
        return Texts.files("testfiles", ".txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrong(Path file) throws IOException {
        String golden = Texts.read(file);
        int separator = golden.indexOf(SEPARATOR);
        String text = golden.substring(0, separator);
        Checked<TestFile> tests = TestFile.parse(SourceText.of("shop.kpitest", text));
        String said = tests.isValid()
                ? tests.orThrow().tests().stream().map(test -> test.run().report()).collect(Collectors.joining())
                : DiagnosticRenderer.render(tests.diagnostics());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, text + SEPARATOR + said);
        }
        assertThat(said).isNotEmpty().isEqualTo(golden.substring(separator + SEPARATOR.length()));
        String name = file.getFileName().toString();
        assertThat(tests.isValid()).isEqualTo(name.startsWith("failed"));
        if (!tests.isValid()) {
            assertThat(tests.diagnostics()).extracting(each -> each.code().id())
                    .contains("KPI-" + name.substring(0, 4));
        }
    }

    @Test
    void everyCodeOfTestsHasAnExample() {
        List<String> shown = files().stream().map(file -> "KPI-" + file.getFileName().toString().substring(0, 4))
                .toList();
        assertThat(shown).containsAll(Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id)
                .filter(id -> id.startsWith("KPI-T")).toList());
    }
}

package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/**
 * Golden files of models in several files, and of examples: each file after a line with its name, a line of dashes, and
 * all that is said. To write them anew, run with {@code -Dgolden.update=true} and review the difference.
 */
class FilesDiagnosticsTest {

    private static final String FOLDER = "diagnostics-of-files";
    private static final String SEPARATOR = "----\n";

    static List<Path> files() {
        return Texts.files(FOLDER, ".txt");
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsWrong(Path file) throws IOException {
        String golden = Texts.read(file);
        int separator = golden.indexOf(SEPARATOR);
        Map<String, String> texts = texts(golden.substring(0, separator));
        String main = texts.remove("main");
        Checked<Model> model = KpiLanguage.check(
                SourceText.of("main.kpi", main), Library.standard().or(Library.of(texts)));

        String said = DiagnosticRenderer.render(model.diagnostics());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, golden.substring(0, separator) + SEPARATOR + said);
        }
        assertThat(said).isEqualTo(golden.substring(separator + SEPARATOR.length()));
        assertThat(model.isValid()).isFalse();
        assertThat(model.diagnostics().stream().map(diagnostic -> diagnostic.code().id()))
                .contains("KPI-" + file.getFileName().toString().substring(0, 4));
    }

    /** The texts by their names; a line that begins with two equals signs names what follows. */
    private static Map<String, String> texts(String head) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String part : head.split("(?m)^== ")) {
            int end = part.indexOf('\n');
            if (end >= 0) {
                texts.put(part.substring(0, end), part.substring(end + 1));
            }
        }
        return texts;
    }

    @Test
    void codesOfFilesAndExamplesAreShown() {
        Stream<String> shown = files().stream().map(file -> "KPI-" + file.getFileName().toString().substring(0, 4));
        assertThat(shown).contains("KPI-N007", "KPI-M003", "KPI-M004", "KPI-M005", "KPI-N002", "KPI-P008");
    }
}

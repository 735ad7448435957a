package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.SourceText;

class CorpusTest {

    static List<Path> files() {
        return Texts.files("corpus", ".kpi");
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadWithoutComplaint(Path file) {
        assertThat(KpiLanguage.parseFile(SourceText.of(file.getFileName().toString(), Texts.read(file))).diagnostics())
                .isEmpty();
    }
}

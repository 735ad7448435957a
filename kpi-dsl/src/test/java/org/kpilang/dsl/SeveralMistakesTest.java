package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.DiagnosticRenderer;
import org.kpilang.source.SourceText;

/**
 * Files with several mistakes, each of which is told once, and nothing that only follows from it. A line with a mistake
 * ends in a comment with its code; what is said is told in the order of the text.
 */
class SeveralMistakesTest {

    private static final Pattern MARK = Pattern.compile("KPI-[A-Z][0-9]{3}");

    static List<Path> files() {
        return Texts.files("several-mistakes", ".kpi");
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachIsToldOnce(Path file) {
        String text = Texts.read(file);
        List<String> marked = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher mark = MARK.matcher(lines.get(i).replaceFirst("^[^/]*(/[^/][^/]*)*//", "//"));
            while (lines.get(i).contains("//") && mark.find()) {
                marked.add((i + 1) + " " + mark.group());
            }
        }
        var diagnostics = KpiLanguage.check(SourceText.of(file.getFileName().toString(), text)).diagnostics();
        assertThat(diagnostics.stream()
                .map(said -> said.origin().source().position(said.origin().span().start()).line() + " " + said.code()))
                .as(DiagnosticRenderer.render(diagnostics)).containsExactlyElementsOf(marked);
        assertThat(marked).hasSizeGreaterThan(2);
    }
}

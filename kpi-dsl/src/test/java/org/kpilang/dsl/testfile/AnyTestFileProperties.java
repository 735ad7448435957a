package org.kpilang.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.kpilang.dsl.Texts;
import org.kpilang.dsl.testing.KpiTests;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.SourceText;

/** Whatever is written into a file of tests, it is run or refused with a place inside the text. */
class AnyTestFileProperties {

    private static final List<String> LINES = List.of("test \"a\"", "test", "given months from 2024-01",
            "given x = 1, y = 40%", "given days from 2024-02-28 to 2024-03-02", "given", "  x  1 2 _ 3",
            "  y [region = \"a\"]  1 x3", "  x", "when x / y", "when x[last 2 months] at quarter by region",
            "when x in 2024", "when", "when x +", "  / y", "then 1 2 unknown", "then", "  a 1 2", "  total 1 ~ 0.1",
            "then error KPI-N001 at 1:1", "  unit USD", "  status red", "then none x4", "input x : stock",
            "kpi k = x / 0 { target 5 }", "}", "model a.kpi", "calendar iso weeks", "// comment", "",
            "given weeks from 2024-W01", "when k by nothing", "then 1e400", "then 1/0", "  x  1 x99999999",
            "  `x y`  1");

    @Provide
    Arbitrary<String> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(300)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(LINES).list().ofMinSize(1).ofMaxSize(16).map(lines -> String.join("\n", lines));
    }

    @Provide
    Arbitrary<String> edits() {
        Arbitrary<String> files = Arbitraries.of(KpiTests.files(Path.of("src/test/resources/conformance")).stream()
                .map(Texts::read).map(text -> text.substring(0, Math.min(1500, text.length()))).toList());
        return Combinators.combine(files, Arbitraries.integers().between(0, 1500), Arbitraries.integers().between(0, 7),
                        Arbitraries.of("", " ", "\n", "\"", "`", "[", "]", "then", "x3", "~", "_", ",", "given ",
                                "\n  "))
                .as((text, at, cut, inserted) -> {
                    int from = Math.min(at, text.length());
                    return text.substring(0, from) + inserted + text.substring(Math.min(text.length(), from + cut));
                });
    }

    @Property
    void bytesAreRunOrRefused(@ForAll("bytes") String text) {
        isRunOrRefused(text);
    }

    @Property
    void linesAreRunOrRefused(@ForAll("lines") String text) {
        isRunOrRefused(text);
    }

    @Property(tries = 150)
    void editedFilesAreRunOrRefused(@ForAll("edits") String text) {
        isRunOrRefused(text);
    }

    private static void isRunOrRefused(String text) {
        Checked<TestFile> tests = TestFile.parse(SourceText.of("any.kpitest", text));
        if (!tests.isValid()) {
            assertThat(tests.diagnostics()).anyMatch(Diagnostic::isError);
        }
        tests.diagnostics().forEach(diagnostic -> assertThat(diagnostic.origin().span().end())
                .isLessThanOrEqualTo(text.codePointCount(0, text.length())));
        tests.value().ifPresent(file -> file.tests().forEach(test -> {
            TestOutcome outcome = test.run();
            assertThat(outcome.passed()).isEqualTo(outcome.report().isEmpty());
        }));
    }
}

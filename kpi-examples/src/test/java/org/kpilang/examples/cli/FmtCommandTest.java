package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    private static final String UNTIDY = "kpi a=1 // größer\nkpi b =(2)";
    private static final String TIDY = "kpi a = 1  // größer\nkpi b = 2\n";

    @Test
    void changesTheFilesThatNeedIt(@TempDir Path folder) throws IOException {
        Path untidy = Files.writeString(folder.resolve("untidy.kpi"), UNTIDY);
        Path tidy = Files.writeString(folder.resolve("tidy.kpi"), TIDY);
        assertThat(Outcome.of("fmt", tidy.toString(), untidy.toString()))
                .isEqualTo(new Outcome(0, untidy + ": formatted\n", ""));
        assertThat(untidy).hasContent(TIDY);
        assertThat(Outcome.of("fmt", tidy.toString(), untidy.toString())).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void onlyNamesThemIfAsked(@TempDir Path folder) throws IOException {
        Path untidy = Files.writeString(folder.resolve("untidy.kpi"), UNTIDY);
        Path tidy = Files.writeString(folder.resolve("tidy.kpi"), TIDY);
        assertThat(Outcome.of("fmt", "--check", untidy.toString(), tidy.toString()))
                .isEqualTo(new Outcome(1, untidy + ": not formatted\n", ""));
        assertThat(untidy).hasContent(UNTIDY);
        assertThat(Outcome.of("fmt", "--check", tidy.toString())).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void leavesFilesWithErrorsAsTheyAre(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.kpi"), "kpi a=1+");
        Path untidy = Files.writeString(folder.resolve("untidy.kpi"), UNTIDY);
        Outcome outcome = Outcome.of("fmt", wrong.toString(), untidy.toString());
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.results()).isEqualTo(untidy + ": formatted\n");
        assertThat(outcome.messages()).startsWith(wrong + ":1:9: error KPI-P");
        assertThat(wrong).hasContent("kpi a=1+");
        assertThat(Outcome.of("fmt", "--check", wrong.toString()).exit()).isEqualTo(1);
    }

    @Test
    void laysOutStandardInput() {
        assertThat(withInput(UNTIDY, "fmt")).isEqualTo(new Outcome(0, TIDY, ""));
        assertThat(withInput(UNTIDY, "fmt", "-")).isEqualTo(new Outcome(0, TIDY, ""));
        assertThat(withInput(TIDY, "fmt", "--check")).isEqualTo(new Outcome(0, "", ""));
        assertThat(withInput(UNTIDY, "fmt", "--check")).isEqualTo(new Outcome(1, "standard input: not formatted\n", ""));
        Outcome wrong = withInput("kpi", "fmt");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.results()).isEmpty();
        assertThat(wrong.messages()).startsWith("standard input:1:4: error KPI-P");
    }

    @Test
    void everyFileOfTheExamplesIsFormatted() throws IOException {
        try (Stream<Path> files = Stream.of("saas", "src").flatMap(FmtCommandTest::files)) {
            List<String> names = files.map(Path::toString).toList();
            assertThat(names).hasSizeGreaterThan(5);
            assertThat(Outcome.of(Stream.concat(Stream.of("fmt", "--check"), names.stream()).toArray(String[]::new)))
                    .isEqualTo(new Outcome(0, "", ""));
        }
    }

    private static Stream<Path> files(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(file -> file.toString().endsWith(".kpi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome withInput(String text, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        try {
            return Outcome.of(arguments);
        } finally {
            System.setIn(before);
        }
    }
}

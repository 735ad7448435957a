package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.source.Progress;

class ProgressBarTest {

    private static final long MILLISECOND = 1_000_000;

    private final StringWriter written = new StringWriter();
    private long now = Long.MAX_VALUE - 500 * MILLISECOND;

    private ProgressBar bar(boolean wanted) {
        return new ProgressBar(new PrintWriter(written), wanted, () -> now);
    }

    private String written() {
        String text = written.toString().replace("\r\u001b[K", "<");
        written.getBuffer().setLength(0);
        return text;
    }

    @Test
    void isSilentForASecondAndErasedAtTheEnd() {
        ProgressBar bar = bar(true).begin("reading facts.csv");
        now += 999 * MILLISECOND;
        assertThat(bar.reached(500_000, 2_000_000)).isTrue();
        assertThat(written()).isEmpty();

        now += MILLISECOND;
        bar.reached(500_000, 2_000_000);
        assertThat(written()).isEqualTo("<reading facts.csv  ██████░░░░░░░░░░░░░░░░░░  25%  500,000");

        now += 99 * MILLISECOND;
        bar.reached(1_000_000, 2_000_000);
        assertThat(written()).isEmpty();

        now += MILLISECOND;
        bar.reached(1_000_000, Progress.UNKNOWN);
        assertThat(written()).isEqualTo("<reading facts.csv  1,000,000");

        bar.begin("putting facts in order");
        assertThat(written()).isEqualTo("<putting facts in order …");

        bar.close();
        bar.close();
        assertThat(written()).isEqualTo("<");
    }

    @Test
    void writesNothingThatNobodyWants() {
        try (ProgressBar bar = bar(false).begin("reading facts.csv")) {
            now += 5000 * MILLISECOND;
            bar.reached(1, 2);
            bar.begin("working out KPIs");
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void writesNothingForWhatTakesNoTime() {
        try (ProgressBar bar = bar(true).begin("reading facts.csv")) {
            bar.reached(2, 2);
        }
        assertThat(written()).isEmpty();
    }

    @Test
    void fitsIntoALine() {
        ProgressBar bar = bar(true);
        now += 1000 * MILLISECOND;
        bar.begin("reading " + "x".repeat(200));
        now += 100 * MILLISECOND;
        bar.reached(10_000_000, 9_999_999);
        assertThat(written()).endsWith(" 100%  10,000,000").satisfies(text ->
                assertThat(text.substring(text.lastIndexOf('<'))).hasSizeLessThan(80));
    }

    @ParameterizedTest
    @CsvSource({
        "xterm, /dev/pts/3,     true",
        "xterm, /dev/tty1,      true",
        "xterm, /dev/null,      false",
        "xterm, /tmp/error.log, false",
        "xterm, pipe:[123],     false",
        "dumb,  /dev/pts/3,     false",
        "'',    /dev/pts/3,     false"})
    void aTerminalIsKnownByWhatStandardErrorIs(String term, String target, boolean terminal, @TempDir Path folder)
            throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of(target));
        assertThat(StandardError.isTerminal(Map.of("TERM", term), link, null)).isEqualTo(terminal);
        assertThat(StandardError.isTerminal(Map.of(), link, null)).isFalse();
        assertThat(StandardError.isTerminal(Map.of("TERM", term), folder.resolve("nowhere"), null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"auto", "always", "never", "ALWAYS"})
    void resultsAreTheSameWithIt(String when) {
        String[] question = {"eval", "saas/saas.kpi", "--facts", "saas/saas.csv", "--kpi", "arpa", "--to", "2024-02"};
        String[] asked = Arrays.copyOf(question, question.length + 2);
        asked[question.length] = "--progress";
        asked[question.length + 1] = when;
        assertThat(Outcome.of(asked).results()).isNotEmpty().isEqualTo(Outcome.of(question).results());
    }

    @Test
    void refusesAnotherWord() {
        assertThat(Outcome.of("eval", "saas/saas.kpi", "--facts", "saas/saas.csv", "--progress", "maybe"))
                .extracting(Outcome::exit, Outcome::messages).satisfies(outcome -> {
                    assertThat(outcome.get(0)).isEqualTo(2);
                    assertThat(outcome.get(1).toString()).contains("`maybe` is not one of auto, always, never");
                });
    }
}

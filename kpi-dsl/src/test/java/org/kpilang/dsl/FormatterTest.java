package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;

/**
 * Golden files: {@code file} or {@code formula} and a width, the text, a line of dashes, and the text laid out. To
 * write them anew, run with {@code -Dgolden.update=true} and review the difference.
 */
class FormatterTest {

    private static final String SEPARATOR = "----\n";

    static List<Path> goldenFiles() {
        return Texts.files("format", ".txt");
    }

    static List<Path> corpus() {
        return Texts.files("corpus", ".kpi");
    }

    static List<Texts.Row> formulas() {
        return Texts.formulas();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void laysOut(Path file) throws IOException {
        String golden = Texts.read(file);
        int separator = golden.indexOf("\n" + SEPARATOR) + 1;
        int firstLine = golden.indexOf('\n') + 1;
        String[] head = golden.substring(0, firstLine).strip().split(" ");
        String text = golden.substring(firstLine, separator);
        Formatter.Options options = new Formatter.Options(Integer.parseInt(head[1]));

        String formatted = head[0].equals("file")
                ? Formatter.formatFile(SourceText.of("test.kpi", text), options).orThrow()
                : Formatter.formatFormula(SourceText.ofFormula(text), options).orThrow() + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, golden.substring(0, separator) + SEPARATOR + formatted);
        }
        assertThat(formatted).isEqualTo(golden.substring(separator + SEPARATOR.length()));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void corpusIsFormatted(Path file) {
        SourceText source = SourceText.of(file.getFileName().toString(), Texts.read(file));
        assertThat(Formatter.formatFile(source).orThrow()).isEqualTo(source.text());
        assertThat(Formatter.isFormatted(source)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void canonicalFormulaStaysAsItIs(Texts.Row row) {
        assertThat(Formatter.formatFormula(SourceText.ofFormula(row.canonical())).orThrow()).isEqualTo(row.canonical());
    }

    @Test
    void textWithErrorsIsNotLaidOut() {
        SourceText file = SourceText.of("a.kpi", "kpi a=1+\nkpi b  = 2");
        Checked<String> formatted = Formatter.formatFile(file);
        assertThat(formatted.isValid()).isFalse();
        assertThat(formatted.diagnostics()).isEqualTo(KpiLanguage.parseFile(file).diagnostics());
        assertThat(Formatter.isFormatted(file)).isFalse();
        assertThat(Formatter.formatFormula(SourceText.ofFormula("(a")).isValid()).isFalse();
    }

    @Test
    void unformattedFileIsFound() {
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi a = 1\n"))).isTrue();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi a = 1"))).isFalse();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi a  = 1\n"))).isFalse();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi a = 1\r\n"))).isFalse();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi aaa = bbb + ccc\n"), new Formatter.Options(20))).isTrue();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi aaa = bbb + cccc\n"), new Formatter.Options(20))).isTrue();
        assertThat(Formatter.isFormatted(SourceText.of("a.kpi", "kpi aaa = bbb + ccccc\n"), new Formatter.Options(20))).isFalse();
    }

    @Test
    void lineHasACertainWidth() {
        assertThatThrownBy(() -> new Formatter.Options(19)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {" + a", " / a", " and a", " else a", "[opening]", "[a = \"b\"]"})
    void longChainIsLaidOutOnASmallStack(String link) throws Exception {
        String text = "kpi k = a" + link.repeat(10_000);
        FutureTask<Checked<String>> task = new FutureTask<>(() -> Formatter.formatFile(SourceText.of("a.kpi", text)));
        new Thread(null, task, "small stack", 256 * 1024).start();
        assertThat(KpiLanguage.definitions(task.get().orThrow())).isEqualTo(KpiLanguage.definitions(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1 + %s)", "f(%s)", "avg(%s over 3 months)", "if %s then a else b", "not %s", "- %s", "2 ^ %s"})
    void nestingIsLaidOutOnASmallStack(String level) throws Exception {
        String text = "a";
        for (int i = 0; i < 90; i++) {
            text = level.replace("%s", level.startsWith("if") ? "(" + text + ")" : text);
        }
        SourceText source = SourceText.ofFormula(text);
        FutureTask<Checked<String>> task = new FutureTask<>(() -> Formatter.formatFormula(source));
        new Thread(null, task, "small stack", 256 * 1024).start();
        assertThat(KpiLanguage.formula(task.get().orThrow())).isEqualTo(KpiLanguage.formula(text));
    }

    @Test
    void resultThatIsTooLongToReadIsRefused() {
        Checked<String> formatted = Formatter.formatFormula(SourceText.ofFormula("a" + "+a".repeat(260_000)));
        assertThat(formatted.diagnostics()).extracting(diagnostic -> diagnostic.code()).containsExactly(DiagnosticCode.TOO_LONG);
    }

    @Test
    void megabyteIsLaidOutQuickly() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1_000_000; i++) {
            text.append("input revenue_").append(i).append(" : USD flow // comment ").append(i).append('\n')
                    .append("kpi margin_").append(i).append(" = (revenue_").append(i)
                    .append(" - cost[last 12 months]) / max(revenue, 1) + other * something - more")
                    .append(" { unit percent better higher }\n");
        }
        assertTimeout(Duration.ofSeconds(20),
                () -> assertThat(Formatter.formatFile(SourceText.of("a.kpi", text.toString())).isValid()).isTrue());
    }
}

package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.SourceText;

/** Long, deep and hidden texts: an answer in time, or none. */
class AssistantLimitsTest {

    private static final Duration GENEROUS = Duration.ofSeconds(20);
    private static final int LONG = 64 * 1024;
    private static final Assistant FORMULAS = Assistant.of(List.of("revenue", "a"));

    @ParameterizedTest
    @ValueSource(strings = {"a + ", "a ^ ", "a ^ - ", "(a) + ", "f(a, ", "(", "a[previous, ", "if a then a else ",
            "not ", "a = not ", "x[a = \"b\" or ", "a else ", "` + ", "\" + ", "1 ", "+ * ",
            ") ", "/* ", "// \n", "\uD83D\uDE00 + "})
    void longTextsHaveAnAnswerInTime(String part) {
        String text = part.repeat(LONG / part.length());
        assertTimeout(GENEROUS, () -> ask(FORMULAS, SourceText.ofFormula(text)));
        assertTimeout(GENEROUS, () -> ask(Assistant.ofFiles(), SourceText.of("long.kpi", "kpi k = " + text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kpi a = b +\n", "kpi a = b { unit\n", "input a : flow\n", "kpi a = a\n",
            "define f(x) = f(\n"})
    void longFilesHaveAnAnswerInTime(String statement) {
        String text = statement.repeat(LONG / statement.length());
        assertTimeout(GENEROUS, () -> ask(Assistant.ofFiles(), SourceText.of("long.kpi", text + "kpi last = ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "f(", "- ", "not ", "2 ^ ", "a[b = \"c\"] - (", "x[("})
    void deepTextsNeedASmallStackOnly(String part) throws Exception {
        for (int levels : List.of(80, 400, 3_000)) {
            String text = part.repeat(levels);
            assertThat(onStack(256, () -> ask(FORMULAS, SourceText.ofFormula(text)))).isTrue();
            assertThat(onStack(256, () -> ask(Assistant.ofFiles(), SourceText.of("deep.kpi",
                    "kpi k = a\nkpi deep = " + text + "\nkpi other = ")))).isTrue();
        }
    }

    @Test
    void nothingIsSaidBeyondTheLimits() {
        SourceText text = SourceText.ofFormula("revenue + ");
        Assistant strict = FORMULAS.with(Limits.STANDARD.with(Limit.FORMULA_LENGTH, 9));
        assertThat(strict.complete(text, 10)).isEmpty();
        assertThat(strict.describe(text, 3)).isEmpty();
        assertThat(FORMULAS.with(Limits.STANDARD.with(Limit.FORMULA_LENGTH, 10)).complete(text, 10)).isNotEmpty();
        Assistant files = Assistant.ofFiles().with(Limits.STANDARD.with(Limit.FILE_LENGTH, 9));
        assertThat(files.complete(SourceText.of("a.kpi", "kpi a = b "), 10)).isEmpty();
    }

    @Test
    void hiddenCharactersMatterBeforeTheCursorOnly() {
        SourceText text = SourceText.ofFormula("revenue + \u202E rev");
        assertThat(FORMULAS.complete(text, 10)).isNotEmpty();
        assertThat(FORMULAS.complete(text, 15)).isEmpty();
    }

    @Test
    void manyWrongStatementsHideNoDefinitions() {
        String text = "input sales : flow\n" + "kpi wrong = 1 + * 2\n".repeat(60) + "input later : flow\nkpi k = ";
        assertThat(Assistant.ofFiles().complete(SourceText.of("a.kpi", text), text.length()))
                .extracting(Completion::text).contains("sales", "later");
    }

    @Test
    void manyNamesAreSearchedInTime() {
        List<String> names = IntStream.range(0, 20_000).mapToObj(i -> "name_" + i).collect(Collectors.toList());
        Assistant assistant = Assistant.of(names);
        assertTimeout(GENEROUS, () -> {
            assertThat(assistant.complete(SourceText.ofFormula("1 + name_1999"), 13)).extracting(Completion::text)
                    .startsWith("name_1999", "name_19990");
            assertThat(assistant.complete(SourceText.ofFormula("nmae_1999x"), 10)).isNotEmpty();
        });
    }

    private static boolean ask(Assistant assistant, SourceText text) {
        assistant.complete(text, text.length());
        assistant.describe(text, text.length());
        assistant.describe(text, text.length() / 2);
        return true;
    }

    private static <T> T onStack(int kibibytes, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "small stack", kibibytes * 1024L);
        thread.start();
        return task.get();
    }
}

package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;

/** Reads a question: a formula, and after it for what it is asked. */
final class QuestionReader {

    private static final String FORM = "after the formula may stand `at quarter`, `from 2024-01`, `to 2024-06`,"
            + " `in 2024-Q1` and `by region`";

    private final SourceText source;
    private final Problems problems;
    private @Nullable Grain grain;
    private @Nullable Word from;
    private @Nullable Word to;
    private final List<String> by = new ArrayList<>();

    QuestionReader(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    Question read(Block block) {
        Line first = block.head();
        Line last = block.lines().get(block.lines().size() - 1);
        // Blanks stand for the word before the formula, so that all that follows is at its place.
        String text = " ".repeat(block.afterWord())
                + source.text().substring(first.start() + block.afterWord(), last.start() + last.text().length());
        int end = FormulaEnd.of(text);
        for (Line line : block.lines()) {
            int rest = Math.max(0, first.start() + end - line.start());
            if (rest < line.text().length()) {
                clauses(Words.of(line, rest, problems));
            }
        }
        String formula = text.substring(0, end).stripTrailing();
        if (formula.isEmpty()) {
            problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, first.span(), "a formula is expected after `when`", FORM);
        }
        return new Question(SourceText.excerpt(source.name(), first.number(), formula), grain, from, to, by);
    }

    /** Reads what a line says after the formula. */
    private void clauses(Words words) {
        while (!words.peek().isEnd() && !words.isBroken()) {
            Word clause = words.take();
            switch (clause.sort() == Word.Sort.PLAIN ? clause.text() : "") {
                case "at" -> grain = grain(words);
                case "from" -> from = period(words);
                case "to" -> to = period(words);
                case "in" -> {
                    from = period(words);
                    to = from;
                }
                case "by" -> {
                    do {
                        by.add(named(words, "a dimension is expected after `by`").name());
                    } while (words.takes(','));
                }
                default -> {
                    problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, clause.span(),
                            clause.shown() + " is not expected here", FORM);
                    return;
                }
            }
        }
    }

    private @Nullable Grain grain(Words words) {
        Word word = named(words, "a length of time is expected after `at`");
        Grain read = Grains.of(word.text()).orElse(null);
        if (read == null && !word.isEnd()) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, word.span(), word.shown() + " is no length of time",
                    "write `day`, `week`, `month`, `quarter` or `year`");
        }
        return read;
    }

    private @Nullable Word period(Words words) {
        Word word = named(words, "a period is expected here");
        return word.isEnd() ? null : word;
    }

    private Word named(Words words, String message) {
        if (!words.peek().isName()) {
            problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, words.peek().span(), message, FORM);
        }
        return words.take();
    }
}

package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.series.Absence;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Position;
import org.kpilang.source.Severity;
import org.kpilang.source.Suggestion;

/** Reads what is expected, line by line. */
final class ExpectationReader {

    private final Problems problems;
    private final ValueAllowance allowance;
    private final int dimensions;

    /**
     * @param dimensions how many the question is asked by
     */
    ExpectationReader(Problems problems, ValueAllowance allowance, int dimensions) {
        this.problems = problems;
        this.allowance = allowance;
        this.dimensions = dimensions;
    }

    List<Expectation> read(Block block) {
        List<Expectation> expectations = new ArrayList<>();
        Words head = Words.of(block.head(), block.afterWord(), problems);
        boolean silent = head.peek().isEnd();
        if (!silent) {
            line(head, expectations);
        }
        block.rows().forEach(row -> line(Words.of(row, 0, problems), expectations));
        if (silent && block.rows().isEmpty()) {
            problems.add(DiagnosticCode.TEST_NOT_COMPLETE, block.head().span(), "nothing is expected after `then`",
                    "write a value for each period, or `error` and a code");
        }
        return expectations;
    }

    private void line(Words words, List<Expectation> expectations) {
        if (words.isBroken()) {
            return;
        } else if (words.takes("error")) {
            problem(words, Severity.ERROR, expectations);
        } else if (words.takes("warning")) {
            problem(words, Severity.WARNING, expectations);
        } else if (words.takes("unit")) {
            StringBuilder unit = new StringBuilder();
            while (!words.peek().isEnd()) {
                unit.append(unit.length() == 0 ? "" : " ").append(words.take().text());
            }
            expectations.add(new Expectation.UnitOf(unit.toString()));
        } else {
            expectations.add(row(words));
        }
        if (!words.peek().isEnd()) {
            refuse(words.take(), "is not expected here", null);
        }
    }

    private void problem(Words words, Severity severity, List<Expectation> expectations) {
        Word word = words.take();
        Optional<DiagnosticCode> code = Arrays.stream(DiagnosticCode.values())
                .filter(each -> each.id().equals(word.text()) && each.severity() == severity).findFirst();
        if (code.isEmpty()) {
            refuse(word, "is no code of " + (severity == Severity.ERROR ? "an error" : "a warning"),
                    Suggestion.hint(word.text(),
                            Arrays.stream(DiagnosticCode.values()).map(DiagnosticCode::id).toList()));
            return;
        }
        Position position = null;
        String under = null;
        if (words.takes("at")) {
            Word place = words.take();
            if (place.sort() == Word.Sort.TEXT) {
                under = place.text();
            } else if (place.text().matches("[1-9]\\d{0,6}:[1-9]\\d{0,6}")) {
                String[] parts = place.text().split(":");
                position = new Position(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } else {
                refuse(place, "is no place",
                        "write a line and a column, `at 1:9`, or the text that is wrong, `at \"x / y\"`");
            }
        }
        expectations.add(new Expectation.Problem(code.get(), position, under));
    }

    private Expectation.Row row(Words words) {
        List<String> members = dimensions == 0 ? List.of() : members(words);
        Expectation.Measure measure = words.takes("target") ? Expectation.Measure.TARGET
                : words.takes("status") ? Expectation.Measure.STATUS : Expectation.Measure.VALUE;
        List<ExpectedCell> cells = new ArrayList<>();
        while (!words.peek().isEnd() && !words.peek().isSign('~')) {
            Word word = words.take();
            int times = cells.isEmpty() ? 0 : WrittenNumber.times(word.text());
            if (times == 0) {
                cell(word, measure).ifPresent(cells::add);
            } else if (!allowance.takes(times)) {
                refuse(word, "makes more than a million values in one file", null);
            } else {
                for (int i = 1; i < times; i++) {
                    cells.add(cells.get(cells.size() - 1));
                }
            }
        }
        if (cells.isEmpty() && !problems.hasErrors()) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, words.peek().span(),
                    "a value is expected for each period", null);
        }
        return new Expectation.Row(measure, members, cells, words.takes('~') ? tolerance(words.take()) : -1);
    }

    private double tolerance(Word word) {
        OptionalDouble tolerance = WrittenNumber.of(word.text());
        if (tolerance.isEmpty() || tolerance.getAsDouble() < 0) {
            refuse(word, "does not say how far a value may be off", "write a number such as `~ 0.005`");
        }
        return tolerance.orElse(0);
    }

    private Optional<ExpectedCell> cell(Word word, Expectation.Measure measure) {
        if (measure == Expectation.Measure.STATUS && word.sort() != Word.Sort.SIGN) {
            return Optional.of(ExpectedCell.status(word.text()));
        }
        Optional<ExpectedCell> cell = word.sort() == Word.Sort.PLAIN ? ExpectedCell.of(word.text()) : Optional.empty();
        if (cell.isEmpty()) {
            List<String> words = new ArrayList<>(List.of("unknown", "undefined", "none"));
            Arrays.stream(Absence.values()).map(Absence::name).forEach(words::add);
            String hint = Suggestion.hint(word.text(), words);
            refuse(word, "is neither a value nor a reason for which there is none",
                    hint != null ? hint
                            : "write a number such as `1200`, `40%` or `10/3`, or `unknown`, `undefined`, `none`");
        }
        return cell;
    }

    /** The members at the start of a row, of one dimension after the other; a total has fewer. */
    private List<String> members(Words words) {
        List<String> members = new ArrayList<>();
        boolean total = false;
        do {
            Word word = words.take();
            if (word.isEnd() || word.sort() == Word.Sort.SIGN) {
                refuse(word, "is no member", "begin a row with the part of the business, such as `EMEA` or `total`");
                return members;
            }
            boolean sum = word.sort() == Word.Sort.PLAIN && word.text().toLowerCase(Locale.ROOT).equals("total");
            if (total && !sum || members.size() == dimensions) {
                refuse(word, "is one member too many", null);
            }
            total |= sum;
            if (!sum) {
                members.add(word.text());
            }
        } while (words.takes(','));
        return members;
    }

    private void refuse(Word word, String message, @Nullable String hint) {
        problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, word.span(), word.shown() + " " + message, hint);
    }
}

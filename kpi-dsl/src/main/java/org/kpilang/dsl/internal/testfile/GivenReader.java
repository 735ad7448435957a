package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;

/** Reads a block of facts. */
final class GivenReader {

    private static final String FORM = "write `given months from 2024-01`, and below it a line for each input";

    private final SourceText source;
    private final Problems problems;
    private final ValueAllowance allowance;

    GivenReader(SourceText source, Problems problems, ValueAllowance allowance) {
        this.source = source;
        this.problems = problems;
        this.allowance = allowance;
    }

    /** The facts, or null if the head cannot be read. */
    @Nullable Given read(Block block) {
        Words head = Words.of(block.head(), block.afterWord(), problems);
        if (head.peek().isEnd()) {
            return single(block, List.of());
        }
        Grain grain = head.peek().isName() ? Grains.of(head.peek().text()).orElse(null) : null;
        if (grain == null) {
            List<FactRow> numbers = new ArrayList<>();
            do {
                numbers.add(number(head));
            } while (head.takes(','));
            end(head, "a comma and one more `name = value`");
            return single(block, numbers);
        }
        head.take();
        if (!head.takes("from") || !head.peek().isName()) {
            refuse(head, "`from` and a period are expected after the length of time", FORM);
            return null;
        }
        Word from = head.take();
        Word to = head.takes("to") ? head.take() : null;
        end(head, "`to` and a period");
        if (block.rows().isEmpty()) {
            problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, block.head().span(), "no facts are given", FORM);
        }
        return new Given(grain, from, to, block.rows().stream().map(this::row).toList());
    }

    private Given single(Block block, List<FactRow> numbers) {
        List<FactRow> rows = new ArrayList<>(numbers);
        for (Line line : block.rows()) {
            FactRow row = row(line);
            if (row.values().size() > 1) {
                problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, line.span(),
                        "several values and no period for the first", FORM);
            }
            rows.add(row);
        }
        return new Given(null, null, null, rows);
    }

    /** {@code revenue = 200}. */
    private FactRow number(Words words) {
        Word name = name(words);
        if (!words.takes('=')) {
            refuse(words, "`=` and a value are expected after " + name.shown(),
                    "write `given revenue = 200, cost = 120`, or `given months from 2024-01` and lines below it");
        }
        return new FactRow(name.name(), Map.of(), List.of(value(words.take())), Origin.of(source, name.span()));
    }

    /** {@code revenue [region = "EMEA"]  100  120  _}. */
    private FactRow row(Line line) {
        Words words = Words.of(line, 0, problems);
        if (words.isBroken()) {
            return new FactRow("", Map.of(), List.of(), Origin.of(source, line.span()));
        }
        Word name = name(words);
        Map<String, String> members = new LinkedHashMap<>();
        if (words.takes('[')) {
            do {
                member(words, members);
            } while (words.takes(',') || words.takes("and"));
            if (!words.takes(']')) {
                refuse(words, "`]` is expected after the members", "write `[region = \"EMEA\", channel = \"email\"]`");
            }
        }
        return new FactRow(name.name(), members, values(words), Origin.of(source, name.span()));
    }

    private Word name(Words words) {
        if (!words.peek().isName()) {
            refuse(words, "the name of an input is expected", FORM);
        }
        return words.take();
    }

    private void member(Words words, Map<String, String> members) {
        Word dimension = words.take();
        boolean equal = words.takes('=');
        Word member = words.take();
        if (!dimension.isName() || !equal || member.sort() != Word.Sort.TEXT) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, dimension.span().to(member.span()),
                    "a dimension and its member are expected", "write `[region = \"EMEA\"]`");
        } else if (members.putIfAbsent(dimension.name(), member.text()) != null) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, dimension.span(), dimension.shown() + " is given twice",
                    null);
        }
    }

    private List<Double> values(Words words) {
        List<Double> values = new ArrayList<>();
        while (!words.peek().isEnd()) {
            Word word = words.take();
            int times = values.isEmpty() ? 0 : WrittenNumber.times(word.text());
            if (times == 0) {
                values.add(value(word));
            } else if (!allowance.takes(times)) {
                problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, word.span(),
                        "more than a million values in one file", null);
            } else {
                Double repeated = values.get(values.size() - 1);
                for (int i = 1; i < times; i++) {
                    values.add(repeated);
                }
            }
        }
        if (values.isEmpty()) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, words.peek().span(),
                    "values are expected after the input",
                    "write a number for each period, and `_` where there is no fact");
        }
        return values;
    }

    private double value(Word word) {
        OptionalDouble number = word.isPlain("_") ? OptionalDouble.of(Double.NaN)
                : word.sort() == Word.Sort.PLAIN ? WrittenNumber.of(word.text()) : OptionalDouble.empty();
        if (number.isEmpty()) {
            problems.add(DiagnosticCode.TEST_VALUE_NOT_VALID, word.span(), word.shown() + " is no value",
                    "write a number such as `1200`, `-0.5`, `40%` or `25k`, or `_` where there is no fact");
        }
        return number.orElse(Double.NaN);
    }

    private void end(Words words, String expected) {
        if (!words.peek().isEnd()) {
            refuse(words, words.peek().shown() + " is not expected here", "what may follow is " + expected);
        }
    }

    private void refuse(Words words, String message, String hint) {
        problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, words.peek().span(), message, hint);
    }
}

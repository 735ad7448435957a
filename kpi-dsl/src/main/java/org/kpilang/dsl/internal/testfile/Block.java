package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.expression.Names;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Suggestion;

/** Some lines that belong together: one that is not indented, and the indented ones below it. */
record Block(Kind kind, List<Line> lines) {

    enum Kind {
        TEST,
        MODEL,
        GIVEN,
        WHEN,
        THEN,
        /** Statements of the language, for as many lines as there are. */
        DEFINITIONS;

        /** The word that begins such a block. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return Arrays.stream(values()).filter(kind -> kind != DEFINITIONS && kind.word().equals(word)).findFirst()
                    .orElse(DEFINITIONS);
        }
    }

    /** The blocks of a file, in the order written. */
    static List<Block> of(List<Line> lines, Problems problems) {
        List<Block> blocks = new ArrayList<>();
        Block current = null;
        for (Line line : lines) {
            Kind kind = line.isIndented() || line.isEmpty() ? null : Kind.of(line.firstWord());
            if (kind != null && !(kind == Kind.DEFINITIONS && current != null && current.kind == kind)) {
                misspelt(line, kind).ifPresent(hint -> problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, line.span(),
                        "`" + line.firstWord() + "` begins no part of a test", hint));
                current = new Block(kind, new ArrayList<>());
                blocks.add(current);
            }
            add(line, current, problems);
        }
        return blocks;
    }

    private static void add(Line line, @Nullable Block block, Problems problems) {
        if (block != null) {
            block.lines.add(line);
        } else if (!line.isEmpty()) {
            problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, line.span(), "an indented line that belongs to nothing",
                    "begin the line above it with `given`, `when` or `then`, or do not indent it");
        }
    }

    /** A hint for a line that looks like part of a test and would be read as a statement. */
    private static Optional<String> misspelt(Line line, Kind kind) {
        String word = line.firstWord();
        return kind != Kind.DEFINITIONS || Names.KEYWORDS.contains(word) ? Optional.empty()
                : Optional.ofNullable(Suggestion.hint(word, List.of("test", "model", "given", "when", "then")));
    }

    Line head() {
        return lines.get(0);
    }

    /** The index at which the head goes on after its first word. */
    int afterWord() {
        return kind.word().length();
    }

    /** The lines below the head that say something. */
    List<Line> rows() {
        return lines.subList(1, lines.size()).stream().filter(line -> !line.isEmpty()).toList();
    }
}

package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.expression.Names;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Suggestion;

/** Some lines that belong together: one that is not indented, and the indented ones below it. */
record Block(Kind kind, List<Line> lines) {

    private static final List<String> WORDS = List.of("test", "model", "given", "when", "then");

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
            Kind kind = line.isIndented() || line.isEmpty() ? null : kind(line, problems);
            if (kind != null && !(kind == Kind.DEFINITIONS && current != null && current.kind == kind)) {
                current = new Block(kind, new ArrayList<>());
                blocks.add(current);
            }
            add(line, current, problems);
        }
        return blocks;
    }

    /** What a line begins; a word that is nearly one of a test is taken for it, after a complaint. */
    private static Kind kind(Line line, Problems problems) {
        String word = line.firstWord();
        Kind kind = Kind.of(word);
        if (kind != Kind.DEFINITIONS || Names.KEYWORDS.contains(word)) {
            return kind;
        }
        Kind otherCase = Kind.of(word.toLowerCase(Locale.ROOT));
        List<String> near = otherCase != Kind.DEFINITIONS ? List.of(otherCase.word()) : Suggestion.nearest(word, WORDS);
        if (near.isEmpty()) {
            return kind;
        }
        problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, line.span(0, word.length()),
                "`" + word + "` begins no part of a test", "did you mean `" + near.get(0) + "`?");
        return Kind.of(near.get(0));
    }

    private static void add(Line line, @Nullable Block block, Problems problems) {
        if (block != null) {
            block.lines.add(line);
        } else if (!line.isEmpty()) {
            problems.add(DiagnosticCode.TEST_LINE_NOT_VALID, line.span(), "an indented line that belongs to nothing",
                    "begin the line above it with `given`, `when` or `then`, or do not indent it");
        }
    }

    Line head() {
        return lines.get(0);
    }

    /** The index at which the head goes on after its first word. */
    int afterWord() {
        return head().firstWord().length();
    }

    /** The lines below the head that say something. */
    List<Line> rows() {
        return lines.subList(1, lines.size()).stream().filter(line -> !line.isEmpty()).toList();
    }
}

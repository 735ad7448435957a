package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Suggestion;

/** Reads a word that is one of some, where the words are not part of the grammar. */
final class Choice {

    private final Problems problems;

    Choice(Problems problems) {
        this.problems = problems;
    }

    /** The word, or nothing and a problem that lists the words. */
    Optional<String> oneOf(DiagnosticCode code, ParserRuleContext context, String what, List<String> words) {
        String word = context.getText();
        if (words.contains(word)) {
            return Optional.of(word);
        }
        String nearest = Suggestion.hint(word, words);
        problems.add(code, context, "expected " + what + ", found `" + word + "`",
                nearest != null ? nearest : "write one of `" + String.join("`, `", words) + "`");
        return Optional.empty();
    }
}

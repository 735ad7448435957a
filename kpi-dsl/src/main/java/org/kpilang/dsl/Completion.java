package org.kpilang.dsl;

import java.util.Objects;
import org.kpilang.source.Span;

/**
 * One way to go on with a text: put {@code text} in the place of {@code replaced}.
 *
 * @param replaced the word that is being typed, of which the cursor is inside or at the end; empty where there is none
 * @param text     what to put there as it stands, with backticks, blanks or an opening bracket where they are needed
 * @param kind     what it is
 * @param label    what to show in a list: {@code revenue}, {@code growth(value, ago)}
 * @param detail   what to show beside it, in a few words; may be empty
 */
public record Completion(Span replaced, String text, SymbolKind kind, String label, String detail) {

    public Completion {
        Objects.requireNonNull(replaced, "replaced is null");
        Objects.requireNonNull(text, "text is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(label, "label is null");
        Objects.requireNonNull(detail, "detail is null");
    }
}

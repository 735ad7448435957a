package org.kpilang.dsl;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Span;
import org.kpilang.unit.Unit;

/**
 * What there is to say about a word of a text.
 *
 * @param span  the word
 * @param kind  what it is
 * @param title the word as people know it: {@code revenue}, {@code growth(value, ago)}
 * @param unit  the unit of its values, or null if it has none or it is not known
 * @param text  one or more lines, each of them a fragment
 */
public record Description(Span span, SymbolKind kind, String title, @Nullable Unit unit, String text) {

    public Description {
        Objects.requireNonNull(span, "span is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(title, "title is null");
        Objects.requireNonNull(text, "text is null");
    }
}

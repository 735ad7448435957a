package org.kpilang.source;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a tree was written. An origin says where a value comes from and is not part of the value: <b>all
 * origins are equal</b>, so that two trees are equal when they mean the same, wherever they were written.
 */
public final class Origin {

    /** The origin of what was built in Java and written nowhere. */
    public static final Origin NONE = new Origin(null, Span.at(0));

    private final @Nullable SourceText source;
    private final Span span;

    private Origin(@Nullable SourceText source, Span span) {
        this.source = source;
        this.span = Objects.requireNonNull(span, "span is null");
    }

    public static Origin of(SourceText source, Span span) {
        return new Origin(Objects.requireNonNull(source, "source is null"), span);
    }

    /** The text, or null when the part was built in Java. */
    public @Nullable SourceText source() {
        return source;
    }

    public Span span() {
        return span;
    }

    public boolean isKnown() {
        return source != null;
    }

    /** The origin that covers this one and another of the same text; the known one if only one is known. */
    public Origin to(Origin other) {
        if (source == null) {
            return other;
        }
        return other.source == null ? this : new Origin(source, span.to(other.span));
    }

    /**
     * The first place inside this one where a word stands alone, so that a message about the word points at it; this
     * origin if there is none.
     */
    public Origin at(String word) {
        if (source == null || word.isEmpty()) {
            return this;
        }
        String text = source.slice(span);
        for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
            if (!isWordPart(text, i - 1) && !isWordPart(text, i + word.length())) {
                int start = span.start() + text.codePointCount(0, i);
                return new Origin(source, Span.of(start, start + word.codePointCount(0, word.length())));
            }
        }
        return this;
    }

    /** The first place after this one and on its line where a word stands alone; this origin if there is none. */
    public Origin after(String word) {
        if (source == null) {
            return this;
        }
        int lineStart = span.end() - source.position(span.end()).column() + 1;
        String line = source.lineAt(span.end());
        Origin rest = new Origin(source, Span.of(span.end(), lineStart + line.codePointCount(0, line.length())));
        Origin found = rest.at(word);
        return found == rest ? this : found;
    }

    private static boolean isWordPart(String text, int i) {
        return i >= 0 && i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
    }

    /** {@code name:line:column}, or an empty text when the origin is not known. */
    public String describe() {
        return source == null ? "" : source.name() + ":" + source.position(span.start());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return source == null ? "unknown origin" : describe();
    }
}

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

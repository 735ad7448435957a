package org.kpilang.source;

import java.util.Objects;

/**
 * A change of the text that takes a mistake away, for the button of an editor. There is one only where it is clear what
 * was meant; after it, the diagnostic that it comes with is gone. Immutable and thread-safe.
 *
 * @param span        what is replaced; empty where something is put in
 * @param replacement what stands there instead; empty where something is taken out
 */
public record Fix(Span span, String replacement) {

    public Fix {
        Objects.requireNonNull(span, "span is null");
        Objects.requireNonNull(replacement, "replacement is null");
    }

    public static Fix of(Span span, String replacement) {
        return new Fix(span, replacement);
    }

    /** The text after the change. */
    public String applyTo(SourceText source) {
        return source.slice(Span.of(0, span.start())) + replacement
                + source.slice(Span.of(span.end(), source.length()));
    }
}

package org.kpilang.source;

/**
 * A half-open range {@code [start, end)} of code points in a {@link SourceText}. Offsets count code points, not UTF-16
 * units, so that a character outside the basic plane is one step.
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + " to " + end);
        }
    }

    public static Span of(int start, int end) {
        return new Span(start, end);
    }

    /** The empty span at an offset, for something that is missing there. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    public int length() {
        return end - start;
    }

    /** The smallest span that covers both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}

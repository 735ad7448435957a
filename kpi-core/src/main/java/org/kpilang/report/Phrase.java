package org.kpilang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of text with what stands in it: names, formulas, statuses, small pictures, links. Immutable; each method
 * returns a longer copy. All of it is plain text, which each output makes harmless in its own way.
 *
 * @param spans its parts in order
 */
public record Phrase(List<Span> spans) {

    /** Nothing. */
    public static final Phrase EMPTY = new Phrase(List.of());

    public Phrase {
        spans = List.copyOf(spans);
    }

    /** A part of a phrase. */
    public sealed interface Span {

        /** What it says as plain text. */
        String plain();
    }

    /** Words of the report itself, or a number. */
    public record Words(String plain) implements Span {

        public Words {
            Objects.requireNonNull(plain, "plain is null");
        }
    }

    /** A text that somebody wrote: a label, an owner, a member. The order of its letters does not reach beyond it. */
    public record Name(String plain) implements Span {

        public Name {
            Objects.requireNonNull(plain, "plain is null");
        }
    }

    /** What matters most. */
    public record Strong(String plain) implements Span {

        public Strong {
            Objects.requireNonNull(plain, "plain is null");
        }
    }

    /** What is there for completeness, and may be paler. */
    public record Aside(String plain) implements Span {

        public Aside {
            Objects.requireNonNull(plain, "plain is null");
        }
    }

    /** A formula, or a name in it. */
    public record Code(String plain) implements Span {

        public Code {
            Objects.requireNonNull(plain, "plain is null");
        }
    }

    /** A name that leads to a part of the same document. */
    public record Link(String plain, String anchor) implements Span {

        public Link {
            Objects.requireNonNull(plain, "plain is null");
            Objects.requireNonNull(anchor, "anchor is null");
        }
    }

    /** A status. */
    public record Status(StatusPill pill) implements Span {

        public Status {
            Objects.requireNonNull(pill, "pill is null");
        }

        @Override
        public String plain() {
            return pill.word();
        }
    }

    /** A series as small as a word. */
    public record Line(Sparkline sparkline) implements Span {

        public Line {
            Objects.requireNonNull(sparkline, "sparkline is null");
        }

        @Override
        public String plain() {
            return sparkline.text();
        }
    }

    /** How much of a target is reached, as a bar. */
    public record Attained(AttainmentBar bar) implements Span {

        public Attained {
            Objects.requireNonNull(bar, "bar is null");
        }

        @Override
        public String plain() {
            return bar.text();
        }
    }

    /** Words of the report itself, or a number. */
    public static Phrase of(String words) {
        return words.isEmpty() ? EMPTY : EMPTY.and(new Words(words));
    }

    /** A text that somebody wrote. */
    public static Phrase name(String name) {
        return EMPTY.and(new Name(name));
    }

    /** What matters most. */
    public static Phrase strong(String words) {
        return EMPTY.and(new Strong(words));
    }

    /** What may be paler. */
    public static Phrase aside(String words) {
        return EMPTY.and(new Aside(words));
    }

    /** A formula, or a name in it. */
    public static Phrase code(String code) {
        return EMPTY.and(new Code(code));
    }

    /** A status. */
    public static Phrase status(StatusPill pill) {
        return EMPTY.and(new Status(pill));
    }

    /** This phrase, and one more part. */
    public Phrase and(Span span) {
        List<Span> more = new ArrayList<>(spans);
        more.add(span);
        return new Phrase(more);
    }

    /** This phrase, and another after it. */
    public Phrase and(Phrase other) {
        List<Span> more = new ArrayList<>(spans);
        more.addAll(other.spans);
        return new Phrase(more);
    }

    /** This phrase, and some words after it. */
    public Phrase and(String words) {
        return and(new Words(words));
    }

    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** What it says as plain text. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.plain()));
        return text.toString();
    }

    @Override
    public String toString() {
        return plain();
    }
}

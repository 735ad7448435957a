package org.kpilang.dsl.internal.format;

import java.util.ArrayList;
import java.util.List;

/** A part of a text that can be laid out on one line or on several. Immutable. */
sealed interface Layout {

    /** Nothing. */
    Layout EMPTY = new Sequence(List.of());

    /** A blank at which no line breaks. */
    Layout BLANK = new Break(When.NEVER, 1, 1);

    /** A blank, or a line break where what follows does not fit. */
    Layout FILL = new Break(When.NEEDED, 1, 1);

    /** A blank, or a line break if the group does not fit on one line. */
    Layout LINE = new Break(When.WITH_GROUP, 1, 1);

    /** Nothing, or a line break if the group does not fit on one line. */
    Layout SOFT_LINE = new Break(When.WITH_GROUP, 0, 0);

    /** The size of it. */
    Measure measure();

    /** Whether there is nothing to write. */
    default boolean isEmpty() {
        return measure().equals(Measure.EMPTY);
    }

    /** Words that stand together, or a comment between words. */
    record Words(String text, Measure measure) implements Layout {

        static Words of(String text) {
            int lastLine = text.lastIndexOf('\n') + 1;
            int width = text.codePointCount(lastLine, text.length());
            return new Words(text, new Measure(width, width, false, false, false, lastLine > 0));
        }
    }

    /** A comment on a line of its own, and whether an empty line stands before it. */
    record Remark(String text, boolean afterEmptyLine) implements Layout {

        private static final Measure MEASURE = new Measure(0, 0, true, true, false, false);

        @Override
        public Measure measure() {
            return MEASURE;
        }
    }

    /** A comment that takes the rest of a line. */
    record EndRemark(String text) implements Layout {

        private static final Measure MEASURE = new Measure(0, 0, false, false, true, false);

        @Override
        public Measure measure() {
            return MEASURE;
        }
    }

    /** An empty line, unless all is written on one line. */
    record EmptyLine() implements Layout {

        @Override
        public Measure measure() {
            return Measure.EMPTY;
        }
    }

    /** When a line breaks. */
    enum When {
        NEVER, NEEDED, WITH_GROUP, ALWAYS
    }

    /**
     * A place between words.
     *
     * @param blanks       how many blanks stand there if all is on one line
     * @param spreadBlanks how many blanks stand there if all is on several lines, but none breaks here
     */
    record Break(When when, int blanks, int spreadBlanks) implements Layout {

        @Override
        public Measure measure() {
            return new Measure(blanks, when == When.NEVER ? blanks : 0, when != When.NEVER, false, false, when == When.ALWAYS);
        }
    }

    /** Parts one after the other. */
    record Sequence(List<Layout> parts, Measure measure) implements Layout {

        Sequence(List<Layout> parts) {
            this(List.copyOf(parts), sum(parts));
        }

        private static Measure sum(List<Layout> parts) {
            Measure sum = Measure.EMPTY;
            for (Layout part : parts) {
                sum = sum.then(part.measure());
            }
            return sum;
        }
    }

    /** Something that stands on one line if it fits. */
    record Group(Layout content) implements Layout {

        @Override
        public Measure measure() {
            return content.measure();
        }
    }

    /** Something whose further lines are indented by so many columns more. */
    record Indented(int columns, Layout content) implements Layout {

        @Override
        public Measure measure() {
            return content.measure();
        }
    }

    static Layout sequence(Layout... parts) {
        return new Sequence(List.of(parts));
    }

    static Layout group(Layout... parts) {
        return new Group(sequence(parts));
    }

    static Layout indented(int columns, Layout... parts) {
        return new Indented(columns, sequence(parts));
    }

    /** Parts with the same thing between them; empty parts are left out. */
    static Layout joined(Layout between, List<Layout> parts) {
        List<Layout> joined = new ArrayList<>();
        for (Layout part : parts) {
            if (!part.isEmpty()) {
                if (!joined.isEmpty()) {
                    joined.add(between);
                }
                joined.add(part);
            }
        }
        return new Sequence(joined);
    }
}

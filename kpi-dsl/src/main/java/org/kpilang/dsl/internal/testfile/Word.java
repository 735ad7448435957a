package org.kpilang.dsl.internal.testfile;

import org.kpilang.expression.Names;
import org.kpilang.source.Span;

/**
 * A word of a line that is not a formula.
 *
 * @param text without its quotes, if it has any
 * @param span where it stands in the file
 */
record Word(Sort sort, String text, Span span) {

    enum Sort {
        /** A name, a number, a period. */
        PLAIN,
        /** A name between backticks. */
        NAME,
        /** A text between quotes. */
        TEXT,
        /** One of {@code , [ ] = ~}. */
        SIGN,
        /** The end of the line; it has no text. */
        END
    }

    boolean isPlain(String other) {
        return sort == Sort.PLAIN && text.equals(other);
    }

    boolean isSign(char sign) {
        return sort == Sort.SIGN && text.charAt(0) == sign;
    }

    boolean isEnd() {
        return sort == Sort.END;
    }

    boolean isName() {
        return sort == Sort.NAME || sort == Sort.PLAIN;
    }

    /** The name that it is. */
    String name() {
        return Names.normalized(text);
    }

    /** As it is shown in a message. */
    String shown() {
        return isEnd() ? "the end of the line" : "`" + text + "`";
    }
}

package org.kpilang.report;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON with the commas and the indent where they belong. Texts are safe inside a script element of a page as
 * well. Not thread-safe.
 */
public final class JsonWriter {

    private static final String INDENT = "  ";

    private final Appendable out;
    private int depth;
    private boolean isFirst = true;

    public JsonWriter(Appendable out) {
        this.out = out;
    }

    /** Begins an object or an array whose parts stand on lines of their own. */
    public JsonWriter begin(char bracket) throws IOException {
        out.append(bracket);
        depth++;
        isFirst = true;
        return this;
    }

    /** Ends what began with the other bracket. */
    public JsonWriter end(char bracket) throws IOException {
        depth--;
        if (!isFirst) {
            out.append('\n').append(INDENT.repeat(depth));
        }
        out.append(bracket);
        isFirst = false;
        return this;
    }

    /** Goes to the next part of an array. */
    public JsonWriter next() throws IOException {
        out.append(isFirst ? "\n" : ",\n").append(INDENT.repeat(depth));
        isFirst = false;
        return this;
    }

    /** Goes to the next part of an object. */
    public JsonWriter next(String name) throws IOException {
        next();
        out.append(text(name)).append(": ");
        return this;
    }

    /** A value that is JSON already. */
    public JsonWriter value(String json) throws IOException {
        out.append(json);
        return this;
    }

    /** A text in quotes, or null. */
    public static String text(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '/' && i > 0 && text.charAt(i - 1) == '<') {
                json.append("\\/");
            } else if (isPlain(text, i)) {
                json.append(c);
            } else {
                json.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    json.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
        return json.append('"').toString();
    }

    /** Not a control character, not a line separator, and no half of a character whose other half is missing. */
    private static boolean isPlain(String text, int i) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            return Character.isHighSurrogate(c)
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
    }
}

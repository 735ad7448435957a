package org.kpilang.report;

import java.util.Locale;

/** What a terminal makes of text. */
final class Terminal {

    private Terminal() {}

    /**
     * The text with nothing in it that moves the cursor, hides, or changes the order of what is shown: such characters
     * are written as code points, {@code <U+001B>}.
     */
    static String safe(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> out.append(String.format(Locale.ROOT, "<U+%04X>", c));
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}

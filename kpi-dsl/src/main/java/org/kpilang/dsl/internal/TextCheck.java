package org.kpilang.dsl.internal;

import java.util.Locale;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Limit;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;

/** What is checked of a text before a word of it is read: its length, and characters that no text may hold. */
public final class TextCheck {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final SourceText source;
    private final Problems problems;

    public TextCheck(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Whether the text may be read. */
    public boolean passes(Limit length) {
        int longest = (int) problems.limits().of(length);
        if (source.length() > longest) {
            problems.add(length.code(), Span.at(longest),
                    "the text has more than " + problems.limits().shown(length) + " characters",
                    "split it into smaller parts");
            return false;
        }
        String text = source.text();
        int offset = 0;
        for (int i = 0; i < text.length() && !problems.isFull(); offset++) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (isRefused(codePoint) && !(codePoint == BYTE_ORDER_MARK && offset == 0)) {
                problems.add(DiagnosticCode.UNKNOWN_CHARACTER, Span.of(offset, offset + 1),
                        String.format(Locale.ROOT, "the invisible character U+%04X (%s)", codePoint, name(codePoint)),
                        "remove it; it may hide what a formula says");
            }
        }
        return !problems.hasErrors();
    }

    private static boolean isRefused(int codePoint) {
        return codePoint == 0
                || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                || codePoint == BYTE_ORDER_MARK
                || isBidirectionalControl(codePoint);
    }

    private static boolean isBidirectionalControl(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E || codePoint == 0x200F
                || codePoint >= 0x202A && codePoint <= 0x202E
                || codePoint >= 0x2066 && codePoint <= 0x2069;
    }

    private static String name(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return "half of a character";
        }
        return Character.getName(codePoint).toLowerCase(Locale.ROOT);
    }
}

package org.kpilang.report;

/**
 * Texts inside Markdown: what CommonMark or GitHub would take for markup has a backslash before it, and what would move
 * or hide what is shown is written as code points.
 */
final class MarkdownText {

    private static final String MARKUP = "\\`*_[]<>|~&$@";
    /** Markup at the start of a line only. */
    private static final String MARKUP_AT_START = "#+-=:.";

    private MarkdownText() {}

    static String of(String text) {
        String safe = Terminal.safe(text);
        StringBuilder out = new StringBuilder(safe.length());
        boolean onlyDigits = true;
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            boolean begins = i == 0 && MARKUP_AT_START.indexOf(c) >= 0;
            boolean numbers = i > 0 && onlyDigits && (c == '.' || c == ')')
                    && (i + 1 == safe.length() || safe.charAt(i + 1) == ' ');
            if (MARKUP.indexOf(c) >= 0 || begins || numbers || isLink(safe, i)) {
                out.append('\\');
            }
            out.append(c);
            onlyDigits &= c >= '0' && c <= '9';
        }
        return out.toString();
    }

    /** Whether an address would be made into a link by this character. */
    private static boolean isLink(String text, int i) {
        return text.startsWith("://", i) || text.charAt(i) == '.' && text.substring(0, i).endsWith("www");
    }

    /** A code span, which holds anything but line breaks; bars are escaped, since tables are cut up before. */
    static String code(String text) {
        String safe = Terminal.safe(text);
        int longest = 0;
        int run = 0;
        for (int i = 0; i < safe.length(); i++) {
            run = safe.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String pad = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
        return fence + pad + safe.replace("|", "\\|") + pad + fence;
    }
}

package org.kpilang.source;

/**
 * How many columns of a terminal text takes: two for East Asian wide characters and emoji, none for combining marks.
 */
public final class TextWidth {

    /** First and last of the wide characters among symbols of one column. */
    private static final int[] WIDE_SYMBOLS = {0x231A, 0x231B, 0x23E9, 0x23EC, 0x23F0, 0x23F0, 0x23F3, 0x23F3, 0x25FD,
            0x25FE,
        0x2614, 0x2615, 0x2648, 0x2653, 0x267F, 0x267F, 0x2693, 0x2693, 0x26A1, 0x26A1, 0x26AA, 0x26AB, 0x26BD, 0x26BE,
        0x26C4, 0x26C5, 0x26CE, 0x26CE, 0x26D4, 0x26D4, 0x26EA, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26F5, 0x26FA, 0x26FA,
        0x26FD, 0x26FD, 0x2705, 0x2705, 0x270A, 0x270B, 0x2728, 0x2728, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755,
        0x2757, 0x2757, 0x2795, 0x2797, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55};

    private TextWidth() {}

    public static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The columns of one code point. */
    public static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** East Asian wide and full-width blocks, and the emoji planes (Unicode Standard Annex 11). */
    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100 && (codePoint <= 0x115F
                || codePoint >= 0x2E80 && codePoint <= 0xA4CF && codePoint != 0x303F
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xF900 && codePoint <= 0xFAFF
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60
                || codePoint >= 0xFFE0 && codePoint <= 0xFFE6
                || isWideSymbol(codePoint)
                || codePoint == 0x1F004 || codePoint == 0x1F0CF || codePoint == 0x1F18E
                || codePoint >= 0x1F191 && codePoint <= 0x1F19A
                || codePoint >= 0x1F200 && codePoint <= 0x1F265
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF
                || codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }

    private static boolean isWideSymbol(int codePoint) {
        if (codePoint < WIDE_SYMBOLS[0] || codePoint > WIDE_SYMBOLS[WIDE_SYMBOLS.length - 1]) {
            return false;
        }
        for (int i = 0; i < WIDE_SYMBOLS.length; i += 2) {
            if (codePoint >= WIDE_SYMBOLS[i] && codePoint <= WIDE_SYMBOLS[i + 1]) {
                return true;
            }
        }
        return false;
    }
}

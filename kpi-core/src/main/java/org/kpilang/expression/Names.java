package org.kpilang.expression;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Set;

/**
 * How names are written. A plain name starts with a letter or an underscore and goes on with letters, marks and
 * underscores of any script, and the digits 0 to 9; every other name stands between backticks. No name holds a backtick
 * or a line break.
 */
public final class Names {

    /** The words that always mean the language's own thing inside a formula. */
    public static final Set<String> RESERVED = Set.of("if", "then", "else", "and", "or", "not");

    /**
     * All words of the language. Most of them are names like any other wherever a name is expected; a unit after a
     * number is written between backticks if it is one of these and no length of time.
     */
    public static final Set<String> KEYWORDS = Set.of(
            "above", "absent", "ago", "all", "and", "as", "at", "baseline", "below", "benchmark", "better", "between",
            "by", "calendar", "carries", "coincident", "constant", "currency", "date", "day", "days", "define",
            "description", "dimension", "drives", "during", "else", "every", "example", "for", "forward", "from",
            "gives", "higher", "if", "in", "input", "is", "kpi", "lagging", "last", "leading", "least", "lower",
            "month", "months", "most", "named", "not", "objective", "of", "on", "only", "opening", "operational", "or",
            "otherwise", "over", "owner", "period", "periods", "previous", "qualitative", "quantitative", "quarter",
            "quarters", "range", "review", "same", "scope", "since", "source", "status", "strategic", "tags", "target", "then",
            "to", "trap", "unit", "until", "use", "usually", "variant", "week", "weekday", "weeks", "weighted", "whole", "with", "year",
            "years");

    /**
     * The words that are selectors of their own, so that a dimension of that name needs backticks after {@code all}.
     */
    static final Set<String> SELECTORS = Set.of("all", "opening", "previous");

    private static final char BACKTICK = '`';
    private static final char GREEK_VARIA = '\u1fef';

    private Names() {}

    /**
     * The one form of a name that counts: Unicode normalization form C. Only the Greek varia stays what it is, whose
     * normal form is the backtick that ends a name.
     */
    public static String normalized(String name) {
        if (isAscii(name)) {
            return name;
        }
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        return name.indexOf(BACKTICK) < 0 ? normal.replace(BACKTICK, GREEK_VARIA) : normal;
    }

    /** What is ASCII is normal already; the tables of the normalizer need not be loaded for it. */
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Returns a name that can be written, or throws: it is not empty and holds no backtick and no line break. */
    static String required(String name) {
        if (name.isEmpty() || name.indexOf(BACKTICK) >= 0 || name.indexOf('\n') >= 0 || name.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("not a name: \"" + name + '"');
        }
        return name;
    }

    /** Whether a name can be written without backticks. */
    public static boolean isPlain(String name) {
        Objects.requireNonNull(name, "name is null");
        if (name.isEmpty() || RESERVED.contains(name) || !isStart(name.codePointAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            if (!isPart(name.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The name as it is written in a formula. */
    public static String written(String name) {
        return isPlain(name) ? name : "`" + name + "`";
    }

    /** The name of a value as it is written in a formula: that of a variant with a point, without backticks. */
    static String writtenValue(String name) {
        int point = name.indexOf('.');
        boolean plain = point > 0 && isPlain(name.substring(0, point)) && isPlain(name.substring(point + 1));
        return plain ? name : written(name);
    }

    /** Whether a plain name can start with a character. */
    public static boolean isStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    /** Whether a plain name can go on with a character. */
    public static boolean isPart(int codePoint) {
        return isStart(codePoint) || codePoint >= '0' && codePoint <= '9' || switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}

package org.kpilang.expression;

import java.text.Normalizer;
import java.util.Objects;
import java.util.Set;

/**
 * How names are written. A plain name starts with a letter or an underscore and goes on with letters, digits, marks and
 * underscores of any script; every other name stands between backticks.
 */
public final class Names {

    /** The words that always mean the language's own thing inside a formula. */
    public static final Set<String> RESERVED = Set.of("if", "then", "else", "and", "or", "not", "over");

    private Names() {}

    /** The one form of a name that counts: Unicode normalization form C. */
    public static String normalized(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Whether a name can be written without backticks. */
    public static boolean isPlain(String name) {
        Objects.requireNonNull(name, "name is null");
        if (name.isEmpty() || RESERVED.contains(name) || !isStart(name.codePointAt(0))) {
            return false;
        }
        return name.codePoints().allMatch(Names::isPart);
    }

    /** The name as it is written in a formula. */
    public static String written(String name) {
        return isPlain(name) ? name : "`" + name + "`";
    }

    private static boolean isStart(int codePoint) {
        return codePoint == '_' || Character.isLetter(codePoint);
    }

    private static boolean isPart(int codePoint) {
        return isStart(codePoint) || codePoint >= '0' && codePoint <= '9' || switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}

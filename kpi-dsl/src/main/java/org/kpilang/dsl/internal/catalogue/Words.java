package org.kpilang.dsl.internal.catalogue;

import java.util.List;
import java.util.Locale;

/** How words are put together. */
final class Words {

    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}; empty if there are none. */
    static String list(List<String> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        String last = parts.get(parts.size() - 1);
        return parts.size() == 1 ? last : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + last;
    }

    /** {@code 1 KPI}, {@code 3 KPIs}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Begins with a capital. */
    static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    /** A label inside a sentence: {@code revenue}, but {@code EBITDA}. */
    static String inside(String label) {
        int end = label.indexOf(' ') < 0 ? label.length() : label.indexOf(' ');
        boolean isAbbreviation = label.substring(0, end).chars().filter(Character::isUpperCase).count() > 1;
        return isAbbreviation || label.isEmpty() ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}

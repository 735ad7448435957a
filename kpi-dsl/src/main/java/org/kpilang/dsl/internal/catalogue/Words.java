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

    /** With a capital as its first letter, be it behind a quote or a bracket. */
    static String capitalized(String text) {
        int letter = 0;
        while (letter < text.length() && !Character.isLetterOrDigit(text.charAt(letter))) {
            letter++;
        }
        return letter == text.length() ? text : text.substring(0, letter)
                + text.substring(letter, letter + 1).toUpperCase(Locale.ROOT) + text.substring(letter + 1);
    }

    /** A label inside a sentence: {@code revenue}, but {@code EBITDA}. */
    static String inside(String label) {
        int end = label.indexOf(' ') < 0 ? label.length() : label.indexOf(' ');
        boolean isAbbreviation = label.substring(0, end).chars().filter(Character::isUpperCase).count() > 1;
        return isAbbreviation || label.isEmpty() ? label
                : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}

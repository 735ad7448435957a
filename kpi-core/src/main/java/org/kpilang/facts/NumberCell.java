package org.kpilang.facts;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How numbers are written in a cell: digits, maybe with a point, a sign and an exponent. */
final class NumberCell {

    private static final Set<String> NOTHING = Set.of("nan", "na", "n/a", "#n/a", "null", "none", "nil", "-", "--", "—", "–",
            "?", ".", "inf", "infinity", "unknown", "missing", "#div/0!", "#value!", "#ref!", "#num!");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}([,.' _\\u00A0\\u202F\\u2019]\\d{3})+([.,]\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d+(\\.\\d+)?)\\s*%");
    private static final Pattern ACCOUNTING = Pattern.compile("\\((\\d+(\\.\\d+)?)\\)");
    private static final Pattern TRAILING_MINUS = Pattern.compile("(\\d+(\\.\\d+)?)-");
    private static final Pattern MAGNITUDE = Pattern.compile("[+-]?\\d+(\\.\\d+)?\\s*([kKmMbB]|bn|mn|mio)");

    private NumberCell() {}

    /** Whether a text is a number, of whatever size. */
    static boolean isNumber(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int digits = whole - at;
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits > 0 && at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int exponent = sign(text, at + 1);
            at = digits(text, exponent);
            digits = at - exponent;
        }
        return digits > 0 && at == text.length();
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+') ? at + 1 : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    /** What to write in place of a text that is no number. */
    static String hint(String text) {
        if (NOTHING.contains(text.substring(text.length() > 1 ? sign(text, 0) : 0).toLowerCase(Locale.ROOT))) {
            return "leave the cell empty where there is no value";
        } else if (GROUPED.matcher(text).matches()) {
            return "write the number without separators of thousands and with a decimal point: 1234.5";
        } else if (DECIMAL_COMMA.matcher(text).matches()) {
            return "write a decimal point: " + text.replace(',', '.');
        }
        var percent = PERCENT.matcher(text);
        var accounting = ACCOUNTING.matcher(text);
        var trailing = TRAILING_MINUS.matcher(text);
        if (percent.matches()) {
            return "write a share as a number: "
                    + new BigDecimal(percent.group(1)).movePointLeft(2).toPlainString();
        } else if (accounting.matches()) {
            return "write a negative number with a minus: -" + accounting.group(1);
        } else if (trailing.matches()) {
            return "write the minus first: -" + trailing.group(1);
        } else if (MAGNITUDE.matcher(text).matches()) {
            return "write the number in full, such as 25000";
        } else if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)) {
            return "write the number alone; its unit is declared with the input";
        }
        return "write a plain number such as 1234.5 or -1.2e3, or leave the cell empty";
    }
}

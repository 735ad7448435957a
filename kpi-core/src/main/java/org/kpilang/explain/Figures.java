package org.kpilang.explain;

import java.util.Locale;
import org.kpilang.unit.Unit;

/** Numbers inside sentences: six digits, which is enough to tell them apart. */
final class Figures {

    private Figures() {}

    /** A value of a KPI: {@code 42.5%}, {@code 1250}. */
    static String text(double value, Unit unit) {
        return unit.isPercent() ? plain(value * 100) + "%" : plain(value);
    }

    /** A number without a unit. */
    static String plain(double value) {
        String text = String.format(Locale.ROOT, "%.6g", value);
        int exponent = text.indexOf('e');
        if (exponent >= 0) {
            return withoutZeros(text.substring(0, exponent)) + text.substring(exponent);
        }
        return withoutZeros(text);
    }

    private static String withoutZeros(String digits) {
        return digits.indexOf('.') < 0 ? digits : digits.replaceFirst("0+$", "").replaceFirst("\\.$", "");
    }
}

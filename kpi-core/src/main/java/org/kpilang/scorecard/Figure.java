package org.kpilang.scorecard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.kpilang.unit.Unit;

/** Numbers in sentences: four digits are enough to read, and a report shows the rest. */
final class Figure {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final int HUNDRED = 100;

    private Figure() {}

    /** A value with its unit: {@code 42.5%}, {@code 1234 USD}. */
    static String of(double value, Unit unit) {
        if (unit.isShownTimesHundred()) {
            return plain(value * HUNDRED) + "%";
        }
        return unit.isPure() || unit.equals(Unit.ANY) || unit.equals(Unit.BARE) ? plain(value) : plain(value) + " " + unit;
    }

    /** A share, such as a growth, with one decimal and its sign: {@code +2.1%}. */
    static String growth(double share) {
        return String.format(Locale.ROOT, "%+.1f%%", share * HUNDRED);
    }

    /** A share without a decimal: {@code 87%}. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * HUNDRED);
    }

    /** A change with its sign; of a percentage in points. */
    static String change(double change, Unit unit) {
        String sign = change < 0 ? "" : "+";
        return unit.isShownTimesHundred() ? sign + plain(change * HUNDRED) + " points" : sign + of(change, unit);
    }

    private static String plain(double value) {
        BigDecimal rounded = new BigDecimal(value).round(FOUR_DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

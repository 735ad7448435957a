package org.kpilang.scorecard;

import java.util.Locale;
import org.kpilang.unit.Unit;

/** Growths and changes in sentences; values are written by {@link ValueText#BRIEF}. */
final class Figure {

    private static final int HUNDRED = 100;

    private Figure() {}

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
        return (change < 0 ? "" : "+") + ValueText.BRIEF.ofDifference(change, unit);
    }
}

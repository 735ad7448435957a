package org.kpilang.facts;

import org.jspecify.annotations.Nullable;
import org.kpilang.source.Origin;

/**
 * One input in the rows of a table: a number each, or the identity of what is counted.
 *
 * @param identities numbers the identities; null where the rows have numbers
 * @param origin     where the input was named
 */
record InputColumn(String input, @Nullable Dictionary identities, Origin origin) {

    static InputColumn ofNumbers(String input) {
        return new InputColumn(input, null, Origin.NONE);
    }

    boolean isIdentified() {
        return identities != null;
    }

    /** A fact of the column: the code of an identity, or none if the text is empty. */
    double fact(String identity) {
        return identity.isEmpty() || identities == null ? Double.NaN : identities.code(identity);
    }

    /** A fact as a text. */
    String shown(double fact) {
        if (Double.isNaN(fact)) {
            return "";
        } else if (identities != null) {
            return identities.member((int) fact);
        }
        return number(fact);
    }

    /** A number as it is shown. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
                : Double.toString(value);
    }
}

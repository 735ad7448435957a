package org.kpilang.dsl.internal;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number as it is written elsewhere: with a comma before its decimals, or with separators between its thousands.
 *
 * @param written the number with its separators and its suffix, such as {@code 1.234,50%}
 */
record GroupedDigits(String written) {

    /** No number that is meant has more characters. */
    private static final int LONGEST = 40;
    /** One sort of separator throughout. */
    private static final Pattern THOUSANDS = Pattern.compile("[0-9]{1,3}([.,' ’])[0-9]{3}(\\1[0-9]{3})*");
    private static final Pattern ONE_COMMA = Pattern.compile("[0-9]{1,3},[0-9]{3}");

    /** Whether it may be a thousand as well as a one with decimals. */
    boolean isAmbiguous() {
        return ONE_COMMA.matcher(body()).matches();
    }

    /** The number as it is written here, or null if that is not clear. */
    @Nullable String plain() {
        String body = body();
        if (isAmbiguous() || body.length() > LONGEST) {
            return null;
        }
        int last = lastSeparator(body);
        char separator = body.charAt(last);
        boolean decimal = (separator == ',' || separator == '.') && body.indexOf(separator) == last;
        String whole = decimal ? body.substring(0, last) : body;
        String decimals = decimal ? "." + body.substring(last + 1) : "";
        boolean grouped = whole.chars().allMatch(GroupedDigits::isDigit)
                || THOUSANDS.matcher(whole).matches();
        return grouped ? whole.replaceAll("[^0-9]", "") + decimals + suffix() : null;
    }

    /** As a number of thousands. */
    String asThousands() {
        return body().replaceAll("[^0-9]", "") + suffix();
    }

    /** As a number with decimals. */
    String asDecimals() {
        return written.replace(',', '.');
    }

    private String body() {
        return written.substring(0, written.length() - suffix().length());
    }

    private String suffix() {
        char end = written.charAt(written.length() - 1);
        return isDigit(end) ? "" : String.valueOf(end);
    }

    private static int lastSeparator(String body) {
        int last = body.length() - 1;
        while (last > 0 && isDigit(body.charAt(last))) {
            last--;
        }
        return last;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}

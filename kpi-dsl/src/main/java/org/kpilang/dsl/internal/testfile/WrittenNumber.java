package org.kpilang.dsl.internal.testfile;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;

/** A number as it is written in a test: {@code 12}, {@code -0.5}, {@code 40%}, {@code 25k}, {@code 10/3}. */
final class WrittenNumber {

    private static final Pattern NUMBER = Pattern.compile("(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)([%kMB]?)");
    private static final Pattern TIMES = Pattern.compile("x[1-9]\\d{0,5}");

    private WrittenNumber() {}

    /** The number, or empty if a text is none. */
    static OptionalDouble of(String text) {
        if (text.length() > Limits.STANDARD.of(Limit.NUMBER_LENGTH)) {
            return OptionalDouble.empty();
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            return single(text);
        }
        OptionalDouble above = single(text.substring(0, slash));
        OptionalDouble below = single(text.substring(slash + 1));
        if (above.isEmpty() || below.isEmpty() || below.getAsDouble() == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(above.getAsDouble() / below.getAsDouble());
    }

    private static OptionalDouble single(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return OptionalDouble.empty();
        }
        // The nearest double to what is written: 0.4 for 40%, and not 40 / 100.
        String digits = matcher.group(1);
        int exponent = Math.max(digits.indexOf('e'), digits.indexOf('E'));
        long power = switch (matcher.group(2)) {
            case "%" -> -2;
            case "k" -> 3;
            case "M" -> 6;
            case "B" -> 9;
            default -> 0;
        };
        if (exponent >= 0) {
            if (digits.length() - exponent > 8) {
                return OptionalDouble.empty();
            }
            power += Long.parseLong(digits.substring(exponent + 1).replace("+", ""));
            digits = digits.substring(0, exponent);
        }
        double value = Double.parseDouble(digits + "e" + power);
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value + 0.0);
    }

    /** How often the value before is meant: 12 for {@code x12}; 0 if a text does not say that. */
    static int times(String text) {
        return TIMES.matcher(text).matches() ? Integer.parseInt(text.substring(1)) : 0;
    }
}

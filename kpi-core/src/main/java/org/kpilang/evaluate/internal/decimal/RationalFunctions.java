package org.kpilang.evaluate.internal.decimal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The functions of the language that can be worked out exactly, by their names. The others, such as logarithms, are
 * worked out in doubles, and the result is taken for its shortest decimal.
 */
public final class RationalFunctions {

    /** As many digits as a number can be rounded to in a formula. */
    private static final BigDecimal MOST_PLACES = BigDecimal.valueOf(300);

    private static final Map<String, RationalFunction> ALL = Map.ofEntries(
            Map.entry("min", arguments -> Arrays.stream(arguments).min(Comparator.naturalOrder()).orElseThrow()),
            Map.entry("max", arguments -> Arrays.stream(arguments).max(Comparator.naturalOrder()).orElseThrow()),
            Map.entry("avg", arguments -> sum(arguments).dividedBy(Rational.of(arguments.length))),
            Map.entry("weighted_avg", RationalFunctions::weighted),
            Map.entry("clamp", RationalFunctions::clamped),
            Map.entry("abs", arguments -> arguments[0].size()),
            Map.entry("sqrt", arguments -> arguments[0].squareRoot()),
            Map.entry("round", RationalFunctions::rounded),
            Map.entry("floor", arguments -> arguments[0].rounded(0, RoundingMode.FLOOR)),
            Map.entry("ceil", arguments -> arguments[0].rounded(0, RoundingMode.CEILING)),
            Map.entry("mod", arguments -> arguments[1].isZero() ? null : arguments[0].modulo(arguments[1])),
            Map.entry("change_rate", arguments -> arguments[1].sign() <= 0 ? null
                    : arguments[0].minus(arguments[1]).dividedBy(arguments[1])),
            Map.entry("nps", RationalFunctions::netPromoterScore));

    private RationalFunctions() {}

    /** The exact way to work out a function of the language, if there is one. */
    public static Optional<RationalFunction> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Rational sum(Rational[] arguments) {
        return Arrays.stream(arguments).reduce(Rational.ZERO, Rational::plus);
    }

    private static @Nullable Rational weighted(Rational[] arguments) {
        Rational sum = Rational.ZERO;
        Rational weights = Rational.ZERO;
        for (int i = 0; i < arguments.length; i += 2) {
            if (arguments[i + 1].sign() < 0) {
                return null;
            }
            sum = sum.plus(arguments[i].times(arguments[i + 1]));
            weights = weights.plus(arguments[i + 1]);
        }
        return weights.isZero() ? null : sum.dividedBy(weights);
    }

    private static @Nullable Rational clamped(Rational[] arguments) {
        Rational value = arguments[0];
        Rational low = arguments[1];
        Rational high = arguments[2];
        if (low.compareTo(high) > 0) {
            return null;
        }
        return value.compareTo(low) < 0 ? low : value.compareTo(high) > 0 ? high : value;
    }

    private static @Nullable Rational rounded(Rational[] arguments) {
        if (arguments.length == 1) {
            return arguments[0].rounded(0, RoundingMode.HALF_UP);
        }
        BigDecimal places = arguments[1].decimal(0, RoundingMode.HALF_EVEN);
        return places.abs().compareTo(MOST_PLACES) > 0 || !Rational.of(places).equals(arguments[1]) ? null
                : arguments[0].rounded(places.intValue(), RoundingMode.HALF_UP);
    }

    private static @Nullable Rational netPromoterScore(Rational[] counts) {
        Rational responses = sum(counts);
        boolean negative = Arrays.stream(counts).anyMatch(count -> count.sign() < 0);
        return negative || responses.isZero() ? null
                : Rational.HUNDRED.times(counts[0].minus(counts[2])).dividedBy(responses);
    }
}

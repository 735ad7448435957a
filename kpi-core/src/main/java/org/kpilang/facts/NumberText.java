package org.kpilang.facts;

import java.math.BigInteger;

/**
 * Reads plain numbers from characters, to the same bits as {@link Double#parseDouble} and without a string for each.
 *
 * <p>Up to 19 digits with a moderate exponent are read here: exactly where both fit (Clinger, "How to read floating
 * point numbers accurately", 1990), else by a product with 128 bits of the power of ten (Lemire, "Number parsing at a
 * gigabyte per second", 2021). Whatever is longer or farther away is left to {@code parseDouble}.
 */
final class NumberText {

    /** Powers of ten that a double holds exactly. */
    private static final double[] EXACT = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
        1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    private static final long MOST_EXACT = 1L << 53;
    private static final int MOST_DIGITS = 19;
    /** For these powers of ten the product always says how to round. */
    private static final int LEAST_POWER = -27;
    private static final int MOST_POWER = 55;
    /** More digits in an exponent are nothing to be read fast. */
    private static final int MOST_EXPONENT = 9_999;

    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1_023;
    private static final long[] HIGH = new long[MOST_POWER - LEAST_POWER + 1];
    private static final long[] LOW = new long[MOST_POWER - LEAST_POWER + 1];

    static {
        for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(power));
            int length = five.bitLength();
            // The first 128 bits of the power of five, or of its reciprocal, which is rounded up.
            BigInteger bits = power < 0
                    ? BigInteger.ONE.shiftLeft(length + 127).divide(five).add(BigInteger.ONE)
                    : five.shiftLeft(128 - length);
            HIGH[power - LEAST_POWER] = bits.shiftRight(Long.SIZE).longValue();
            LOW[power - LEAST_POWER] = bits.longValue();
        }
    }

    private NumberText() {}

    /** The number that some characters are; NaN if they are none, and infinite if it is too large. */
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        at += negative || at < to && text[at] == '+' ? 1 : 0;
        long digits = 0;
        int significant = 0;
        int first = at;
        int point = -1;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                // Wraps around beyond 19 digits, which are counted and read otherwise.
                digits = digits * 10 + digit;
                significant += significant > 0 || digit > 0 ? 1 : 0;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int end = at;
        int exponent = 0;
        if (at < to && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean below = at < to && text[at] == '-';
            at += below || at < to && text[at] == '+' ? 1 : 0;
            int start = at;
            for (; at < to && text[at] >= '0' && text[at] <= '9' && exponent < MOST_EXPONENT; at++) {
                exponent = exponent * 10 + text[at] - '0';
            }
            exponent = below ? -exponent : exponent;
            if (at == start) {
                return Double.NaN;
            }
        }
        if (at < to || end - first - (point < 0 ? 0 : 1) == 0 || significant > MOST_DIGITS) {
            return parseSlowly(new String(text, from, to - from));
        }
        double number = times(digits, exponent - (point < 0 ? 0 : end - point - 1));
        return Double.isNaN(number) ? parseSlowly(new String(text, from, to - from)) : negative ? -number : number;
    }

    private static double parseSlowly(String text) {
        return NumberCell.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    }

    /** A whole number times a power of ten, rounded to the nearest; NaN if that takes more than is done here. */
    private static double times(long digits, int power) {
        if (digits == 0) {
            return 0;
        }
        // A number of 19 digits may exceed the signed range, but not the unsigned one.
        if (digits > 0 && digits <= MOST_EXACT && power >= -(EXACT.length - 1) && power < EXACT.length) {
            return power < 0 ? digits / EXACT[-power] : digits * EXACT[power];
        }
        return power < LEAST_POWER || power > MOST_POWER ? Double.NaN : rounded(digits, power);
    }

    private static double rounded(long digits, int power) {
        int zeros = Long.numberOfLeadingZeros(digits);
        long significand = digits << zeros;
        long high = unsignedHigh(significand, HIGH[power - LEAST_POWER]);
        long low = significand * HIGH[power - LEAST_POWER];
        int kept = MANTISSA_BITS + 3;
        if ((high & -1L >>> kept) == -1L >>> kept) {
            // The bits that are cut off are all ones: the second half of the power may carry into them.
            long carry = unsignedHigh(significand, LOW[power - LEAST_POWER]);
            low += carry;
            high += Long.compareUnsigned(low, carry) < 0 ? 1 : 0;
        }
        int upper = (int) (high >>> Long.SIZE - 1);
        int cut = upper + Long.SIZE - kept;
        long mantissa = high >>> cut;
        // 217706 / 2^16 is the binary logarithm of ten.
        int exponent = (217_706 * power >> 16) + Long.SIZE - 1 + upper - zeros + BIAS;
        if (Long.compareUnsigned(low, 1) <= 0 && power >= -4 && power <= 23 && (mantissa & 3) == 1
                && mantissa << cut == high) {
            // Exactly between two numbers: the even one.
            mantissa &= ~1L;
        }
        mantissa = mantissa + (mantissa & 1) >>> 1;
        if (mantissa == 1L << MANTISSA_BITS + 1) {
            mantissa >>>= 1;
            exponent++;
        }
        return Double.longBitsToDouble(mantissa & (1L << MANTISSA_BITS) - 1 | (long) exponent << MANTISSA_BITS);
    }

    /** The upper half of a product of unsigned numbers. */
    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + (a >> Long.SIZE - 1 & b) + (b >> Long.SIZE - 1 & a);
    }
}

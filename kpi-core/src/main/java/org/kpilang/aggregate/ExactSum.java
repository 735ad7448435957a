package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * The sum of some doubles without any rounding: a fixed-point number wide enough for all of them, in digits of 32 bits
 * (Kulisch). What was added can be taken away again and leaves nothing behind. Numbers beyond the range, which are
 * infinite, are counted apart. Not thread-safe.
 */
final class ExactSum {

    /** A digit of index {@code k} counts multiples of two to the power of {@code 32 k + LOWEST}. */
    private static final int LOWEST = -1088;
    private static final int DIGITS = 70;
    private static final long DIGIT = 0xffffffffL;
    private static final long FRACTION = (1L << 52) - 1;
    private static final int EXPONENTS = 0x7ff;
    /** How much the exponent field of a double lies above the place of its last bit, seen from the lowest digit. */
    private static final int SHIFT = -1075 - LOWEST;

    /** Any signed number in each digit; two billion numbers can be added before one is full. */
    private final long[] digits = new long[DIGITS];
    /** The same number with each digit between 0 and the largest; the sign apart. */
    private final long[] settled = new long[DIGITS];
    /** The digits that may not be 0. */
    private int from = DIGITS;
    private int to;
    private int infinite;

    void clear() {
        if (from < to) {
            Arrays.fill(digits, from, to, 0);
        }
        from = DIGITS;
        to = 0;
        infinite = 0;
    }

    /** Adds a number, which is not NaN. */
    void add(double value) {
        add(value, 0, 1);
    }

    /** Adds a number times a power of two, which may lie beyond the range of a double as long as the sum has room. */
    void add(double value, int power) {
        add(value, power, 1);
    }

    /** Takes away a number that was added. */
    void remove(double value) {
        add(value, 0, -1);
    }

    /** Takes away a number times a power of two. */
    void remove(double value, int power) {
        add(value, power, -1);
    }

    private void add(double value, int power, int times) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & EXPONENTS;
        if (exponent == EXPONENTS) {
            infinite += times;
            return;
        }
        long fraction = exponent == 0 ? bits & FRACTION : bits & FRACTION | FRACTION + 1;
        int place = Math.max(exponent, 1) + SHIFT + power;
        int first = place >>> 5;
        int shift = place & 31;
        long sign = bits < 0 ? -times : times;
        long low = (fraction & DIGIT) << shift;
        long high = (fraction >>> 32) << shift;
        digits[first] += sign * (low & DIGIT);
        digits[first + 1] += sign * ((low >>> 32) + (high & DIGIT));
        digits[first + 2] += sign * (high >>> 32);
        from = Math.min(from, first);
        to = Math.max(to, first + 3);
    }

    /** The sum, rounded once to the nearest double; not finite if it lies beyond the range, or an addend did. */
    double value() {
        return infinite == 0 ? rounded(0) : Double.NaN;
    }

    /**
     * The sum times a power of two, rounded once to the nearest double; the sum itself must be of finite numbers.
     */
    double rounded(int power) {
        if (from >= to) {
            return 0;
        }
        boolean negative = settle();
        int top = Math.min(to, DIGITS - 2) + 1;
        while (top >= from && settled[top] == 0) {
            top--;
        }
        if (top < from) {
            return 0;
        }
        // 64 bits from the highest one on, and whether there is anything below them
        int zeros = Long.numberOfLeadingZeros(settled[top]) - 32;
        long below = settledAt(top - 2);
        long bits = (settled[top] << 32 | settledAt(top - 1)) << zeros | below >>> 32 - zeros;
        boolean more = (below << zeros & DIGIT) != 0;
        for (int i = top - 3; i >= from && !more; i--) {
            more = settled[i] != 0;
        }
        long fraction = bits >>> 11;
        long rest = bits & 0x7ff;
        if (rest > 0x400 || rest == 0x400 && (more || (fraction & 1) != 0)) {
            fraction++;
        }
        double magnitude = Math.scalb((double) fraction, 32 * (top - 1) + LOWEST - zeros + 11 + power);
        return negative ? -magnitude : magnitude;
    }

    private long settledAt(int digit) {
        return digit < from ? 0 : settled[digit];
    }

    /** Carries over from digit to digit; whether the number is negative. */
    private boolean settle() {
        long carry = carry(1);
        boolean negative = carry < 0;
        if (negative) {
            carry(-1);
        }
        return negative;
    }

    /** Settles the digits times a sign up to one or two above the highest, and returns what is carried beyond. */
    private long carry(int sign) {
        int end = Math.min(to + 2, DIGITS);
        long carry = 0;
        for (int i = from; i < end; i++) {
            long digit = sign * digits[i] + carry;
            settled[i] = digit & DIGIT;
            carry = digit >> 32;
        }
        return carry;
    }
}

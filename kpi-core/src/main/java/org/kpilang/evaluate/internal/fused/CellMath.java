package org.kpilang.evaluate.internal.fused;

/**
 * What the operations that are more than one instruction come to in one cell. Numbers are finite, and NaN stands where
 * there is no value; conditions are 1, 0 or NaN. Nothing here compares in a way that could become a jump: these methods
 * are shared by all formulas, and a jump would be as slow as the data are random.
 */
public final class CellMath {

    private static final long MAGNITUDE = Long.MAX_VALUE;
    private static final long INFINITY = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    private static final long ONE = Double.doubleToRawLongBits(1.0);

    private CellMath() {}

    /**
     * 1 where a is greater than b. Their difference is positive exactly then, be it as small as there is or overflow:
     * cut off below 0 and above 1, and rounded up, it is 1. All of these become vector instructions, and all of them
     * spread NaN.
     */
    public static double greater(double a, double b) {
        return Math.ceil(Math.max(0.0, Math.min(1.0, a - b)));
    }

    public static double less(double a, double b) {
        return greater(b, a);
    }

    public static double atMost(double a, double b) {
        return 1 - greater(a, b);
    }

    public static double atLeast(double a, double b) {
        return 1 - greater(b, a);
    }

    /** 1 where the difference is not zero, which for finite numbers is where they differ. */
    public static double notEqual(double a, double b) {
        return Math.ceil(Math.min(1.0, Math.abs(a - b)));
    }

    public static double equal(double a, double b) {
        return 1 - notEqual(a, b);
    }

    public static double not(double a) {
        return 1 - a;
    }

    /** Kleene's conjunction: 0 where one is 0, whatever the other. */
    public static double and(double a, double b) {
        long x = Double.doubleToRawLongBits(a) & MAGNITUDE;
        long y = Double.doubleToRawLongBits(b) & MAGNITUDE;
        // All ones where one of them is zero.
        long fails = (x - 1 | y - 1) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(a * b) & ~fails);
    }

    /** Kleene's disjunction: 1 where one is 1, whatever the other. */
    public static double or(double a, double b) {
        long x = (Double.doubleToRawLongBits(a) ^ ONE) & MAGNITUDE;
        long y = (Double.doubleToRawLongBits(b) ^ ONE) & MAGNITUDE;
        long holds = (x - 1 | y - 1) >> 63;
        return Double.longBitsToDouble(Double.doubleToRawLongBits(a + b) & ~holds | ONE & holds);
    }

    /** The second where the condition is 1, the third where it is 0. */
    public static double choose(double condition, double then, double otherwise) {
        // 1 is told from 0 by the highest bit but one of its exponent.
        long holds = Double.doubleToRawLongBits(condition) << 2 >> 63;
        long no = Double.doubleToRawLongBits(otherwise);
        long chosen = no ^ (no ^ Double.doubleToRawLongBits(then)) & holds;
        return Double.longBitsToDouble(chosen) + (condition - condition);
    }

    /** The first where it is not NaN, otherwise the second. */
    public static double orElse(double a, double b) {
        long bits = Double.doubleToRawLongBits(a);
        long absent = INFINITY - (bits & MAGNITUDE) >> 63;
        return Double.longBitsToDouble(bits ^ (bits ^ Double.doubleToRawLongBits(b)) & absent);
    }

    public static double power(double base, double exponent) {
        // The power of NaN to 0 is 1; the differences bring the NaN back.
        double r = StrictMath.pow(base, exponent) + (base - base) + (exponent - exponent);
        return r + (r - r);
    }

    /** Rounded up to a whole number, without a negative zero. */
    public static double ceil(double a) {
        return Math.ceil(a) + 0.0;
    }

    /** Kept between two bounds; NaN if they are the wrong way round. */
    public static double clamp(double a, double low, double high) {
        return choose(atMost(low, high), Math.max(low, Math.min(high, a)), Double.NaN);
    }

    public static double ln(double a) {
        double r = StrictMath.log(a);
        return r + (r - r);
    }

    public static double exp(double a) {
        double r = StrictMath.exp(a);
        return r + (r - r);
    }

    /** What is left of a value after whole divisors, with the sign of the divisor. */
    public static double mod(double a, double divisor) {
        double rest = a % divisor;
        double r = rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest;
        return r + (r - r);
    }

    /** The relative change from a base above zero. */
    public static double changeRate(double now, double before) {
        double r = (now - before) / before;
        return choose(greater(before, 0), r + (r - r), Double.NaN);
    }

    public static double compoundRate(double rate, double times) {
        double r = StrictMath.expm1(times * StrictMath.log1p(rate));
        return r + (r - r);
    }

    /** The net promoter score of counts that are not negative. */
    public static double nps(double promoters, double passives, double detractors) {
        double responses = promoters + passives + detractors;
        double r = 100 * (promoters - detractors) / responses;
        double least = Math.min(promoters, Math.min(passives, detractors));
        return choose(atLeast(least, 0), Math.max(-100, Math.min(100, r)) + (r - r), Double.NaN);
    }
}

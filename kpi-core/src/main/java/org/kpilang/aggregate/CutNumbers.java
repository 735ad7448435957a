package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Numbers cut into two parts, whose bits all stand at the same places, those of the coarse part above those of the fine
 * one (Rump, Ogita and Oishi, Accurate Floating-Point Summation, SIAM J. Sci. Comput. 31, 2008). There are so few that
 * the parts of many numbers add up without rounding. Numbers whose bits lie further apart do not fit.
 */
final class CutNumbers {

    private final double[] given;
    private final double[] coarse;
    private final double[] fine;
    /** For each place what of its numbers fits in neither part, and how large they are together. */
    private final double[] beyond;
    private final double[] magnitudes;
    /** How many places have been in use. */
    private int places;

    /** Working memory for so many numbers at a time. */
    CutNumbers(int most) {
        this.given = new double[CacheLines.length(most)];
        this.coarse = new double[CacheLines.length(most)];
        this.fine = new double[CacheLines.length(most)];
        this.beyond = new double[CacheLines.length(most)];
        this.magnitudes = new double[CacheLines.length(most)];
    }

    /** Adding such a number and taking it away again leaves the nearest multiple of its last bit. */
    static double cutter(int exponent) {
        return 1.5 * Double.longBitsToDouble((long) Math.max(exponent, Double.MIN_EXPONENT) + 1023 << 52);
    }

    /** Forgets what did not fit, and how large numbers were. */
    void begin() {
        Arrays.fill(beyond, 0, places, 0);
        Arrays.fill(magnitudes, 0, places, 0);
        places = 0;
    }

    /** Takes some numbers. */
    void take(double[] values, int at, int count) {
        // Arrays gone over by one index are gone over several places at a time, if a loop does little else.
        System.arraycopy(values, at, given, 0, count);
        places = Math.max(places, count);
    }

    /** Puts zeros in the place of the numbers taken that are none. */
    void fillIn(int count) {
        for (int i = 0; i < count; i++) {
            given[i] = Double.isNaN(given[i]) ? 0 : given[i];
        }
    }

    /** Cuts the numbers that were taken, by two {@linkplain #cutter cutters}. */
    void cut(int count, double coarseCutter, double fineCutter) {
        cut(given, coarse, fine, beyond, magnitudes, count, coarseCutter, fineCutter);
    }

    private static void cut(double[] given, double[] coarse, double[] fine, double[] beyond, double[] magnitudes,
            int count, double coarseCutter, double fineCutter) {
        for (int i = 0; i < count; i++) {
            double value = given[i];
            double high = value + coarseCutter - coarseCutter;
            double rest = value - high;
            double low = rest + fineCutter - fineCutter;
            coarse[i] = high;
            fine[i] = low;
            beyond[i] += Math.abs(rest - low);
            magnitudes[i] += Math.abs(value);
        }
    }

    /** The coarse parts, for any use until other numbers are cut. */
    double[] coarse() {
        return coarse;
    }

    /** The fine parts, likewise. */
    double[] fine() {
        return fine;
    }

    /** Memory for any use until other numbers are taken. */
    double[] free() {
        return given;
    }

    /** Whether all numbers fit that were cut since the beginning. */
    boolean fit() {
        return addedUp(beyond) == 0;
    }

    /** What their magnitudes add up to, rounded in any way; NaN if one is not known. */
    double magnitude() {
        return addedUp(magnitudes);
    }

    private double addedUp(double[] numbers) {
        double sum = 0;
        for (int i = 0; i < places; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}

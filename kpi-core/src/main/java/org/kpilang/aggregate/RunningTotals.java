package org.kpilang.aggregate;

/**
 * Totals of the values before each place of a row, without any rounding, so that the sum from one place to another is
 * the difference of two totals, rounded once.
 *
 * <p>There are totals of the coarse and of the fine parts of {@linkplain CutNumbers numbers that are cut}.
 */
final class RunningTotals {

    /** How many values are cut at a time, in memory that stays in the nearest cache. */
    private static final int CUT = 256;
    /** Totals below have bits so small that what is left by their quotients might be none. */
    private static final int LEAST_EXPONENT = -500;

    private double[] coarse = new double[1];
    private double[] fine = new double[1];
    private final CutNumbers parts = new CutNumbers(CUT);
    private final double[] counts = new double[CacheLines.length(CUT)];
    /** The exponent above all totals. */
    private int highest = Double.MAX_EXPONENT;

    /**
     * Adds up some finite numbers; whether they fit.
     *
     * @param magnitude what their magnitudes add up to, rounded in any way
     */
    boolean addUp(double[] values, int size, double magnitude) {
        return addUp(values, 1, size, magnitude);
    }

    /**
     * Adds up some numbers as those before them were, which takes less time; whether they fit, and all are finite.
     */
    boolean addUpAgain(double[] values, int size) {
        grow(size + 1);
        return highest < Double.MAX_EXPONENT && cut(values, 1, size)
                && Math.getExponent(parts.magnitude()) + 2 <= highest;
    }

    /**
     * Adds up some rows of finite numbers, each from zero on; whether they fit. The totals of a row have one place more
     * than the row.
     */
    boolean addUp(double[] values, int rows, int length, double magnitude) {
        grow(rows * (length + 1));
        highest = Math.getExponent(magnitude) + 2;
        return highest < Double.MAX_EXPONENT && cut(values, rows, length);
    }

    private boolean cut(double[] values, int rows, int length) {
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(length - 1));
        double coarseCutter = CutNumbers.cutter(highest);
        double fineCutter = CutNumbers.cutter(highest - 53 + bits);
        parts.begin();
        int together = Math.max(1, CUT / Math.max(1, length));
        for (int row = 0; row < rows; row += together) {
            int some = Math.min(together, rows - row);
            int until = (row + some) * length;
            for (int at = row * length; at < until; at += CUT) {
                int count = Math.min(CUT, until - at);
                parts.take(values, at, count);
                parts.cut(count, coarseCutter, fineCutter);
                if (length > CUT) {
                    total(parts.coarse(), 0, coarse, at + row, count, at == row * length);
                    total(parts.fine(), 0, fine, at + row, count, at == row * length);
                } else {
                    for (int i = 0; i < some; i++) {
                        total(parts.coarse(), i * length, coarse, (row + i) * (length + 1), length, true);
                        total(parts.fine(), i * length, fine, (row + i) * (length + 1), length, true);
                    }
                }
            }
        }
        return parts.fit();
    }

    /**
     * Begins or goes on with totals. Nothing is rounded, so four places need to wait but once for those before them.
     */
    private static void total(double[] parts, int from, double[] totals, int at, int count, boolean begins) {
        double total = begins ? 0 : totals[at];
        totals[at] = total;
        int i = 0;
        for (; i < count - 3; i += 4) {
            double first = parts[from + i];
            double second = first + parts[from + i + 1];
            double third = second + parts[from + i + 2];
            double fourth = second + (parts[from + i + 2] + parts[from + i + 3]);
            totals[at + i + 1] = total + first;
            totals[at + i + 2] = total + second;
            totals[at + i + 3] = total + third;
            total += fourth;
            totals[at + i + 4] = total;
        }
        for (; i < count; i++) {
            total += parts[from + i];
            totals[at + i + 1] = total;
        }
    }

    private void grow(int size) {
        if (coarse.length <= size) {
            int larger = CacheLines.length(Math.max(size + 1, 2 * coarse.length));
            coarse = new double[larger];
            fine = new double[larger];
        }
    }

    /** The sum from one place to another; never a negative zero, since no total is one. */
    double sum(int from, int to) {
        return coarse[to] - coarse[from] + (fine[to] - fine[from]);
    }

    /** The sums of so many values each, from each of some places on. */
    void sums(int from, int length, int count, double[] results, int at) {
        for (int done = 0; done < count; done += CUT) {
            int some = Math.min(CUT, count - done);
            subtract(from + done, length, some);
            add(parts.coarse(), parts.fine(), some);
            System.arraycopy(parts.coarse(), 0, results, at + done, some);
        }
    }

    /** Both parts of what is added from each of some totals to a later one. */
    private void subtract(int from, int length, int count) {
        subtract(coarse, from, length, count, parts.coarse());
        subtract(fine, from, length, count, parts.fine());
    }

    private void subtract(double[] totals, int from, int length, int count, double[] differences) {
        double[] after = parts.free();
        System.arraycopy(totals, from, differences, 0, count);
        System.arraycopy(totals, from + length, after, 0, count);
        subtract(differences, after, count);
    }

    private static void subtract(double[] totals, double[] after, int count) {
        for (int i = 0; i < count; i++) {
            totals[i] = after[i] - totals[i];
        }
    }

    private static void add(double[] numbers, double[] others, int count) {
        for (int i = 0; i < count; i++) {
            numbers[i] += others[i];
        }
    }

    /** The sums in windows over a row, whose totals start at a place. */
    void sums(Windows windows, int from, double[] results, int at) {
        for (int i = 0; i < windows.size(); i++) {
            results[at + i] = sum(from + windows.start(i), from + windows.end(i));
        }
    }

    /** The mean of so many numbers that add up from one place to another. */
    double mean(int from, int to, int known) {
        double high = coarse[to] - coarse[from];
        double low = fine[to] - fine[from];
        double sum = high + low;
        return mean(sum, Summing.lost(high, low, sum), known);
    }

    /**
     * The means of so many values each, from each of some places on.
     *
     * @param known how many of the values are known, each time from {@code first} on; if there are no {@code gaps}, all
     */
    void means(int from, int length, int count, boolean gaps, int[] known, int first, double[] results, int at) {
        for (int done = 0; done < count; done += CUT) {
            int some = Math.min(CUT, count - done);
            double[] sums = parts.coarse();
            double[] rests = parts.fine();
            subtract(from + done, length, some);
            sumsAndRests(sums, rests, some);
            if (!gaps && highest > LEAST_EXPONENT) {
                quotients(sums, rests, some, length, 1.0 / length);
                addQuotients(sums, rests, some, length, 1.0 / length);
            } else {
                for (int i = 0; i < some; i++) {
                    counts[i] = gaps ? known[first + done + i] : length;
                }
                divide(sums, rests, counts, some);
                addDivided(sums, rests, counts, some);
            }
            System.arraycopy(sums, 0, results, at + done, some);
        }
    }

    private static void sumsAndRests(double[] high, double[] low, int count) {
        for (int i = 0; i < count; i++) {
            double coarse = high[i];
            double fine = low[i];
            double sum = coarse + fine;
            high[i] = sum;
            low[i] = Summing.lost(coarse, fine, sum);
        }
    }

    /** Divides sums, and adds what that leaves to what rounding took from them; {@link #mean} in steps. */
    private static void divide(double[] sums, double[] rests, double[] counts, int size) {
        for (int i = 0; i < size; i++) {
            double quotient = sums[i] / counts[i];
            rests[i] += Math.fma(-quotient, counts[i], sums[i]);
            sums[i] = quotient;
        }
    }

    private static void addDivided(double[] quotients, double[] rests, double[] counts, int size) {
        for (int i = 0; i < size; i++) {
            quotients[i] = quotients[i] + rests[i] / counts[i] + 0.0;
        }
    }

    /** The same where all counts are one. */
    private static void quotients(double[] sums, double[] rests, int size, double count, double reciprocal) {
        for (int i = 0; i < size; i++) {
            double quotient = quotient(sums[i], count, reciprocal);
            rests[i] += Math.fma(-quotient, count, sums[i]);
            sums[i] = quotient;
        }
    }

    private static void addQuotients(double[] quotients, double[] rests, int size, double count, double reciprocal) {
        for (int i = 0; i < size; i++) {
            quotients[i] = quotients[i] + quotient(rests[i], count, reciprocal) + 0.0;
        }
    }

    /**
     * A quotient by a whole number of at most 50 bits, but for the sign of a zero the same as that of the division,
     * which takes several times as long (Markstein, Computation of elementary functions on the IBM RISC System/6000,
     * IBM J. Res. Dev. 34, 1990). The first guess is at most 1.5 last places off, so that what it leaves is exact; and
     * the second is off by less than the distance of such a quotient from the middle between two doubles. Below the
     * smallest normal double it would not be so.
     */
    private static double quotient(double dividend, double divisor, double reciprocal) {
        double guess = dividend * reciprocal;
        return Math.fma(Math.fma(-guess, divisor, dividend), reciprocal, guess);
    }

    /**
     * The mean of numbers whose sum is one number and the part of another that rounding took from it. What the rounding
     * of the quotient takes is exact, so the mean is rounded as if once.
     */
    static double mean(double sum, double rest, double known) {
        double quotient = sum / known;
        return quotient + (Math.fma(-quotient, known, sum) + rest) / known + 0.0;
    }
}

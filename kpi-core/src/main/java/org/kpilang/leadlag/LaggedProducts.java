package org.kpilang.leadlag;

/**
 * Sums of the products of two rows, of which one is shifted. Four shifts at a time, which do not wait for each other;
 * each sum is built in the order of time, whatever its neighbours.
 */
final class LaggedProducts {

    private static final int AT_ONCE = 4;

    private LaggedProducts() {}

    /**
     * The sums over t of {@code earlier[t - shift] * later[t]} for successive shifts, where both exist.
     *
     * @param later  as long as the other
     * @param first  the first shift; may be negative
     * @param result one sum for each shift
     */
    static void sum(double[] earlier, double[] later, int first, double[] result) {
        int count = later.length;
        int done = 0;
        while (done + AT_ONCE <= result.length) {
            int shift = first + done;
            // The stretch in which all four exist.
            int from = Math.max(0, shift + AT_ONCE - 1);
            int to = Math.min(count, count + shift);
            if (from > to) {
                break;
            }
            double a = sum(earlier, later, shift, Math.max(0, shift), from, 0);
            double b = sum(earlier, later, shift + 1, Math.max(0, shift + 1), from, 0);
            double c = sum(earlier, later, shift + 2, Math.max(0, shift + 2), from, 0);
            double d = 0;
            for (int t = from; t < to; t++) {
                double value = later[t];
                int before = t - shift;
                a += earlier[before] * value;
                b += earlier[before - 1] * value;
                c += earlier[before - 2] * value;
                d += earlier[before - 3] * value;
            }
            result[done] = a;
            result[done + 1] = sum(earlier, later, shift + 1, to, Math.min(count, count + shift + 1), b);
            result[done + 2] = sum(earlier, later, shift + 2, to, Math.min(count, count + shift + 2), c);
            result[done + 3] = sum(earlier, later, shift + 3, to, Math.min(count, count + shift + 3), d);
            done += AT_ONCE;
        }
        for (; done < result.length; done++) {
            int shift = first + done;
            result[done] = sum(earlier, later, shift, Math.max(0, shift), Math.min(count, count + shift), 0);
        }
    }

    private static double sum(double[] earlier, double[] later, int shift, int from, int to, double start) {
        double sum = start;
        for (int t = from; t < to; t++) {
            sum += earlier[t - shift] * later[t];
        }
        return sum;
    }
}

package org.kpilang.leadlag;

/**
 * The filter of Hodrick and Prescott (1997): a smooth trend, and the cycle around it. The trend minimises the sum of
 * squared distances from the values, plus lambda times the sum of its squared second differences. Its ends are revised
 * when values are added.
 */
public final class HodrickPrescott {

    private HodrickPrescott() {}

    /**
     * The lambda that lets through half of a cycle of so many periods: 133,107.94 for 120, 13.93 for 12.
     *
     * @param periods at least 2
     */
    public static double lambda(double periods) {
        double distance = 1 - StrictMath.cos(2 * StrictMath.PI / periods);
        return 1 / (4 * distance * distance);
    }

    /** The values less their trend. */
    public static double[] cycle(double[] values, double lambda) {
        double[] trend = trend(values, lambda);
        for (int t = 0; t < trend.length; t++) {
            trend[t] = values[t] - trend[t];
        }
        return trend;
    }

    /**
     * The movements between a shortest and a longest cycle: what is left of the trend of the shortest when the trend of
     * the longest is taken off first. The OECD uses 12 and 120 months for its leading indicators.
     */
    public static double[] band(double[] values, double shortest, double longest) {
        return trend(cycle(values, lambda(longest)), lambda(shortest));
    }

    /**
     * The trend, in time linear in the values.
     *
     * @param values finite numbers
     * @param lambda at least 0; more is smoother
     */
    public static double[] trend(double[] values, double lambda) {
        int count = values.length;
        if (count < 3) {
            return values.clone();
        }
        // The equations have five diagonals; they are split into L D L'.
        double[] diagonal = new double[count];
        double[] first = new double[count];
        double[] second = new double[count];
        for (int t = 0; t < count; t++) {
            diagonal[t] = 1 + lambda * weight(t, count);
            first[t] = t + 1 < count ? lambda * neighbour(t, count) : 0;
            second[t] = t + 2 < count ? lambda : 0;
        }
        double[] trend = values.clone();
        for (int t = 0; t < count; t++) {
            double pivot = diagonal[t];
            double a = first[t];
            double b = second[t];
            if (t + 1 < count) {
                diagonal[t + 1] -= a * a / pivot;
                first[t + 1] -= a * b / pivot;
                trend[t + 1] -= a / pivot * trend[t];
            }
            if (t + 2 < count) {
                diagonal[t + 2] -= b * b / pivot;
                trend[t + 2] -= b / pivot * trend[t];
            }
        }
        for (int t = count - 1; t >= 0; t--) {
            double sum = trend[t];
            sum -= t + 1 < count ? first[t] * trend[t + 1] : 0;
            sum -= t + 2 < count ? second[t] * trend[t + 2] : 0;
            trend[t] = sum / diagonal[t];
        }
        return trend;
    }

    /** How often a value stands in second differences, squared: 1 5 6 … 6 5 1. */
    private static double weight(int t, int count) {
        double weight = 0;
        weight += t + 2 < count ? 1 : 0;
        weight += t >= 1 && t + 1 < count ? 4 : 0;
        weight += t >= 2 ? 1 : 0;
        return weight;
    }

    /** How often a value stands beside the next one: -2 -4 … -4 -2. */
    private static double neighbour(int t, int count) {
        double weight = 0;
        weight -= t + 2 < count ? 2 : 0;
        weight -= t >= 1 ? 2 : 0;
        return weight;
    }
}

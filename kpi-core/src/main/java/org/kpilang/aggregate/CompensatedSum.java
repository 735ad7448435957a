package org.kpilang.aggregate;

/**
 * The second-order compensated sum of Klein (A Generalized Kahan-Babuska-Summation-Algorithm, Computing 76, 2006).
 * State: sum, first and second compensation.
 */
final class CompensatedSum implements Aggregate {

    @Override
    public int width() {
        return 3;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = 0;
        state[at + 1] = 0;
        state[at + 2] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        double sum = state[at];
        double first = state[at + 1];
        double nextSum = sum + value;
        double lost = Summing.lost(sum, value, nextSum);
        double nextFirst = first + lost;
        state[at] = nextSum;
        state[at + 1] = nextFirst;
        state[at + 2] += Summing.lost(first, lost, nextFirst);
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        double first = later[laterAt + 1];
        double second = later[laterAt + 2];
        add(state, at, later[laterAt], 0);
        add(state, at, first, 0);
        state[at + 2] += second;
    }

    /** The sum; NaN when it, or the sum of the numbers up to some point, leaves the range of a double. */
    @Override
    public double finish(double[] state, int at) {
        double first = state[at + 1];
        double both = state[at] + first;
        // The sum and its first compensation may cancel; what is left then stands in the second one, added last.
        double sum = both + (Summing.lost(state[at], first, both) + state[at + 2]);
        // Adding 0.0 turns a negative zero into zero.
        return Double.isFinite(sum) ? sum + 0.0 : Double.NaN;
    }
}

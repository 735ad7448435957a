package org.kpilang.aggregate;

/**
 * The second-order compensated sum of Klein (A Generalized Kahan-Babuska-Summation-Algorithm, Computing 76, 2006). State:
 * sum, first and second compensation.
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
        double next = sum + value;
        double lost = Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        double first = state[at + 1];
        double nextFirst = first + lost;
        state[at + 2] += Math.abs(first) >= Math.abs(lost) ? (first - nextFirst) + lost : (lost - nextFirst) + first;
        state[at + 1] = nextFirst;
        state[at] = next;
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
        double sum = state[at] + (state[at + 1] + state[at + 2]);
        // Adding 0.0 turns a negative zero into zero.
        return Double.isFinite(sum) ? sum + 0.0 : Double.NaN;
    }
}

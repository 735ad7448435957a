package org.kpilang.aggregate;

/** The largest or the smallest number. State: that number. */
final class Extreme implements Aggregate {

    private final boolean largest;

    Extreme(boolean largest) {
        this.largest = largest;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        state[at] = largest ? Math.max(state[at], value) : Math.min(state[at], value);
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        add(state, at, later[laterAt], 0);
    }

    @Override
    public double finish(double[] state, int at) {
        return state[at] + 0.0;
    }
}

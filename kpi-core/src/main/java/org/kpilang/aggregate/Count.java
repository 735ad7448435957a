package org.kpilang.aggregate;

/** How many numbers there are. State: that number. */
final class Count implements Aggregate {

    @Override
    public int width() {
        return 1;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        state[at]++;
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        state[at] += later[laterAt];
    }

    @Override
    public double finish(double[] state, int at) {
        return state[at];
    }

    @Override
    public double empty() {
        return 0;
    }
}

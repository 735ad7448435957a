package org.kpilang.aggregate;

/** The first or the last number. State: whether there is one, and that number. */
final class Endpoint implements Aggregate {

    private final boolean last;

    Endpoint(boolean last) {
        this.last = last;
    }

    @Override
    public int width() {
        return 2;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = 0;
        state[at + 1] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        if (last || state[at] == 0) {
            state[at] = 1;
            state[at + 1] = value;
        }
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        if (later[laterAt] != 0) {
            add(state, at, later[laterAt + 1], 0);
        }
    }

    @Override
    public double finish(double[] state, int at) {
        return state[at + 1];
    }
}

package org.kpilang.aggregate;

/** The arithmetic mean. State: the compensated sum, the count, the extremes, which the mean may not leave by rounding. */
final class Mean implements Aggregate {

    private static final int COUNT = 3;
    private static final int LOW = 4;
    private static final int HIGH = 5;

    @Override
    public int width() {
        return 6;
    }

    @Override
    public void clear(double[] state, int at) {
        Aggregates.SUM.clear(state, at);
        state[at + COUNT] = 0;
        state[at + LOW] = Double.POSITIVE_INFINITY;
        state[at + HIGH] = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        Aggregates.SUM.add(state, at, value, position);
        state[at + COUNT]++;
        state[at + LOW] = Math.min(state[at + LOW], value);
        state[at + HIGH] = Math.max(state[at + HIGH], value);
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        Aggregates.SUM.merge(state, at, later, laterAt);
        state[at + COUNT] += later[laterAt + COUNT];
        state[at + LOW] = Math.min(state[at + LOW], later[laterAt + LOW]);
        state[at + HIGH] = Math.max(state[at + HIGH], later[laterAt + HIGH]);
    }

    @Override
    public double finish(double[] state, int at) {
        double mean = Aggregates.SUM.finish(state, at) / state[at + COUNT];
        return Math.max(state[at + LOW], Math.min(state[at + HIGH], mean));
    }
}

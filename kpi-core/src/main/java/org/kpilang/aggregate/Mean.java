package org.kpilang.aggregate;

/**
 * The arithmetic mean. State: the compensated sum; the count; the extremes, which the mean may not leave by rounding;
 * and the plain sum of the numbers scaled down, which stands in when the sum itself leaves the range of a double.
 */
final class Mean implements Aggregate {

    private static final int COUNT = 3;
    private static final int LOW = 4;
    private static final int HIGH = 5;
    private static final int SCALED = 6;
    /** Small enough that as many numbers as an array can hold do not add up to infinity. */
    private static final double SCALE = 0x1p-40;

    @Override
    public int width() {
        return 7;
    }

    @Override
    public void clear(double[] state, int at) {
        Aggregates.SUM.clear(state, at);
        state[at + COUNT] = 0;
        state[at + LOW] = Double.POSITIVE_INFINITY;
        state[at + HIGH] = Double.NEGATIVE_INFINITY;
        state[at + SCALED] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        Aggregates.SUM.add(state, at, value, position);
        state[at + COUNT]++;
        state[at + LOW] = Math.min(state[at + LOW], value);
        state[at + HIGH] = Math.max(state[at + HIGH], value);
        state[at + SCALED] += value * SCALE;
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        Aggregates.SUM.merge(state, at, later, laterAt);
        state[at + COUNT] += later[laterAt + COUNT];
        state[at + LOW] = Math.min(state[at + LOW], later[laterAt + LOW]);
        state[at + HIGH] = Math.max(state[at + HIGH], later[laterAt + HIGH]);
        state[at + SCALED] += later[laterAt + SCALED];
    }

    @Override
    public double finish(double[] state, int at) {
        double sum = Aggregates.SUM.finish(state, at);
        double mean = Double.isNaN(sum)
                ? state[at + SCALED] / state[at + COUNT] / SCALE
                : sum / state[at + COUNT];
        return Math.max(state[at + LOW], Math.min(state[at + HIGH], mean)) + 0.0;
    }
}

package org.kpilang.aggregate;

/**
 * The exponentially weighted moving average: the first number as it is, and then the average so far moved towards each
 * new number by a fixed part of the distance. State: count, average, and what becomes of an average that other numbers
 * went before, which is {@code kept} times that average plus {@code added}; so that states merge.
 */
final class Ewma implements Aggregate {

    private static final int AVERAGE = 1;
    private static final int KEPT = 2;
    private static final int ADDED = 3;

    private final double weight;

    /**
     * @param smoothing below 1 the weight of the newest number, from 1 on the number of periods n, which stands for the
     *                  weight 2 / (n + 1)
     */
    Ewma(double smoothing) {
        this.weight = smoothing < 1 ? smoothing : 2 / (smoothing + 1);
    }

    @Override
    public int width() {
        return 4;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = 0;
        state[at + AVERAGE] = 0;
        state[at + KEPT] = 1;
        state[at + ADDED] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        state[at + AVERAGE] = state[at] == 0 ? value : moved(state[at + AVERAGE], value);
        state[at + KEPT] *= 1 - weight;
        state[at + ADDED] = moved(state[at + ADDED], value);
        state[at]++;
    }

    private double moved(double average, double value) {
        double moved = average + weight * (value - average);
        // Two finite numbers may lie further apart than a double can say.
        return Double.isFinite(moved) ? moved : average * (1 - weight) + value * weight;
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        if (later[laterAt] == 0) {
            return;
        } else if (state[at] == 0) {
            System.arraycopy(later, laterAt, state, at, width());
            return;
        }
        state[at] += later[laterAt];
        state[at + AVERAGE] = later[laterAt + KEPT] * state[at + AVERAGE] + later[laterAt + ADDED];
        state[at + ADDED] = later[laterAt + KEPT] * state[at + ADDED] + later[laterAt + ADDED];
        state[at + KEPT] *= later[laterAt + KEPT];
    }

    @Override
    public double finish(double[] state, int at) {
        return state[at + AVERAGE] + 0.0;
    }
}

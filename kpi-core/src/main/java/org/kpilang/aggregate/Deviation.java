package org.kpilang.aggregate;

/**
 * The sample standard deviation. State: count, mean, sum of squared deviations, merged as in Chan, Golub and LeVeque
 * (1979), so that the sum of squares never becomes negative.
 */
final class Deviation implements Aggregate {

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
        double count = ++state[at];
        double difference = value - state[at + 1];
        state[at + 1] += difference / count;
        state[at + 2] += difference * (value - state[at + 1]);
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        double here = state[at];
        double there = later[laterAt];
        if (there == 0) {
            return;
        } else if (here == 0) {
            System.arraycopy(later, laterAt, state, at, width());
            return;
        }
        double count = here + there;
        double difference = later[laterAt + 1] - state[at + 1];
        state[at] = count;
        state[at + 1] += difference * (there / count);
        state[at + 2] += later[laterAt + 2] + difference * difference * (here * there / count);
    }

    @Override
    public double finish(double[] state, int at) {
        double variance = state[at + 2] / (state[at] - 1);
        return Double.isFinite(variance) ? Math.sqrt(variance) : Double.NaN;
    }
}

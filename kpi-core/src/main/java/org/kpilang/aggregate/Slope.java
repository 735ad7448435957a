package org.kpilang.aggregate;

/**
 * The slope of the least-squares line through the numbers, per step of position. State: count, mean position, mean
 * value, and the sums of products and of squares of the deviations from those means, merged as in {@link Deviation};
 * equal numbers have a slope of exactly 0.
 */
final class Slope implements Aggregate {

    private static final int POSITION = 1;
    private static final int VALUE = 2;
    private static final int PRODUCTS = 3;
    private static final int SQUARES = 4;

    @Override
    public int width() {
        return 5;
    }

    @Override
    public void clear(double[] state, int at) {
        for (int i = 0; i < width(); i++) {
            state[at + i] = 0;
        }
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        double count = ++state[at];
        double positionStep = position - state[at + POSITION];
        double valueStep = value - state[at + VALUE];
        state[at + POSITION] += positionStep / count;
        state[at + VALUE] += valueStep / count;
        state[at + PRODUCTS] += positionStep * (value - state[at + VALUE]);
        state[at + SQUARES] += positionStep * (position - state[at + POSITION]);
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
        double positionStep = later[laterAt + POSITION] - state[at + POSITION];
        double valueStep = later[laterAt + VALUE] - state[at + VALUE];
        state[at] = count;
        state[at + POSITION] += positionStep * (there / count);
        state[at + VALUE] += valueStep * (there / count);
        double weight = here * there / count;
        state[at + PRODUCTS] += later[laterAt + PRODUCTS] + positionStep * valueStep * weight;
        state[at + SQUARES] += later[laterAt + SQUARES] + positionStep * positionStep * weight;
    }

    @Override
    public double finish(double[] state, int at) {
        double slope = state[at + PRODUCTS] / state[at + SQUARES];
        return Double.isFinite(slope) ? slope + 0.0 : Double.NaN;
    }
}

package org.kpilang.aggregate;

/**
 * The sample standard deviation. State: count, pivot, and the sums of the differences from the pivot and of their
 * squares. The pivot is one of the numbers, the first that was added, so that the differences are about as large as the
 * deviation itself; where a number far from all others is the pivot, the deviation is as large as that distance, and
 * little is lost either (Chan, Golub and LeVeque 1983 on shifted data).
 */
final class Deviation implements Aggregate {

    private static final int PIVOT = 1;
    private static final int SUM = 2;
    private static final int SQUARES = 3;

    @Override
    public int width() {
        return 4;
    }

    @Override
    public void clear(double[] state, int at) {
        state[at] = 0;
        state[at + PIVOT] = 0;
        state[at + SUM] = 0;
        state[at + SQUARES] = 0;
    }

    @Override
    public void add(double[] state, int at, double value, double position) {
        if (state[at] == 0) {
            state[at + PIVOT] = value;
        }
        double difference = value - state[at + PIVOT];
        state[at]++;
        state[at + SUM] += difference;
        state[at + SQUARES] += difference * difference;
    }

    @Override
    public void precede(double[] state, int at, double value, double position, double[] later, int laterAt) {
        System.arraycopy(later, laterAt, state, at, width());
        add(state, at, value, position);
    }

    @Override
    public void merge(double[] state, int at, double[] later, int laterAt) {
        double there = later[laterAt];
        if (there == 0) {
            return;
        } else if (state[at] == 0) {
            System.arraycopy(later, laterAt, state, at, width());
            return;
        }
        double step = later[laterAt + PIVOT] - state[at + PIVOT];
        state[at] += there;
        state[at + SQUARES] += movedSquares(there, step, later[laterAt + SUM], later[laterAt + SQUARES]);
        state[at + SUM] += movedSum(there, step, later[laterAt + SUM]);
    }

    /** The sum of differences from a pivot that lies a step below theirs. */
    static double movedSum(double count, double step, double sum) {
        return sum + count * step;
    }

    /** The sum of the squares of such differences. */
    static double movedSquares(double count, double step, double sum, double squares) {
        return squares + step * (2 * sum + count * step);
    }

    @Override
    public double finish(double[] state, int at) {
        return deviation(state[at], state[at + SUM], state[at + SQUARES]);
    }

    /** The deviation; NaN if there is but one number, or if the squares are beyond the range of a double. */
    static double deviation(double count, double sum, double squares) {
        // 0 / 0 for a single number
        double variance = Math.max(count * squares - sum * sum, 0) / (count * (count - 1));
        return Math.sqrt(variance + (variance - variance));
    }
}

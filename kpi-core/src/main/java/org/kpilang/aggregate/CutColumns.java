package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * Deviations of short windows, many at once: the values at the same distance from their cuts form a column, and the
 * sums of all windows take in one column after the other. Each window takes in its values in the order in which
 * {@link SlidingWindow} does. All values are known.
 */
final class CutColumns {

    /** How many cuts there are, a block apart. */
    private int cuts;
    /** For each place in a block the values from the block before the first cut to two blocks after the last. */
    private double[] columns = new double[0];
    /** For each distance of a start from its cut the sums before the cuts. */
    private double[] sumsBefore = new double[0];
    private double[] squaresBefore = new double[0];
    private double[] given = new double[0];
    private double[] pivotsBefore = new double[0];
    private double[] pivots = new double[0];
    private double[] steps = new double[0];
    private double[] sums = new double[0];
    private double[] squares = new double[0];
    private double[] movedSums = new double[0];
    private double[] movedSquares = new double[0];

    /**
     * Answers all windows that are cut at some places.
     *
     * @param first the first cut; windows start up to a block less one before it
     * @param block the power of two that cuts them
     */
    void answer(double[] values, int size, int first, int block, int count, int width, double[] results,
            int resultsAt) {
        cuts = count;
        grow(block);
        take(values, size, first - block, block);
        addUpBefore(block);
        column(pivots, 0, 1);
        subtract(pivots, pivotsBefore, steps, cuts);
        Arrays.fill(sums, 0, cuts, 0);
        Arrays.fill(squares, 0, cuts, 0);
        for (int place = 0; place < width; place++) {
            column(given, place & block - 1, 1 + place / block);
            add(given, pivots, sums, squares, cuts);
            int distance = width - 1 - place;
            if (distance < block) {
                finish(distance, width);
                for (int i = 0, at = resultsAt + first - distance; i < cuts; i++, at += block) {
                    results[at] = movedSquares[i];
                }
            }
        }
    }

    private void grow(int block) {
        int size = block * (cuts + 2);
        if (columns.length < size) {
            columns = new double[size];
            sumsBefore = new double[size];
            squaresBefore = new double[size];
        }
        if (given.length < cuts) {
            given = new double[cuts];
            pivotsBefore = new double[cuts];
            pivots = new double[cuts];
            steps = new double[cuts];
            sums = new double[cuts];
            squares = new double[cuts];
            movedSums = new double[cuts];
            movedSquares = new double[cuts];
        }
    }

    private void take(double[] values, int size, int from, int block) {
        int at = 0;
        for (int place = 0; place < block; place++) {
            int until = at + cuts + 2;
            for (int i = from + place; at < until; at++, i += block) {
                columns[at] = i >= 0 && i < size ? values[i] : 0;
            }
        }
    }

    /** Copies a column, for arrays that are gone over by one index are gone over several places at a time. */
    private void column(double[] into, int place, int blocks) {
        System.arraycopy(columns, place * (cuts + 2) + blocks, into, 0, cuts);
    }

    private void addUpBefore(int block) {
        column(pivotsBefore, block - 1, 0);
        Arrays.fill(sums, 0, cuts, 0);
        Arrays.fill(squares, 0, cuts, 0);
        for (int distance = 1; distance < block; distance++) {
            column(given, block - distance, 0);
            add(given, pivotsBefore, sums, squares, cuts);
            System.arraycopy(sums, 0, sumsBefore, distance * cuts, cuts);
            System.arraycopy(squares, 0, squaresBefore, distance * cuts, cuts);
        }
    }

    private static void subtract(double[] numbers, double[] others, double[] differences, int count) {
        for (int i = 0; i < count; i++) {
            differences[i] = numbers[i] - others[i];
        }
    }

    private static void add(double[] values, double[] pivots, double[] sums, double[] squares, int count) {
        for (int i = 0; i < count; i++) {
            double difference = values[i] - pivots[i];
            sums[i] += difference;
            squares[i] += difference * difference;
        }
    }

    /** Adds the sums after the cuts to those before them, and finds the deviations. */
    private void finish(int distance, int width) {
        if (distance == 0) {
            System.arraycopy(sums, 0, movedSums, 0, cuts);
            System.arraycopy(squares, 0, movedSquares, 0, cuts);
        } else {
            System.arraycopy(sumsBefore, distance * cuts, movedSums, 0, cuts);
            System.arraycopy(squaresBefore, distance * cuts, movedSquares, 0, cuts);
            moveSquares(movedSquares, steps, sums, squares, width - distance, cuts);
            moveSums(movedSums, steps, sums, width - distance, cuts);
        }
        deviations(movedSums, movedSquares, width, cuts);
    }

    private static void moveSquares(double[] moved, double[] steps, double[] sums, double[] squares, double known,
            int count) {
        for (int i = 0; i < count; i++) {
            moved[i] += Deviation.movedSquares(known, steps[i], sums[i], squares[i]);
        }
    }

    private static void moveSums(double[] moved, double[] steps, double[] sums, double known, int count) {
        for (int i = 0; i < count; i++) {
            moved[i] += Deviation.movedSum(known, steps[i], sums[i]);
        }
    }

    /** The deviations, in the place of the squares. */
    private static void deviations(double[] sums, double[] squares, double known, int count) {
        for (int i = 0; i < count; i++) {
            squares[i] = Deviation.deviation(known, sums[i], squares[i]);
        }
    }
}

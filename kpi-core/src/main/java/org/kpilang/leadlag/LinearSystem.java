package org.kpilang.leadlag;

/** Linear equations, by elimination with partial pivoting. */
final class LinearSystem {

    private LinearSystem() {}

    /** The solution; both arguments are overwritten. */
    static double[] solve(double[][] equations, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = equations[column];
            equations[column] = equations[pivot];
            equations[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double factor = equations[row][column] / equations[column][column];
                for (int i = column; i < size; i++) {
                    equations[row][i] -= factor * equations[column][i];
                }
                right[row] -= factor * right[column];
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int i = row + 1; i < size; i++) {
                sum -= equations[row][i] * right[i];
            }
            right[row] = sum / equations[row][row];
        }
        return right;
    }
}

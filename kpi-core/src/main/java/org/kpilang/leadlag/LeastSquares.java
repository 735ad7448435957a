package org.kpilang.leadlag;

/**
 * A linear regression by Householder reflections, which keeps more digits than normal equations do.
 *
 * @param coefficients    one for each column
 * @param standardErrors  one for each column
 * @param sumOfSquares    of what is left
 */
record LeastSquares(double[] coefficients, double[] standardErrors, double sumOfSquares) {

    /**
     * @param rows  the regressors, row by row; overwritten
     * @param right what is explained; overwritten
     */
    static LeastSquares of(double[][] rows, double[] right) {
        int count = rows.length;
        int columns = rows[0].length;
        double[] diagonal = new double[columns];
        for (int j = 0; j < columns; j++) {
            double norm = 0;
            for (int i = j; i < count; i++) {
                norm = Math.hypot(norm, rows[i][j]);
            }
            norm = rows[j][j] > 0 ? -norm : norm;
            diagonal[j] = norm;
            if (norm == 0) {
                continue;
            }
            for (int i = j; i < count; i++) {
                rows[i][j] /= -norm;
            }
            rows[j][j] += 1;
            for (int k = j + 1; k < columns; k++) {
                double sum = 0;
                for (int i = j; i < count; i++) {
                    sum += rows[i][j] * rows[i][k];
                }
                for (int i = j; i < count; i++) {
                    rows[i][k] -= sum / rows[j][j] * rows[i][j];
                }
            }
            double sum = 0;
            for (int i = j; i < count; i++) {
                sum += rows[i][j] * right[i];
            }
            for (int i = j; i < count; i++) {
                right[i] -= sum / rows[j][j] * rows[i][j];
            }
        }
        double left = 0;
        for (int i = columns; i < count; i++) {
            left += right[i] * right[i];
        }
        double[] coefficients = backwards(rows, diagonal, right);
        return new LeastSquares(coefficients, standardErrors(rows, diagonal, left / (count - columns)), left);
    }

    private static double[] backwards(double[][] rows, double[] diagonal, double[] right) {
        double[] solution = new double[diagonal.length];
        for (int j = diagonal.length - 1; j >= 0; j--) {
            double sum = right[j];
            for (int k = j + 1; k < diagonal.length; k++) {
                sum -= rows[j][k] * solution[k];
            }
            solution[j] = sum / diagonal[j];
        }
        return solution;
    }

    /** The roots of the diagonal of the inverse of the squared regressors, times the variance. */
    private static double[] standardErrors(double[][] rows, double[] diagonal, double variance) {
        int columns = diagonal.length;
        double[] squares = new double[columns];
        for (int unit = 0; unit < columns; unit++) {
            double[] right = new double[columns];
            right[unit] = 1;
            double[] column = backwards(rows, diagonal, right);
            for (int j = 0; j < columns; j++) {
                squares[j] += column[j] * column[j];
            }
        }
        for (int j = 0; j < columns; j++) {
            squares[j] = Math.sqrt(variance * squares[j]);
        }
        return squares;
    }
}

package org.kpilang.leadlag;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.probability.SampleMoments;

/**
 * An autoregressive model: each value is a weighted sum of those before it, and noise. Immutable and thread-safe.
 */
public final class AutoregressiveModel {

    private static final int HIGHEST_ORDER = 12;
    private static final int VALUES_PER_COEFFICIENT = 6;

    /** Never handed out. */
    private final double[] coefficients;
    private final double constant;
    private final double variance;

    private AutoregressiveModel(double[] coefficients, double constant, double variance) {
        this.coefficients = coefficients;
        this.constant = constant;
        this.variance = variance;
    }

    /** How many values before count. */
    public int order() {
        return coefficients.length;
    }

    /**
     * The weight of the value so many periods before.
     *
     * @param lag from 1 to the order
     */
    public double coefficient(int lag) {
        return coefficients[lag - 1];
    }

    /** The weights, of the value before first, as a new array; empty if no value tells of the next. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** What is added to each deviation from the mean; 0 but for least squares. */
    public double constant() {
        return constant;
    }

    /** The variance of the noise. */
    public double variance() {
        return variance;
    }

    /**
     * The model by Burg's method (1975), of the order with the smallest AICc (Hurvich and Tsai 1989): at most 12, and
     * at most one coefficient for six values. Of orders that are equally good the lowest.
     *
     * @param values finite numbers, not all the same
     */
    public static AutoregressiveModel of(double[] values) {
        int most = Math.max(1, Math.min(HIGHEST_ORDER, values.length / VALUES_PER_COEFFICIENT));
        AutoregressiveModel[] models = burg(values, most);
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int order = 0; order < models.length; order++) {
            double criterion = criterion(models[order], models[0].variance, values.length);
            if (criterion < lowest) {
                lowest = criterion;
                best = order;
            }
        }
        return models[best];
    }

    /** The model of a given order by Burg's method. */
    public static AutoregressiveModel of(double[] values, int order) {
        return burg(values, order)[order];
    }

    /** The model of a given order by the equations of Yule and Walker, as R's {@code ar.yw}. */
    public static AutoregressiveModel yuleWalker(double[] values, int order) {
        double[] autocorrelations = Autocorrelation.of(values, order);
        double[] coefficients = Autocorrelation.levinson(autocorrelations, new double[order]);
        double explained = 0;
        for (int i = 0; i < order; i++) {
            explained += coefficients[i] * autocorrelations[i + 1];
        }
        double variance = SampleMoments.sumOfSquares(SampleMoments.centred(values)) / values.length;
        return new AutoregressiveModel(coefficients, 0, variance * (1 - explained));
    }

    /** The model of a given order by least squares, with a constant, as R's {@code ar.ols}. */
    public static AutoregressiveModel leastSquares(double[] values, int order) {
        double[] centred = SampleMoments.centred(values);
        int count = centred.length - order;
        double[][] rows = new double[count][order + 1];
        double[] right = new double[count];
        for (int t = 0; t < count; t++) {
            right[t] = centred[t + order];
            rows[t][0] = 1;
            for (int lag = 1; lag <= order; lag++) {
                rows[t][lag] = centred[t + order - lag];
            }
        }
        LeastSquares regression = LeastSquares.of(rows, right);
        return new AutoregressiveModel(Arrays.copyOfRange(regression.coefficients(), 1, order + 1),
                regression.coefficients()[0], regression.sumOfSquares() / count);
    }

    private static double criterion(AutoregressiveModel model, double noOrder, int count) {
        int parameters = model.order() + 1;
        return count * StrictMath.log(Math.max(model.variance / noOrder, 1e-12))
                + 2.0 * parameters * count / Math.max(count - parameters - 1, 1);
    }

    /** The models of all orders from 0 on. */
    private static AutoregressiveModel[] burg(double[] values, int most) {
        double[] forward = SampleMoments.centred(values);
        double[] backward = forward.clone();
        double variance = SampleMoments.sumOfSquares(forward) / values.length;
        double[] coefficients = new double[0];
        AutoregressiveModel[] models = new AutoregressiveModel[most + 1];
        models[0] = new AutoregressiveModel(coefficients, 0, variance);
        for (int order = 1; order <= most; order++) {
            int length = values.length - order;
            double product = 0;
            double squares = 0;
            for (int t = 0; t < length; t++) {
                product += forward[t + 1] * backward[t];
                squares += forward[t + 1] * forward[t + 1] + backward[t] * backward[t];
            }
            double reflection = squares == 0 ? 0 : 2 * product / squares;
            double[] longer = Arrays.copyOf(coefficients, order);
            for (int i = 0; i < order - 1; i++) {
                longer[i] = coefficients[i] - reflection * coefficients[order - 2 - i];
            }
            longer[order - 1] = reflection;
            coefficients = longer;
            variance *= 1 - reflection * reflection;
            for (int t = 0; t < length; t++) {
                double f = forward[t + 1];
                double b = backward[t];
                forward[t] = f - reflection * b;
                backward[t] = b - reflection * f;
            }
            models[order] = new AutoregressiveModel(coefficients, 0, variance);
        }
        return models;
    }

    /** The autocorrelations that the model implies, at lags 0 to some lag. */
    public double[] autocorrelations(int most) {
        int order = order();
        double[] result = new double[Math.max(most, order) + 1];
        result[0] = 1;
        if (order > 0) {
            double[] first = LinearSystem.solve(yuleWalker(), coefficients.clone());
            System.arraycopy(first, 0, result, 1, order);
        }
        for (int lag = order + 1; lag <= most; lag++) {
            double sum = 0;
            for (int i = 0; i < order; i++) {
                sum += coefficients[i] * result[lag - 1 - i];
            }
            result[lag] = sum;
        }
        return result.length == most + 1 ? result : Arrays.copyOf(result, most + 1);
    }

    /** The equations rho(k) = sum of phi(i) rho(|k - i|), with what is not known on the left. */
    private double[][] yuleWalker() {
        int order = order();
        double[][] equations = new double[order][order];
        for (int k = 1; k <= order; k++) {
            equations[k - 1][k - 1] += 1;
            for (int i = 1; i <= order; i++) {
                int lag = Math.abs(k - i);
                if (lag > 0) {
                    equations[k - 1][lag - 1] -= coefficients[i - 1];
                }
            }
        }
        return equations;
    }

    /** What the model leaves unexplained, from the first value with enough values before it; the mean is removed. */
    public double[] residuals(double[] values) {
        double[] centred = SampleMoments.centred(values);
        double[] residuals = new double[Math.max(0, centred.length - order())];
        for (int t = 0; t < residuals.length; t++) {
            double expected = constant;
            for (int i = 0; i < order(); i++) {
                expected += coefficients[i] * centred[t + order() - 1 - i];
            }
            residuals[t] = centred[t + order()] - expected;
        }
        return residuals;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AutoregressiveModel that && Arrays.equals(coefficients, that.coefficients)
                && constant == that.constant && variance == that.variance;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(coefficients);
    }

    @Override
    public String toString() {
        return "coefficients " + Arrays.toString(coefficients) + ", constant " + constant + ", variance " + variance;
    }
}

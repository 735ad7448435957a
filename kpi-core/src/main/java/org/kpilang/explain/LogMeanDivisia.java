package org.kpilang.explain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The additive logarithmic mean Divisia index, LMDI-I (B. W. Ang, The LMDI approach to decomposition analysis: a
 * practical guide, Energy Policy 33, 2005): how a sum over sectors of products of factors moved because of each factor.
 * The effect of a factor x is the sum over sectors of L(V1, V0) ln(x1 / x0), where V is the product in the sector and
 * L(a, b) = (a - b) / (ln a - ln b), L(a, a) = a. The effects add up to the change, do not depend on an order, and those
 * of groups of sectors add up to those of all.
 *
 * <p>Zeros are taken as the limit (R. Wood and M. Lenzen, Zero-value problems of the logarithmic mean Divisia index
 * decomposition method, Energy Policy 34, 2006): if exactly one factor of a sector comes from or goes to zero, the
 * change of the sector is its own; a sector that is zero at both ends adds nothing. If several factors do so at once, or
 * a factor changes its sign, there is no answer, but a reason. Immutable and thread-safe.
 */
public final class LogMeanDivisia {

    private final double before;
    private final double after;
    private final List<Double> effects;
    private final @Nullable String refusal;

    private LogMeanDivisia(double before, double after, double[] effects, @Nullable String refusal) {
        this.before = before;
        this.after = after;
        this.effects = refusal == null ? Arrays.stream(effects).boxed().toList() : List.of();
        this.refusal = refusal;
    }

    /**
     * The effects of the factors.
     *
     * @param x0 for each factor its values before, sector by sector
     * @param x1 the same after
     * @throws IllegalArgumentException if factors have not equally many sectors, or a value is not finite
     */
    public static LogMeanDivisia of(double[][] x0, double[][] x1) {
        int sectors = x0.length == 0 ? 0 : x0[0].length;
        if (x0.length != x1.length || !haveSectors(x0, sectors) || !haveSectors(x1, sectors)) {
            throw new IllegalArgumentException("as many finite values before as after are needed for each factor");
        }
        double before = 0;
        double after = 0;
        double[] effects = new double[x0.length];
        String refusal = null;
        for (int sector = 0; sector < sectors && refusal == null; sector++) {
            double v0 = product(x0, sector);
            double v1 = product(x1, sector);
            before += v0;
            after += v1;
            refusal = add(x0, x1, sector, v0, v1, effects);
        }
        return new LogMeanDivisia(before, after, effects, refusal);
    }

    private static boolean haveSectors(double[][] values, int sectors) {
        return Arrays.stream(values)
                .allMatch(row -> row.length == sectors && Arrays.stream(row).allMatch(Double::isFinite));
    }

    private static double product(double[][] factors, int sector) {
        double product = 1;
        for (double[] factor : factors) {
            product *= factor[sector];
        }
        return product;
    }

    /** Adds the effects in a sector; returns why that cannot be, or null. */
    private static @Nullable String add(double[][] x0, double[][] x1, int sector, double v0, double v1,
            double[] effects) {
        if (v0 == 0 && v1 == 0) {
            return null;
        } else if (v0 == 0 || v1 == 0) {
            double[][] zero = v0 == 0 ? x0 : x1;
            int only = -1;
            for (int factor = 0; factor < zero.length; factor++) {
                if (zero[factor][sector] == 0) {
                    if (only >= 0) {
                        return "several factors of a sector come from or go to zero at once";
                    }
                    only = factor;
                }
            }
            effects[only] += v1 - v0;
            return null;
        }
        double mean = mean(v1, v0);
        for (int factor = 0; factor < x0.length; factor++) {
            double ratio = x1[factor][sector] / x0[factor][sector];
            if (!(ratio > 0)) {
                return "a factor changes its sign";
            }
            effects[factor] += mean * Math.log(ratio);
        }
        return null;
    }

    /** The logarithmic mean of two numbers of one sign; that of numbers below zero is below zero. */
    static double mean(double a, double b) {
        double growth = (a - b) / b;
        // Near 1 the logarithm of a quotient would lose the digits that count.
        return growth == 0 ? b : (a - b) / (Math.abs(growth) < 0.5 ? Math.log1p(growth) : Math.log(a / b));
    }

    /** The sum before, as far as it was worked out. */
    public double before() {
        return before;
    }

    /** The sum after, as far as it was worked out. */
    public double after() {
        return after;
    }

    /** The effect of each factor; none if there is no answer. */
    public List<Double> effects() {
        return effects;
    }

    /** Why there is no answer; empty if there is one. */
    public Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    @Override
    public String toString() {
        return Objects.requireNonNullElse(refusal, effects.toString());
    }
}

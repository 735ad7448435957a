package org.kpilang.report.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis with ticks at round numbers, multiples of 1, 2, 2.5 or 5 times a power of ten.
 *
 * @param low   the lower end, at or below all values
 * @param high  the upper end, at or above all values
 * @param ticks the ticks, from the lower to the upper
 * @param step  the distance between ticks
 */
public record Axis(double low, double high, List<Double> ticks, double step) {

    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    /** Where all values lie above zero, the axis begins there if not too much of it stays empty. */
    private static final double NEAR_ZERO = 0.45;
    private static final double LARGEST = 1e300;

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** The axis of the values from one to another, with about so many ticks. */
    public static Axis of(double from, double to, int count) {
        double low = Math.max(-LARGEST, Math.min(LARGEST, from));
        double high = Math.max(-LARGEST, Math.min(LARGEST, to));
        if (low > 0 && low < NEAR_ZERO * high) {
            low = 0;
        } else if (high < 0 && high > NEAR_ZERO * low) {
            high = 0;
        }
        if (high - low <= Math.ulp(Math.max(Math.abs(low), Math.abs(high))) * 8) {
            double around = low == 0 ? 1 : Math.abs(low) / 2;
            low -= around;
            high += around;
        }
        double step = step(high / count - low / count);
        BigDecimal exact = new BigDecimal(step, new MathContext(3, RoundingMode.HALF_EVEN));
        BigDecimal first = BigDecimal.valueOf(Math.floor(low / step)).multiply(exact);
        List<Double> ticks = new ArrayList<>();
        for (BigDecimal tick = first;; tick = tick.add(exact)) {
            ticks.add(tick.doubleValue());
            if (tick.doubleValue() >= high) {
                break;
            }
        }
        return new Axis(ticks.get(0), ticks.get(ticks.size() - 1), ticks, exact.doubleValue());
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double round : ROUND) {
            if (least <= round * power * (1 + 1e-9)) {
                return round * power;
            }
        }
        return 10 * power;
    }

    /** Where a value lies between the ends: 0 at the lower, 1 at the upper; a value beyond an end lies at it. */
    public double share(double value) {
        return Math.max(0, Math.min(1, (value / 2 - low / 2) / (high / 2 - low / 2)));
    }
}

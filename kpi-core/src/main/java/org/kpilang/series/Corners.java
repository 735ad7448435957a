package org.kpilang.series;

/**
 * Operations whose extremes lie where both operands are at an end. A corner belongs to the result if both ends belong
 * to their intervals; zero times anything is zero, also if the other end does not.
 */
final class Corners {

    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private boolean lowOpen = true;
    private boolean highOpen = true;

    private Corners() {}

    static Interval product(Interval left, Interval right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Interval.NONE;
        }
        Corners corners = new Corners();
        for (int corner = 0; corner < 4; corner++) {
            double a = end(left, corner < 2);
            double b = end(right, corner % 2 == 0);
            boolean zero = a == 0 && !isOpen(left, corner < 2) || b == 0 && !isOpen(right, corner % 2 == 0);
            corners.add(a == 0 || b == 0 ? 0 : a * b,
                    !zero && (isOpen(left, corner < 2) || isOpen(right, corner % 2 == 0)));
        }
        return corners.interval();
    }

    /** The quotients by a divisor that does not hold zero, though zero may be its end. */
    static Interval quotient(Interval left, Interval divisor) {
        if (left.isEmpty() || divisor.isEmpty()) {
            return Interval.NONE;
        }
        Corners corners = new Corners();
        double sign = divisor.low() < 0 ? -1 : 1;
        for (int corner = 0; corner < 4; corner++) {
            double a = end(left, corner < 2);
            double b = end(divisor, corner % 2 == 0);
            boolean zero = a == 0 && !isOpen(left, corner < 2);
            double value = a == 0 || Double.isInfinite(b) ? 0 : b == 0 ? a * sign * Double.POSITIVE_INFINITY : a / b;
            corners.add(value, !zero && (isOpen(left, corner < 2) || isOpen(divisor, corner % 2 == 0)));
        }
        return corners.interval();
    }

    static Interval power(Interval base, Interval exponent) {
        if (base.isEmpty() || exponent.isEmpty()) {
            return Interval.NONE;
        } else if (base.low() >= 0) {
            return ofNotNegative(base, exponent);
        }
        Interval ofRest = power(base.intersect(Interval.NOT_NEGATIVE), exponent);
        if (!exponent.isPoint()) {
            return Interval.ANY;
        } else if (exponent.low() != Math.rint(exponent.low())) {
            return ofRest;
        }
        Interval ofNegative = ofNotNegative(base.intersect(Interval.below(0)).negated(), exponent);
        return ofRest.hull(exponent.low() % 2 == 0 ? ofNegative : ofNegative.negated());
    }

    /**
     * Powers grow or shrink with the base and with the exponent alike, whatever the other. Those that are too small for a
     * number are zero.
     */
    private static Interval ofNotNegative(Interval base, Interval exponent) {
        Corners corners = new Corners();
        for (int corner = 0; corner < 4; corner++) {
            double value = pow(end(base, corner < 2), end(exponent, corner % 2 == 0));
            boolean vanishes = value == 0 && end(base, corner < 2) != 0;
            corners.add(value, !vanishes && (isOpen(base, corner < 2) || isOpen(exponent, corner % 2 == 0)));
        }
        if (base.contains(1) || exponent.contains(0)) {
            corners.add(1, false);
        }
        if (base.contains(0) && exponent.high() > 0) {
            corners.add(0, false);
        }
        return corners.interval();
    }

    private static double pow(double base, double exponent) {
        return base == 1 ? 1 : StrictMath.pow(base, exponent);
    }

    private static double end(Interval interval, boolean lower) {
        return lower ? interval.low() : interval.high();
    }

    private static boolean isOpen(Interval interval, boolean lower) {
        return lower ? interval.lowOpen() : interval.highOpen();
    }

    private void add(double value, boolean open) {
        if (value < low || value == low && !open) {
            low = value;
            lowOpen = open;
        }
        if (value > high || value == high && !open) {
            high = value;
            highOpen = open;
        }
    }

    private Interval interval() {
        return Interval.calculated(low, high, lowOpen, highOpen);
    }
}

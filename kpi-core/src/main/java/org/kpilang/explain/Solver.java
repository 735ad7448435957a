package org.kpilang.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds where a function of one number has a value, nearest to where it is now. For one use. */
final class Solver {

    /** Values that differ by less than so much of their size are the same. */
    private static final double SAME = 1e-12;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int MOST_STEPS = 200;

    private final DoubleUnaryOperator function;
    private final double start;
    private final double present;
    private final double goal;
    private final double tolerance;
    private final SearchGrid grid;
    private double lowest;
    private double highest;
    private boolean isFlat;

    /**
     * Where the function has the value.
     *
     * @param value what it has there exactly
     * @param exact whether this follows from the form of the function
     */
    record Root(double x, double value, boolean exact) {}

    /** @param function NaN where it has no value */
    Solver(DoubleUnaryOperator function, double start, double present, double goal, SearchGrid grid) {
        this.function = function;
        this.start = start;
        this.present = present;
        this.goal = goal;
        this.tolerance = GoalSeek.TOLERANCE * Math.max(Math.abs(goal), Math.abs(present));
        this.grid = grid;
        this.lowest = present;
        this.highest = present;
    }

    /** Whether the function has nothing but its present value, wherever it was asked in vain. */
    boolean isFlat() {
        return isFlat;
    }

    /** The lowest value that was met on the way from zero up. */
    double lowest() {
        return lowest;
    }

    /** The highest value that was met on the way from zero up. */
    double highest() {
        return highest;
    }

    /** The nearest place where the function has the value, or null if there is none. */
    @Nullable Root root() {
        if (present == goal) {
            return new Root(start, present, true);
        }
        Root known = quotient();
        if (known != null) {
            return known;
        }
        Root above = searched(grid.upward());
        if (above != null) {
            return above;
        }
        double low = lowest;
        double high = highest;
        Root below = searched(grid.downward());
        isFlat = lowest == highest;
        lowest = low;
        highest = high;
        return below;
    }

    private double at(double x) {
        double value = x == start ? present : function.applyAsDouble(x);
        lowest = Math.min(lowest, Double.isNaN(value) ? lowest : value);
        highest = Math.max(highest, Double.isNaN(value) ? highest : value);
        return value;
    }

    private boolean isReached(double value) {
        return Math.abs(value - goal) <= tolerance;
    }

    /**
     * The solution where the function is linear or a quotient of linear ones. These keep the cross-ratio of any four
     * points, so three of them tell where the goal is met; the others show whether the form holds.
     */
    private @Nullable Root quotient() {
        double[] points = grid.near();
        double[] values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            values[i] = at(points[i]);
            if (Double.isNaN(values[i])) {
                return null;
            }
        }
        double x1 = points[1];
        double g1 = values[1];
        double x2 = points[3];
        double g2 = values[3];
        for (int i : new int[] {0, 2, 4}) {
            double expected = place(x1, g1, x2, g2, start, present, values[i]);
            if (!(Math.abs(expected - points[i]) <= 1e-9 * Math.abs(points[i]))) {
                return null;
            }
        }
        double x = place(x1, g1, x2, g2, start, present, goal);
        for (int step = 0; step < 2 && Math.abs(x) <= grid.farthest(); step++) {
            double value = at(x);
            if (isReached(value)) {
                return new Root(x, value, true);
            }
            // Once more with a point that is close already: what is left is rounding.
            x = Double.isNaN(value) ? Double.NaN : place(x1, g1, x2, g2, x, value, goal);
        }
        return null;
    }

    /** Where a quotient of linear expressions that is known at three points has a value; infinite where nowhere. */
    private static double place(double x1, double g1, double x2, double g2, double x3, double g3, double value) {
        double ratio = (value - g1) * (g2 - g3) * (x2 - x1) / ((value - g3) * (g2 - g1) * (x2 - x3));
        return value == g3 ? x3 : (x1 - ratio * x3) / (1 - ratio);
    }

    private @Nullable Root searched(double[] points) {
        double[] values = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            values[i] = at(points[i]) - goal;
        }
        List<Root> roots = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (isReached(values[i] + goal)) {
                roots.add(new Root(points[i], values[i] + goal, false));
            } else if (i > 0 && values[i - 1] * values[i] < 0) {
                add(roots, passed(points[i - 1], values[i - 1], points[i], values[i]));
            } else if (i > 1 && isTurn(values[i - 2], values[i - 1], values[i])) {
                add(roots, touched(points[i - 2], points[i], Math.signum(values[i - 1])));
            }
        }
        return roots.stream().min(Comparator.comparingDouble(root -> Math.abs(root.x() - start))).orElse(null);
    }

    private static boolean isTurn(double before, double middle, double after) {
        return before * middle > 0 && middle * after > 0 && Math.abs(middle) <= Math.abs(before)
                && Math.abs(middle) <= Math.abs(after) && Math.abs(before) + Math.abs(after) > 2 * Math.abs(middle);
    }

    private void add(List<Root> roots, double x) {
        double value = at(x);
        if (isReached(value)) {
            roots.add(new Root(x, value, false));
        }
    }

    /**
     * Chandrupatla's method: an inverse quadratic step where the three points at hand promise that it narrows the
     * bracket, and halving otherwise.
     */
    private double passed(double from, double fromValue, double to, double toValue) {
        double a = from;
        double fa = fromValue;
        double b = to;
        double fb = toValue;
        double part = 0.5;
        for (int i = 0; i < MOST_STEPS; i++) {
            double x = a + part * (b - a);
            double fx = at(x) - goal;
            boolean onSideOfA = Math.signum(fx) == Math.signum(fa);
            double c = onSideOfA ? a : b;
            double fc = onSideOfA ? fa : fb;
            b = onSideOfA ? b : a;
            fb = onSideOfA ? fb : fa;
            a = x;
            fa = fx;
            double least = 2 * Math.ulp(Math.abs(fa) < Math.abs(fb) ? a : b) / Math.abs(b - a);
            if (fa == 0 || Double.isNaN(fa) || least > 0.5) {
                break;
            }
            double place = (a - b) / (c - b);
            double height = (fa - fb) / (fc - fb);
            boolean bendsLittle = height * height < place && (1 - height) * (1 - height) < 1 - place;
            part = bendsLittle ? fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
                    : 0.5;
            part = Math.min(1 - least, Math.max(least, part));
        }
        return Math.abs(fa) <= Math.abs(fb) ? a : b;
    }

    /** Where the function comes closest to the goal from one side, by a golden section. */
    private double touched(double from, double to, double side) {
        double low = from;
        double high = to;
        double left = high - GOLDEN * (high - low);
        double right = low + GOLDEN * (high - low);
        double leftValue = side * (at(left) - goal);
        double rightValue = side * (at(right) - goal);
        for (int i = 0; i < MOST_STEPS && high - low > SAME * Math.max(Math.abs(low), Math.abs(high)); i++) {
            if (leftValue < rightValue) {
                high = right;
                right = left;
                rightValue = leftValue;
                left = high - GOLDEN * (high - low);
                leftValue = side * (at(left) - goal);
            } else {
                low = left;
                left = right;
                leftValue = rightValue;
                right = low + GOLDEN * (high - low);
                rightValue = side * (at(right) - goal);
            }
        }
        return leftValue < rightValue ? left : right;
    }
}

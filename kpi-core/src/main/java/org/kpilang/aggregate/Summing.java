package org.kpilang.aggregate;

/** The addition of two numbers without loss. */
final class Summing {

    private Summing() {}

    /** What rounding took from the sum of two numbers (Knuth, The Art of Computer Programming 2, 4.2.2, theorem B). */
    static double lost(double a, double b, double sum) {
        double second = sum - a;
        return (a - (sum - second)) + (b - second);
    }
}

package org.kpilang.evaluate;

/**
 * How a cell changes as something that it rests on grows in proportion to itself: by {@code value * growth} for a small
 * relative growth to the one side, and by another slope to the other side where there is a kink.
 *
 * @param value       what the cell comes to; NaN if it has no value, and then nothing else means anything
 * @param right       the slope as it grows, in the unit of the KPI for a growth of 100 %; infinite if the cell jumps
 * @param left        the slope as it shrinks; the same as {@code right} where the cell changes smoothly
 * @param approximate whether a part was worked out from nearby values, since a function does not tell its slope
 * @param jumps       whether something on the way jumps at this very point, such as a rounding or a condition
 */
public record Derivative(double value, double right, double left, boolean approximate, boolean jumps) {

    /** Whether the slopes to both sides are the same finite number, but for rounding. */
    public boolean isSmooth() {
        return !jumps && Double.isFinite(right) && Double.isFinite(left)
                && Math.abs(right - left) <= 1e-9 * Math.max(Math.abs(right), Math.abs(left));
    }
}

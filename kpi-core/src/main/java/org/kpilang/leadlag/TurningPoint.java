package org.kpilang.leadlag;

/**
 * A peak or a trough of a cycle.
 *
 * @param index where in the row it lies, counted from 0
 * @param peak  whether it is a peak
 * @param value the value there
 */
public record TurningPoint(int index, boolean peak, double value) {}

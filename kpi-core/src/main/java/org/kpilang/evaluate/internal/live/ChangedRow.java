package org.kpilang.evaluate.internal.live;

/**
 * What changed of a KPI in a period.
 *
 * @param kpi    its number
 * @param period the number of the period in the window
 * @param rows   the rows of the cells, in the order of results
 * @param before their values before; NaN where there was none
 * @param after  their values after
 */
public record ChangedRow(int kpi, int period, int[] rows, double[] before, double[] after) {}

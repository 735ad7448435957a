/**
 * Summaries of numbers that arrive one after the other. An {@link org.kpilang.aggregate.Aggregate} keeps a small state
 * that grows by adding a number and merges with another state; the same three operations give roll-up, rolling windows,
 * running totals, totals over slices, and later increments. {@link org.kpilang.aggregate.Statistics} lists them by
 * name.
 *
 * <p>A new statistic is one entry of {@link org.kpilang.aggregate.Statistics}.
 */
@NullMarked
package org.kpilang.aggregate;

import org.jspecify.annotations.NullMarked;

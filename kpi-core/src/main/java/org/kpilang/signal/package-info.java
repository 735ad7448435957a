/**
 * Whether what a number does is real, or what chance would do anyway.
 *
 * <p>Start at {@link org.kpilang.signal.ProcessBehaviour}: it draws a {@link org.kpilang.signal.ProcessChart} of the
 * points of a process, with the limits within which they usually lie, and the {@link org.kpilang.signal.Signal}s where
 * they did not. {@link org.kpilang.signal.FalseAlarms} tells how often such a chart has a signal though nothing
 * changed.
 *
 * <p>{@link org.kpilang.signal.Proportion} tells where a rate may lie that was counted in a sample, and
 * {@link org.kpilang.signal.PromoterScore} the same of a net promoter score, and whether two of them differ.
 * {@link org.kpilang.signal.Forecast} has plain ways to go on from a history, and {@link org.kpilang.signal.RunRate}
 * what a period comes to whose first part is known.
 *
 * <p>Rows of values are arrays; NaN stands for a value that is missing, and for a limit or a forecast that there is
 * not. Everything is a function of its arguments alone, without randomness, and thread-safe.
 */
@NullMarked
package org.kpilang.signal;

import org.jspecify.annotations.NullMarked;

/**
 * Why a value is what it is, what moved it, and what would change it. {@link org.kpilang.explain.Why} tells how a KPI
 * was worked out in a period and slice, step by step; {@link org.kpilang.explain.ChangeExplanation} splits the
 * difference of two values into contributions that add up to it, as a {@link org.kpilang.explain.Decomposition}.
 * {@link org.kpilang.explain.PriceVolumeMix} and {@link org.kpilang.explain.LogMeanDivisia} are two methods known by
 * name.
 *
 * <p>{@link org.kpilang.explain.Scenario} asks the same question of changed inputs, constants or formulas, and puts the
 * answer beside the actual one; {@link org.kpilang.explain.GoalSeek} asks the other way round what an input must be;
 * {@link org.kpilang.explain.Sensitivity} tells which input matters most, and {@link org.kpilang.explain.DriverTree}
 * what a KPI rests on and what rests on it. Targets and the like are handed in as numbers.
 *
 * <p>Everything here is immutable and thread-safe, and takes time linear in the definitions where it does not say
 * otherwise.
 */
@NullMarked
package org.kpilang.explain;

import org.jspecify.annotations.NullMarked;

/**
 * Why a value is what it is, and what moved it. {@link org.kpilang.explain.Why} tells how a KPI was worked out in a
 * period and slice, step by step; {@link org.kpilang.explain.ChangeExplanation} splits the difference of two values into
 * contributions that add up to it, as a {@link org.kpilang.explain.Decomposition}.
 * {@link org.kpilang.explain.PriceVolumeMix} and {@link org.kpilang.explain.LogMeanDivisia} are two methods known by
 * name.
 *
 * <p>Everything here is immutable and thread-safe, and takes time linear in the definitions.
 */
@NullMarked
package org.kpilang.explain;

import org.jspecify.annotations.NullMarked;

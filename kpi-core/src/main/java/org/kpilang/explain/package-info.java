/**
 * What stands behind a KPI, and what would change it. Start at {@link org.kpilang.explain.Scenario}: the same question
 * with changed inputs, constants or formulas, beside the actual one; {@link org.kpilang.explain.GoalSeek} asks it the
 * other way round, {@link org.kpilang.explain.Sensitivity} asks which input matters most, and
 * {@link org.kpilang.explain.DriverTree} shows what a KPI rests on.
 *
 * <p>Nothing here changes the facts or the model that it is asked about. Everything is worked out from the numbers of an
 * evaluation; targets and the like are handed in as numbers. Public types are immutable and thread-safe.
 */
@NullMarked
package org.kpilang.explain;

import org.jspecify.annotations.NullMarked;

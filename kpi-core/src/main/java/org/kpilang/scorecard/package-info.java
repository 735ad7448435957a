/**
 * How values stand against what was wanted of them. {@link org.kpilang.scorecard.Scorecard} tells, for each KPI, slice
 * and period of a result, the target that applies there and the status that the bands of the KPI give the value.
 * {@link org.kpilang.scorecard.Trends} tells how they stand against earlier ones, {@link org.kpilang.scorecard.Signals}
 * whether that is unusual, and {@link org.kpilang.scorecard.Uncertainty} what chance may do to values of few cases.
 * {@link org.kpilang.scorecard.Reviews} tells when KPIs are to be looked at again.
 * {@link org.kpilang.scorecard.Smart} judges whether a KPI is a good one, and {@link org.kpilang.scorecard.ModelReview}
 * what a model lacks. {@link org.kpilang.scorecard.Attainments} tells what is attained of targets,
 * {@link org.kpilang.scorecard.ObjectiveTree} of objectives and their key results, and
 * {@link org.kpilang.scorecard.ScorecardView} by owner, level and so on.
 *
 * <p>Targets and bounds are formulas like any other, and are asked in the context of the cell that they judge. Values
 * are compared as they are, never as they are shown.
 */
@NullMarked
package org.kpilang.scorecard;

import org.jspecify.annotations.NullMarked;

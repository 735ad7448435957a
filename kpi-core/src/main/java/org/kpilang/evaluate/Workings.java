package org.kpilang.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kpilang.evaluate.internal.StepValues;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * How formulas are worked out: names, functions and selectors are written out, so that what is left are inputs under
 * their selectors, and arithmetic over them, step by step. A step needs earlier ones only, and what is needed several
 * times is one step, so that their number is linear in that of the definitions. Immutable and thread-safe.
 */
public final class Workings {

    private final Result result;
    private final StepValues cells;
    private final List<WorkedStep> steps;

    Workings(Result result, StepValues cells) {
        this.result = result;
        this.cells = cells;
        this.steps = cells.steps().stream().map(WorkedStep::new).toList();
    }

    /** The result whose periods and slices are asked. */
    public Result result() {
        return result;
    }

    /** All steps, and none that no formula needs. */
    public List<WorkedStep> steps() {
        return steps;
    }

    /** The number of the step that gives a formula, by the number of the formula; 0 for the only one. */
    public int step(int formula) {
        return cells.output(formula);
    }

    /** What every step comes to in a cell, in the order of the steps; NaN where it has no value. */
    public double[] values(int slice, int period) {
        return cells.values(checkedSlice(slice), Objects.checkIndex(period, result.periods()));
    }

    /** Why a step has no value in a cell where it has none: root causes in the order of the formula. */
    public List<Reason> why(int step, int slice, int period) {
        return cells.reasons(Objects.checkIndex(step, steps.size()), checkedSlice(slice),
                Objects.checkIndex(period, result.periods()));
    }

    /** Which facts an input under its selectors was worked out from; empty for other steps, and if it has no facts. */
    public Optional<FactsRead> factsRead(int step, int slice, int period) {
        return steps.get(step).sort() == WorkedStep.Sort.INPUT
                ? cells.factsRead(step, checkedSlice(slice), Objects.checkIndex(period, result.periods()))
                : Optional.empty();
    }

    /**
     * Which facts a statistic over periods was worked out from, input by input, from the first to the last period that
     * it looks at; none for other steps.
     */
    public List<FactsRead> factsInside(int step, int slice, int period) {
        return steps.get(step).sort() == WorkedStep.Sort.STATISTIC
                ? cells.factsInside(step, checkedSlice(slice), Objects.checkIndex(period, result.periods()))
                : List.of();
    }

    /** The window in which a step that is no arithmetic looks, asked in a period. */
    public Window window(int step, Period period) {
        return steps.get(step).window(period.window());
    }

    private int checkedSlice(int slice) {
        return Objects.checkIndex(slice, result.slices().size());
    }
}

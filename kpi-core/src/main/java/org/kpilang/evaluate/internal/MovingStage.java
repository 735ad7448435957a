package org.kpilang.evaluate.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.internal.Motion.Variant;
import org.kpilang.model.InputKind;

/**
 * A stage in one slice of which something moves: the value of each step in each window, and how fast it changes. This
 * is forward differentiation of the program, along the direction in which the motion goes: each step passes on how
 * fast its operands change. For the use of one thread.
 */
final class MovingStage {

    private static final Execution EXECUTION = Execution.DEFAULT.fusing(false);

    private final Stage stage;
    private final int slice;
    private final Motion motion;
    private final SlopeOfStep slopes;
    private final Map<Integer, double[]> rows = new HashMap<>();
    private final Map<Integer, Map<Variant, double[]>> variants = new HashMap<>();
    private final Map<Integer, MovingStage> inner = new HashMap<>();
    private final double[] outputValues;
    private final double[] outputSlopes;
    private final boolean[] known;

    MovingStage(Stage stage, int slice, Motion motion) {
        this.stage = stage;
        this.slice = slice;
        this.motion = motion;
        this.slopes = new SlopeOfStep(motion);
        this.outputValues = new double[stage.frame().size()];
        this.outputSlopes = new double[stage.frame().size()];
        this.known = new boolean[stage.frame().size()];
    }

    /** What the only output comes to in a window; NaN if it has no value. */
    double value(int window) {
        workOut(window);
        return outputValues[window];
    }

    /** How fast the only output changes in a window; NaN if it has no value, infinite if it jumps. */
    double slope(int window) {
        workOut(window);
        return outputSlopes[window];
    }

    private void workOut(int window) {
        if (known[window]) {
            return;
        }
        Program program = stage.program();
        int target = program.outputs().get(0);
        boolean[] needed = program.neededFor(target);
        double[] values = new double[target + 1];
        double[] changes = new double[target + 1];
        for (int step = 0; step <= target; step++) {
            if (needed[step]) {
                workOut(step, program.steps().get(step), window, values, changes);
            }
        }
        outputValues[window] = values[target];
        outputSlopes[window] = changes[target];
        known[window] = true;
    }

    private void workOut(int number, Step step, int window, double[] values, double[] changes) {
        if (step instanceof Step.Constant constant) {
            values[number] = constant.value();
            changes[number] = constant.varied() ? constant.value() * motion.rate() : 0;
        } else if (step instanceof Step.Operation operation) {
            double[] operands = operation.operands().stream().mapToDouble(operand -> values[operand]).toArray();
            double[] moving = operation.operands().stream().mapToDouble(operand -> changes[operand]).toArray();
            values[number] = operation.kernel().of(operands);
            changes[number] = Double.isNaN(values[number]) ? Double.NaN
                    : slopes.of(operation.kernel(), operands, moving, values[number]);
        } else {
            LeafColumn column = column(number);
            values[number] = rows.computeIfAbsent(number, none -> row(column))[window];
            changes[number] = Double.isNaN(values[number]) ? Double.NaN
                    : leafSlope(number, ((Step.Input) step).leaf(), column, window, values[number]);
        }
    }

    private LeafColumn column(int step) {
        LeafColumn column = stage.column(step);
        if (column == null) {
            throw new AssertionError("step " + step + " is no leaf");
        }
        return column;
    }

    private double[] row(LeafColumn column) {
        double[] row = new double[column.windows()];
        int number = column.row(slice);
        column.filler(new Workspace(new LeafStore(), EXECUTION)).fill(number, number + 1, row, 0);
        return row;
    }

    private double leafSlope(int step, Leaf leaf, LeafColumn column, int window, double value) {
        if (leaf instanceof Leaf.Facts facts) {
            return factsSlope(step, facts, column, window, value);
        } else if (leaf instanceof Leaf.Summary summary) {
            return summarySlope(step, summary, (SummaryColumn) column, window);
        }
        return leaf instanceof Leaf.Index ? indexSlope(step, (IndexColumn) column, window, value) : 0;
    }

    /** A roll-up is linear in its facts; a highest one moves if it is among those that move. */
    private double factsSlope(int step, Leaf.Facts leaf, LeafColumn column, int window, double value) {
        if (leaf.weight() != null && motion.isOf(leaf.weight().name())) {
            return weightSlope(step, leaf, window, value);
        } else if (!motion.isOf(leaf.input().name())) {
            return 0;
        } else if (leaf.input().kind() == InputKind.VALUES) {
            return eventsSlope(leaf.reading(), (FactsColumn) column, window);
        } else if (leaf.input().kind() == InputKind.PEAK) {
            return extremeSlope(variant(step, leaf, Variant.PART_ABOVE_ALL)[window],
                    variant(step, leaf, Variant.REST_ABOVE_ALL)[window], value, 1);
        } else if (leaf.input().kind() == InputKind.TROUGH) {
            return extremeSlope(variant(step, leaf, Variant.PART_BELOW_ALL)[window],
                    variant(step, leaf, Variant.REST_BELOW_ALL)[window], value, -1);
        }
        return variant(step, leaf, Variant.PART)[window] * motion.rate();
    }

    /** Of events each moves by itself. */
    private double eventsSlope(Reading reading, FactsColumn column, int window) {
        int[] facts = column.facts(slice, window);
        double[] values = Arrays.stream(facts).mapToDouble(column.input()::value).toArray();
        double[] changes = new double[values.length];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = motion.moves(facts[i]) ? values[i] * motion.rate() : 0;
        }
        return SlopeOfStatistic.ofEvents(reading, values, changes, motion);
    }

    /** @param side 1 if the highest counts, -1 if the lowest */
    private double extremeSlope(double part, double rest, double value, int side) {
        double slope = value * motion.rate();
        if (part != value) {
            return 0;
        }
        return rest != value ? slope : side * Math.max(side * slope, 0);
    }

    /**
     * A mean as the weights of a part grow s-fold is (a + s b) / (c + s d). What it is now, with twice these weights,
     * and with these alone tells how fast it changes.
     */
    private double weightSlope(int step, Leaf.Facts leaf, int window, double value) {
        double twice = variant(step, leaf, Variant.PART_TWICE)[window];
        double alone = variant(step, leaf, Variant.PART)[window];
        if (Double.isNaN(alone) || twice == alone || twice == value) {
            return 0;
        }
        return (value - twice) * (alone - value) / (twice - alone) * motion.rate();
    }

    private double[] variant(int step, Leaf.Facts leaf, Variant variant) {
        return variants.computeIfAbsent(step, none -> new HashMap<>()).computeIfAbsent(variant,
                none -> row(Stage.column(leaf, stage.frame(), motion.panel(variant))));
    }

    private MovingStage inner(int step, Stage operand) {
        return inner.computeIfAbsent(step, none -> new MovingStage(operand, slice, motion));
    }

    private double summarySlope(int step, Leaf.Summary leaf, SummaryColumn column, int window) {
        MovingStage inside = inner(step, column.operand());
        int[] periods = column.periods(window, period -> !Double.isNaN(inside.value(period)));
        double[] values = Arrays.stream(periods).mapToDouble(inside::value).toArray();
        double[] changes = Arrays.stream(periods).mapToDouble(inside::slope).toArray();
        return SlopeOfStatistic.of(column.statistic(), leaf.arguments(), values, changes, motion);
    }

    /** The index is 100 a / b, of the means in the window and in the base. */
    private double indexSlope(int step, IndexColumn column, int window, double value) {
        MovingStage inside = inner(step, column.operand());
        double[] changes = new double[column.operand().frame().size()];
        double[] values = new double[changes.length];
        for (int period = 0; period < changes.length; period++) {
            values[period] = inside.value(period);
            changes[period] = inside.slope(period);
        }
        return column.slope(window, values, changes, value);
    }

    /** What a motion does to a cell at a moment: its value, and how fast it changes. */
    record Moment(double value, double slope) {}

    /** The only output in a window. */
    Moment at(int window) {
        return new Moment(value(window), slope(window));
    }

    /** The output of a stage in a slice and window, as something moves. */
    static Moment of(Stage stage, int slice, int window, Motion motion) {
        return new MovingStage(stage, slice, motion).at(window);
    }
}

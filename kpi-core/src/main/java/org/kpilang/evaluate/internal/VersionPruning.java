package org.kpilang.evaluate.internal;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.kpilang.time.Window;

/**
 * Takes versions of KPIs out of a program that hold in none of the windows asked about, so that a question about this
 * year needs no facts of a definition that was given up before. Inside statistics all versions stay.
 */
final class VersionPruning {

    private VersionPruning() {}

    /** The program as far as it is needed for the periods of a window. */
    static Program pruned(Program program, Window window) {
        if (program.leaves().noneMatch(Leaf.Version.class::isInstance)) {
            return program;
        }
        try {
            return withoutUnused(program, Frame.of(window));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            // A selector leads out of the calendar, which is told where programs are checked.
            return program;
        }
    }

    private static Program withoutUnused(Program program, Frame frame) {
        List<Step> steps = new ArrayList<>(program.steps());
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Operation operation && operation.kernel() instanceof VersionChoice
                    && steps.get(operation.operands().get(0)) instanceof Step.Input input
                    && input.leaf() instanceof Leaf.Version leaf) {
                steps.set(i, new Step.Operation(operation.kernel(), needed(operation.operands(), leaf, frame),
                        operation.sources()));
            }
        }
        return Program.pruned(steps, program.outputs());
    }

    /** The operands, with the number of the version itself in the place of those that are never chosen. */
    private static List<Integer> needed(List<Integer> operands, Leaf.Version leaf, Frame frame) {
        List<Integer> needed = new ArrayList<>(operands);
        for (int i = 1; i < needed.size(); i++) {
            needed.set(i, operands.get(0));
        }
        for (double number : VersionColumn.numbers(leaf, frame)) {
            if (!Double.isNaN(number)) {
                needed.set(1 + (int) number, operands.get(1 + (int) number));
            }
        }
        return needed;
    }
}

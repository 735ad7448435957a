package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Arithmetic over leaves, in steps of which each needs earlier ones only. Immutable.
 *
 * @param steps   all steps that an output needs, and no other
 * @param outputs for each result the step that gives it
 */
record Program(List<Step> steps, List<Integer> outputs) {

    Program {
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
    }

    /** The leaves, in the order of the steps. */
    Stream<Leaf> leaves() {
        return steps.stream().filter(Step.Input.class::isInstance).map(step -> ((Step.Input) step).leaf());
    }

    /** The last step that reads each step; outputs are read by the end. */
    int[] lastReaders() {
        int[] last = new int[steps.size()];
        for (int i = 0; i < last.length; i++) {
            last[i] = i;
            if (steps.get(i) instanceof Step.Operation operation) {
                for (int operand : operation.operands()) {
                    last[operand] = i;
                }
            }
        }
        outputs.forEach(output -> last[output] = steps.size());
        return last;
    }

    /** Which steps one step needs, itself included. */
    boolean[] neededFor(int step) {
        boolean[] needed = new boolean[steps.size()];
        needed[step] = true;
        for (int i = step; i >= 0; i--) {
            if (needed[i] && steps.get(i) instanceof Step.Operation operation) {
                operation.operands().forEach(operand -> needed[operand] = true);
            }
        }
        return needed;
    }

    /** The same program without the steps that no output needs. */
    static Program pruned(List<Step> steps, List<Integer> outputs) {
        boolean[] needed = new boolean[steps.size()];
        outputs.forEach(output -> needed[output] = true);
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (needed[i] && steps.get(i) instanceof Step.Operation operation) {
                operation.operands().forEach(operand -> needed[operand] = true);
            }
        }
        int[] place = new int[steps.size()];
        Arrays.fill(place, -1);
        List<Step> kept = new ArrayList<>();
        for (int i = 0; i < needed.length; i++) {
            if (needed[i]) {
                place[i] = kept.size();
                Step step = steps.get(i);
                kept.add(step instanceof Step.Operation operation
                        ? new Step.Operation(operation.kernel(), placed(operation.operands(), place),
                                operation.sources())
                        : step);
            }
        }
        return new Program(kept, placed(outputs, place));
    }

    private static List<Integer> placed(List<Integer> steps, int[] place) {
        List<Integer> placed = new ArrayList<>(steps.size());
        for (int step : steps) {
            placed.add(place[step]);
        }
        return placed;
    }
}

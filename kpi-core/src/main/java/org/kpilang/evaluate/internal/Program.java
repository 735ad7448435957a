package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Arithmetic over leaves, in steps of which each needs earlier ones only. Immutable and thread-safe. */
public final class Program {

    private final List<Step> steps;
    private final List<Integer> outputs;
    private volatile @Nullable CompiledProgram compiled;

    /**
     * @param steps   all steps that an output needs, and no other
     * @param outputs for each result the step that gives it
     */
    Program(List<Step> steps, List<Integer> outputs) {
        this.steps = List.copyOf(steps);
        this.outputs = List.copyOf(outputs);
    }

    public List<Step> steps() {
        return steps;
    }

    public List<Integer> outputs() {
        return outputs;
    }

    /** Made ready to run for all outputs; made once and kept. */
    CompiledProgram compiled() {
        CompiledProgram made = compiled;
        if (made == null) {
            synchronized (this) {
                made = compiled;
                if (made == null) {
                    made = compiled(IntStream.range(0, outputs.size()).toArray());
                    compiled = made;
                }
            }
        }
        return made;
    }

    /** Made ready to run for some of the outputs, without the steps that only others need. */
    public CompiledProgram compiled(int... someOutputs) {
        return CompiledProgram.of(this, someOutputs);
    }

    /** The leaves, in the order of the steps. */
    public Stream<Leaf> leaves() {
        return steps.stream().filter(Step.Input.class::isInstance).map(step -> ((Step.Input) step).leaf());
    }

    /** Which steps some steps need, themselves included. */
    public boolean[] neededFor(int... targets) {
        boolean[] needed = new boolean[steps.size()];
        for (int target : targets) {
            needed[target] = true;
        }
        markOperands(steps, needed);
        return needed;
    }

    private static void markOperands(List<Step> steps, boolean[] needed) {
        for (int i = needed.length - 1; i >= 0; i--) {
            if (needed[i] && steps.get(i) instanceof Step.Operation operation) {
                operation.operands().forEach(operand -> needed[operand] = true);
            }
        }
    }

    /** The same program without the steps that no output needs. */
    static Program pruned(List<Step> steps, List<Integer> outputs) {
        boolean[] needed = new boolean[steps.size()];
        outputs.forEach(output -> needed[output] = true);
        markOperands(steps, needed);
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Program that && steps.equals(that.steps) && outputs.equals(that.outputs);
    }

    @Override
    public int hashCode() {
        return 31 * steps.hashCode() + outputs.hashCode();
    }

    @Override
    public String toString() {
        return steps + " -> " + outputs;
    }
}

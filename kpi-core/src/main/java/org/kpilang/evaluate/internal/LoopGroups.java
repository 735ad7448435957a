package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.kpilang.evaluate.internal.fused.LoopBody;

/**
 * Divides the outputs of a program among generated loops: none may be longer than the compiler of the JVM takes, and what
 * becomes vector instructions does not stand in a loop with what hinders that. What is a mere column needs no loop.
 */
final class LoopGroups {

    /** The bytes of a loop, by a rough count. */
    private static final int MOST_BYTES = 5_000;
    private static final int BYTES_OF_OPERATION = 20;
    private static final int BYTES_OF_LEAF = 18;

    /** The body of a loop, and the results that it gives. */
    record Group(LoopBody body, List<Integer> results) {}

    private final Program program;
    private final int[] targets;
    private final int[] leafSteps;
    private final int[] leafOfStep;
    private final List<Group> groups = new ArrayList<>();

    /** @param outputs the outputs that are wanted; results are counted among them */
    LoopGroups(Program program, int[] outputs) {
        this.program = program;
        this.targets = Arrays.stream(outputs).map(output -> program.outputs().get(output)).toArray();
        boolean[] needed = program.neededFor(targets);
        this.leafOfStep = new int[needed.length];
        List<Integer> leaves = new ArrayList<>();
        for (int step = 0; step < needed.length; step++) {
            if (needed[step] && program.steps().get(step) instanceof Step.Input) {
                leafOfStep[step] = leaves.size();
                leaves.add(step);
            }
        }
        this.leafSteps = leaves.stream().mapToInt(Integer::intValue).toArray();
        Body everything = new Body();
        needed = program.neededFor(targets);
        for (int step = 0; step < needed.length; step++) {
            if (needed[step]) {
                everything.add(step);
            }
        }
        divide(everything, true);
        divide(everything, false);
    }

    /** The columns of all loops, in the order of their indexes there. */
    int[] leafSteps() {
        return leafSteps;
    }

    List<Group> groups() {
        return groups;
    }

    private void divide(Body everything, boolean vector) {
        BitSet steps = new BitSet();
        List<Integer> results = new ArrayList<>();
        for (int result = 0; result < targets.length; result++) {
            int value = everything.values[targets[result]];
            boolean isWork = program.steps().get(targets[result]) instanceof Step.Operation;
            if (!isWork || value == LoopBody.NONE || everything.body.isVector(value) != vector) {
                continue;
            }
            BitSet more = needed(targets[result]);
            more.or(steps);
            if (!results.isEmpty() && bytes(more) > MOST_BYTES) {
                close(steps, results);
                results = new ArrayList<>();
                more = needed(targets[result]);
            }
            steps = more;
            results.add(result);
        }
        if (!results.isEmpty()) {
            close(steps, results);
        }
    }

    private void close(BitSet steps, List<Integer> results) {
        Body body = new Body();
        steps.stream().forEach(body::add);
        results.forEach(result -> body.body.result(result, body.values[targets[result]]));
        groups.add(new Group(body.body, results));
    }

    private int bytes(BitSet steps) {
        return steps.stream().map(step -> program.steps().get(step) instanceof Step.Operation
                ? BYTES_OF_OPERATION : BYTES_OF_LEAF).sum();
    }

    private BitSet needed(int target) {
        BitSet needed = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(target));
        while (!open.isEmpty()) {
            int step = open.pop();
            if (!needed.get(step)) {
                needed.set(step);
                if (program.steps().get(step) instanceof Step.Operation operation) {
                    operation.operands().forEach(open::push);
                }
            }
        }
        return needed;
    }

    /** A body to which steps are added in their order. */
    private final class Body {

        private final LoopBody body = new LoopBody();
        private final int[] values = new int[program.steps().size()];

        void add(int step) {
            Step what = program.steps().get(step);
            if (what instanceof Step.Constant constant) {
                values[step] = body.constant(constant.value());
            } else if (what instanceof Step.Operation operation) {
                values[step] = operation.kernel().fuse(body,
                        operation.operands().stream().mapToInt(operand -> values[operand]).toArray());
            } else {
                values[step] = body.column(leafOfStep[step]);
            }
        }
    }
}

package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * In which order the steps of a program run, and in which buffer each leaves its values. The operand that needs most
 * buffers runs first (Sethi and Ullman, "The generation of optimal code for arithmetic expressions", Journal of the ACM
 * 17, 1970), and a buffer is used again once nobody reads it any more. Constants have no buffer here and do not run.
 */
final class Schedule {

    /** Stands for what does not run. */
    static final int NONE = -1;

    private final Program program;
    private final boolean leavesInPlace;
    private final int[] order;
    private final int[] buffers;
    private final int bufferCount;

    /**
     * For some steps of a program, which may be asked for several times.
     *
     * @param leavesInPlace whether leaves are read where they are, and need no buffer
     */
    Schedule(Program program, int[] targets, boolean leavesInPlace) {
        this.program = program;
        this.leavesInPlace = leavesInPlace;
        this.order = order(targets);
        this.buffers = new int[program.steps().size()];
        this.bufferCount = assign(lastReaders());
    }

    /** The steps that run, one after the other. */
    int[] order() {
        return order;
    }

    /** The buffer of a step, or {@link #NONE} if it has none. */
    int buffer(int step) {
        return buffers[step];
    }

    int bufferCount() {
        return bufferCount;
    }

    private List<Integer> operands(int step) {
        return program.steps().get(step) instanceof Step.Operation operation ? operation.operands() : List.of();
    }

    private boolean runs(int step) {
        Step what = program.steps().get(step);
        return !(what instanceof Step.Constant || leavesInPlace && what instanceof Step.Input);
    }

    private int[] order(int[] targets) {
        int[] needs = needs();
        int[] sequence = new int[needs.length];
        int count = 0;
        boolean[] entered = new boolean[needs.length];
        boolean[] done = new boolean[needs.length];
        Deque<Integer> open = new ArrayDeque<>();
        for (int target : targets) {
            open.push(target);
            while (!open.isEmpty()) {
                int step = open.peek();
                if (done[step] || !runs(step)) {
                    open.pop();
                } else if (entered[step]) {
                    open.pop();
                    done[step] = true;
                    sequence[count++] = step;
                } else {
                    entered[step] = true;
                    // What is pushed last runs first.
                    List<Integer> operands = new ArrayList<>(operands(step));
                    Collections.reverse(operands);
                    operands.sort(Comparator.comparingInt(operand -> needs[operand]));
                    operands.forEach(open::push);
                }
            }
        }
        return Arrays.copyOf(sequence, count);
    }

    /** How many buffers each step needs if nothing is shared. */
    private int[] needs() {
        int[] needs = new int[program.steps().size()];
        for (int step = 0; step < needs.length; step++) {
            int[] operands = operands(step).stream().distinct().mapToInt(operand -> needs[operand]).sorted().toArray();
            int need = runs(step) ? 1 : 0;
            for (int i = 0; i < operands.length; i++) {
                need = Math.max(need, operands[i] + operands.length - 1 - i);
            }
            needs[step] = need;
        }
        return needs;
    }

    /** The place in the order at which each step is read last. */
    private int[] lastReaders() {
        int[] last = new int[program.steps().size()];
        for (int place = 0; place < order.length; place++) {
            last[order[place]] = place;
            for (int operand : operands(order[place])) {
                last[operand] = place;
            }
        }
        return last;
    }

    private int assign(int[] lastReaders) {
        Arrays.fill(buffers, NONE);
        Deque<Integer> free = new ArrayDeque<>();
        int count = 0;
        for (int place = 0; place < order.length; place++) {
            int step = order[place];
            int last = place;
            List<Integer> released = operands(step).stream().distinct()
                    .filter(operand -> runs(operand) && lastReaders[operand] == last)
                    .map(operand -> buffers[operand]).toList();
            // All kernels read a cell before they write it, so a result may overwrite an operand.
            released.forEach(free::push);
            buffers[step] = free.isEmpty() ? count++ : free.pop();
            if (lastReaders[step] == place) {
                free.push(buffers[step]);
            }
        }
        return count;
    }
}

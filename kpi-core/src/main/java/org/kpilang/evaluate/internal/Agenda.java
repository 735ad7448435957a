package org.kpilang.evaluate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The parts of formulas that are still to be lowered, each above those that need it. Lowering works them off one by one
 * instead of calling itself for them, so that neither long chains of definitions nor deep formulas fill the stack. Not
 * thread-safe.
 */
final class Agenda {

    /** A part that is lowered by itself. */
    interface Item {

        boolean isDone();

        /** Tries to lower the part. If it lacks other parts, it {@linkplain Agenda#need names} them and is tried again. */
        void attempt();
    }

    private final Deque<Item> open = new ArrayDeque<>();
    private final List<Item> needed = new ArrayList<>();

    /** Says, during an attempt, what must come first. */
    void need(Item item) {
        needed.add(item);
    }

    /** Works off an item and all that it needs, in the order in which it is needed. */
    void workOff(Item last) {
        open.push(last);
        while (!open.isEmpty()) {
            if (open.peek().isDone()) {
                open.pop();
                continue;
            }
            open.peek().attempt();
            for (int i = needed.size() - 1; i >= 0; i--) {
                open.push(needed.get(i));
            }
            needed.clear();
        }
    }
}

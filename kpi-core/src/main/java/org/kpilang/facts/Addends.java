package org.kpilang.facts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.kpilang.aggregate.Aggregates;

/** What facts were added up from that were added to: the sum does not depend on the order in which addends came. */
final class Addends {

    private final Map<Long, double[]> byFact = new HashMap<>();

    /** The sum of a fact, or of what it was added up from, and one more value. */
    double add(int cell, int period, double fact, double value) {
        long key = key(cell, period);
        double[] sorted = byFact.get(key);
        double[] more = sorted == null ? new double[] {fact, value} : Arrays.copyOf(sorted, sorted.length + 1);
        more[more.length - 1] = value;
        Arrays.sort(more);
        byFact.put(key, more);
        double[] state = new double[Aggregates.SUM.width()];
        Aggregates.SUM.clear(state, 0);
        for (double addend : more) {
            Aggregates.SUM.add(state, 0, addend, 0);
        }
        return Aggregates.SUM.finish(state, 0);
    }

    /** From now on a fact is what it is, and not a sum. */
    void forget(int cell, int period) {
        if (!byFact.isEmpty()) {
            byFact.remove(key(cell, period));
        }
    }

    void addAll(Addends others) {
        byFact.putAll(others.byFact);
    }

    private static long key(int cell, int period) {
        return (long) cell << Integer.SIZE | period & 0xFFFFFFFFL;
    }
}

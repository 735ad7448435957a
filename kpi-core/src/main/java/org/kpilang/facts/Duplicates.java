package org.kpilang.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;

/** Pairs of rows that give a fact twice, and facts that cannot be put together. */
final class Duplicates {

    private static final int MOST = 100;

    private record Pair(LoadedRow later, LoadedRow earlier) {}

    private final Calendar calendar;
    private final Problems problems;
    private final Map<Pair, List<String>> inputs = new LinkedHashMap<>();

    Duplicates(Calendar calendar, Problems problems) {
        this.calendar = calendar;
        this.problems = problems;
    }

    void add(String input, Load load, int row, Load earlier, int earlierRow) {
        Pair pair = new Pair(new LoadedRow(load, row), new LoadedRow(earlier, earlierRow));
        if (inputs.size() < MOST || inputs.containsKey(pair)) {
            inputs.computeIfAbsent(pair, first -> new ArrayList<>()).add(input);
        }
    }

    void tooLarge(String input, Load load, int row) {
        LoadedRow first = new LoadedRow(load, row);
        problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, first.origin(calendar),
                "the facts of `" + input + "` for " + first.key(calendar) + " add up to more than a number can hold"));
    }

    /** Tells of each pair of rows once, whatever number of inputs it holds. */
    void report() {
        List<Pair> inFileOrder = new ArrayList<>(inputs.keySet());
        inFileOrder.sort(Comparator.comparing((Pair pair) -> pair.later.load().source())
                .thenComparingInt(pair -> pair.later.line()));
        inFileOrder.forEach(pair -> report(pair, inputs.get(pair)));
    }

    private void report(Pair pair, List<String> names) {
        problems.add(Diagnostic.of(DiagnosticCode.DUPLICATE_ROW, pair.later.origin(calendar),
                "`" + String.join("`, `", names) + "` for " + pair.later.key(calendar) + (names.size() > 1 ? " are" : " is")
                        + " given twice, first in " + pair.earlier.load().source() + ":"
                        + pair.earlier.line(),
                "remove one of the two rows, or load with the duplicate rule sum or last"));
    }
}

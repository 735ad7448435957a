package org.kpilang.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Calendar;

/** Pairs of rows that give a fact twice, and facts that cannot be put together. */
final class Duplicates {

    private static final int MOST = 100;

    private record Row(Load load, int row) {}

    private record Pair(Row later, Row earlier) {}

    private final Calendar calendar;
    private final Problems problems;
    private final Map<Pair, List<String>> inputs = new LinkedHashMap<>();

    Duplicates(Calendar calendar, Problems problems) {
        this.calendar = calendar;
        this.problems = problems;
    }

    void add(String input, Load load, int row, Load earlier, int earlierRow) {
        Pair pair = new Pair(new Row(load, row), new Row(earlier, earlierRow));
        if (inputs.size() < MOST || inputs.containsKey(pair)) {
            inputs.computeIfAbsent(pair, first -> new ArrayList<>()).add(input);
        }
    }

    void tooLarge(String input, Load load, int row) {
        Row first = new Row(load, row);
        problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, origin(first),
                "the facts of `" + input + "` for " + key(first) + " add up to more than a number can hold"));
    }

    /** Tells of each pair of rows once, whatever number of inputs it holds. */
    void report() {
        List<Pair> inFileOrder = new ArrayList<>(inputs.keySet());
        inFileOrder.sort(Comparator.comparing((Pair pair) -> pair.later.load.source())
                .thenComparingInt(pair -> pair.later.load.line(pair.later.row)));
        inFileOrder.forEach(pair -> report(pair, inputs.get(pair)));
    }

    private void report(Pair pair, List<String> names) {
        problems.add(Diagnostic.of(DiagnosticCode.DUPLICATE_ROW, origin(pair.later),
                "`" + String.join("`, `", names) + "` for " + key(pair.later) + (names.size() > 1 ? " are" : " is")
                        + " given twice, first in " + pair.earlier.load.source() + ":"
                        + pair.earlier.load.line(pair.earlier.row),
                "remove one of the two rows, or load with the duplicate rule sum or last"));
    }

    /** The row as it was understood: it is not kept as it was written. */
    private Origin origin(Row row) {
        Load load = row.load;
        StringJoiner text = new StringJoiner(",");
        text.add(calendar.label(load.grain(), load.period(row.row)));
        for (int i = 0; i < load.cells().dimensions().size(); i++) {
            text.add(load.cells().member(load.cell(row.row), i));
        }
        Span key = Span.of(0, text.toString().codePointCount(0, text.length()));
        for (int i = 0; i < load.columns().size(); i++) {
            text.add(load.columns().get(i).shown(load.value(i, row.row)));
        }
        return Origin.of(SourceText.excerpt(load.source(), load.line(row.row), text.toString()), key);
    }

    private String key(Row row) {
        Load load = row.load;
        StringBuilder key = new StringBuilder(calendar.label(load.grain(), load.period(row.row)));
        for (int i = 0; i < load.cells().dimensions().size(); i++) {
            key.append(", ").append(load.cells().dimensions().get(i)).append(" `")
                    .append(load.cells().member(load.cell(row.row), i)).append('`');
        }
        return key.toString();
    }
}

package org.kpilang.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.expression.Names;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.Suggestion;
import org.kpilang.time.Grain;

/** What the columns of a table of text are, as its first row says. */
final class TextColumns {

    /** The names of a column that says the period. */
    private static final List<String> PERIOD = List.of("period", "date", "day", "week", "month", "quarter", "year");

    /** What the columns may be. */
    record Expected(Set<String> dimensions, Set<String> inputs, Set<String> ignored, boolean ignoringOthers) {}

    private final TextRow header;
    private final String source;
    private final Expected expected;
    private final Problems problems;
    private final Set<String> seen = new HashSet<>();
    private int period = -1;
    private final List<String> dimensions = new ArrayList<>();
    private final List<Integer> dimensionColumns = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<Integer> inputColumns = new ArrayList<>();
    private boolean othersFound;

    TextColumns(TextRow header, String source, Expected expected, Problems problems) {
        this.header = header;
        this.source = source;
        this.expected = expected;
        this.problems = problems;
        for (int column = 0; column < header.cells().size(); column++) {
            take(column, name(column));
        }
        if (period < 0) {
            wrong(0, header.cells().size(), "no column says which period a row is for",
                    "name one " + String.join(", ", PERIOD.subList(0, PERIOD.size() - 1)) + " or year");
        }
        if (inputs.isEmpty() && !othersFound) {
            wrong(0, header.cells().size(), "no column is an input", expected.inputs.isEmpty() ? null
                    : "inputs are `" + String.join("`, `", expected.inputs.stream().sorted().limit(10).toList()) + "`");
        }
    }

    private String name(int column) {
        return Names.normalized(header.cells().get(column).strip());
    }

    private void take(int column, String name) {
        boolean isDimension = expected.dimensions.contains(name);
        boolean isInput = expected.inputs.contains(name);
        boolean isPeriod = !isDimension && !isInput && PERIOD.contains(name.toLowerCase(Locale.ROOT));
        if (expected.ignored.contains(name) || expected.ignoringOthers && !isDimension && !isInput && !isPeriod) {
            return;
        }
        if (name.isEmpty()) {
            othersFound = true;
            wrong(column, "column " + (column + 1) + " has no name", "name the column, or leave it out");
        } else if (!seen.add(name)) {
            wrong(column, "two columns are named `" + name + "`", "keep one of them");
        } else if (isDimension) {
            dimensions.add(name);
            dimensionColumns.add(column);
        } else if (isInput) {
            inputs.add(name);
            inputColumns.add(column);
        } else if (isPeriod && period >= 0) {
            wrong(column, "`" + name(period) + "` and `" + name + "` both say the period",
                    "keep one of them, and ignore the other");
        } else if (isPeriod) {
            period = column;
        } else {
            othersFound = true;
            unknown(column, name);
        }
    }

    private void unknown(int column, String name) {
        List<String> names = new ArrayList<>(expected.inputs);
        names.addAll(expected.dimensions);
        names.addAll(PERIOD);
        String hint = Suggestion.hint(name, names);
        wrong(column, "`" + name + "` is neither a dimension nor an input",
                hint == null ? "declare it in the model, or ignore the column" : hint);
    }

    private void wrong(int column, String message, String hint) {
        wrong(column, column + 1, message, hint);
    }

    private void wrong(int from, int to, String message, @Nullable String hint) {
        problems.add(new Diagnostic(DiagnosticCode.HEADER_NOT_VALID, message, header.origin(source, from, to), hint));
    }

    int count() {
        return header.cells().size();
    }

    int period() {
        return period;
    }

    /** The grain that the name of the period column says, or null. */
    @Nullable Grain grain() {
        String name = name(period).toUpperCase(Locale.ROOT);
        return Arrays.stream(Grain.values()).filter(grain -> grain.name().equals(name)).findFirst().orElse(null);
    }

    List<String> dimensions() {
        return dimensions;
    }

    /** The column of each dimension. */
    int[] dimensionColumns() {
        return dimensionColumns.stream().mapToInt(Integer::intValue).toArray();
    }

    List<String> inputs() {
        return inputs;
    }

    /** The column of each input. */
    int[] inputColumns() {
        return inputColumns.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where each input is named. */
    List<Origin> inputOrigins() {
        return inputColumns.stream().map(column -> header.origin(source, column)).toList();
    }
}

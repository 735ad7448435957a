package org.kpilang.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The names of a column that says the period, if no other is said to. */
    private static final List<String> PERIOD = List.of("period", "date", "day", "week", "month", "quarter", "year");

    private final TextRow header;
    private final TextForm form;
    private final Problems problems;
    /** The dimensions and inputs that a column of another name holds. */
    private final Map<String, List<String>> held = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int period = -1;
    private final List<String> dimensions = new ArrayList<>();
    private final List<Integer> dimensionColumns = new ArrayList<>();
    private final List<String> inputs = new ArrayList<>();
    private final List<Integer> inputColumns = new ArrayList<>();
    private boolean othersFound;

    TextColumns(TextRow header, TextForm form, Problems problems) {
        this.header = header;
        this.form = form;
        this.problems = problems;
        form.columns().forEach((name, column) -> held.computeIfAbsent(column, first -> new ArrayList<>()).add(name));
        for (int column = 0; column < header.cells().size(); column++) {
            take(column, name(column));
        }
        form.columns().forEach(this::mustBeThere);
        if (period < 0 && form.period() != null) {
            wrong(0, header.cells().size(), "there is no column `" + form.period() + "`, which is to say the period",
                    null);
        } else if (period < 0) {
            wrong(0, header.cells().size(), "no column says which period a row is for",
                    "name one " + String.join(", ", PERIOD.subList(0, PERIOD.size() - 1)) + " or year");
        }
        if (inputs.isEmpty() && form.counting().isEmpty() && !othersFound) {
            wrong(0, header.cells().size(), "no column is an input", form.inputs().isEmpty() ? null
                    : "inputs are `" + String.join("`, `", form.inputs().stream().sorted().limit(10).toList()) + "`");
        }
    }

    private String name(int column) {
        return Names.normalized(header.cells().get(column).strip());
    }

    private void mustBeThere(String name, String column) {
        if (!seen.contains(column)) {
            wrong(0, header.cells().size(), "there is no column `" + column + "`, from which `" + name
                    + "` is to be read", Suggestion.hint(column, header.cells()));
        }
    }

    private void take(int column, String name) {
        List<String> names = new ArrayList<>(held.getOrDefault(name, List.of()));
        if (!form.columns().containsKey(name) && (form.dimensions().contains(name) || form.inputs().contains(name))) {
            names.add(name);
        }
        boolean isPeriod = form.period() != null ? form.period().equals(name)
                : names.isEmpty() && PERIOD.contains(name.toLowerCase(Locale.ROOT));
        if (form.ignored().contains(name) || form.ignoringOthers() && names.isEmpty() && !isPeriod) {
            return;
        }
        if (name.isEmpty()) {
            othersFound = true;
            wrong(column, "column " + (column + 1) + " has no name", "name the column, or leave it out");
        } else if (!seen.add(name)) {
            wrong(column, "two columns are named `" + name + "`", "keep one of them");
            return;
        } else if (isPeriod && period >= 0) {
            wrong(column, "`" + name(period) + "` and `" + name + "` both say the period",
                    "keep one of them, and ignore the other");
        } else if (isPeriod) {
            period = column;
        } else if (names.isEmpty()) {
            othersFound = true;
            unknown(column, name);
        }
        names.forEach(each -> hold(column, each));
    }

    private void hold(int column, String name) {
        if (form.dimensions().contains(name)) {
            dimensions.add(name);
            dimensionColumns.add(column);
        } else if (form.counting().contains(name)) {
            wrong(column, "`" + name + "` counts the rows, and is a column as well", "ignore the column, or read it");
        } else if (form.unfit().containsKey(name)) {
            othersFound = true;
            wrong(column, "`" + name + "` is " + form.unfit().get(name).description()
                    + ", and events come to flows and distinct counts alone",
                    "load it from a table with one row for each period and slice");
        } else {
            inputs.add(name);
            inputColumns.add(column);
        }
    }

    private void unknown(int column, String name) {
        List<String> names = new ArrayList<>(form.inputs());
        names.addAll(form.dimensions());
        names.addAll(PERIOD);
        String hint = Suggestion.hint(name, names);
        wrong(column, "`" + name + "` is neither a dimension nor an input",
                hint == null ? "declare it in the model, or ignore the column" : hint);
    }

    private void wrong(int column, String message, String hint) {
        wrong(column, column + 1, message, hint);
    }

    private void wrong(int from, int to, String message, @Nullable String hint) {
        problems.add(new Diagnostic(DiagnosticCode.HEADER_NOT_VALID, message, header.origin(form.source(), from, to),
                hint));
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

    /** Where an input is named. */
    Origin origin(int input) {
        return header.origin(form.source(), inputColumns.get(input));
    }
}

package org.kpilang.facts;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.TableGrain.Place;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Reads one table of text into a load. */
final class TextReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    /** How many different periods are remembered by their text. */
    private static final int MOST_PLACES = 100_000;

    private final FactsBuilder builder;
    private final Calendar calendar;
    private final String source;
    private final TextRows rows;
    private final TextForm form;
    private final Problems problems;
    private final Map<String, Place> places = new HashMap<>();
    /** The decimals of a row that its doubles do not tell, if decimals are kept. */
    private @Nullable BigDecimal[] untold = {};

    TextReader(FactsBuilder builder, TextRows rows, TextForm form) {
        this.builder = builder;
        this.calendar = builder.calendar();
        this.source = form.source();
        this.rows = rows;
        this.form = form;
        this.problems = new Problems(source);
    }

    void read() throws IOException {
        TextRow header = next();
        if (header == null) {
            problems.add(Diagnostic.of(DiagnosticCode.HEADER_NOT_VALID,
                    Origin.of(SourceText.excerpt(source, 1, ""), Span.at(0)), "the table is empty",
                    "the first row names the columns: a period, dimensions and inputs"));
        } else {
            TextColumns columns = new TextColumns(withoutMark(header), form, problems);
            if (problems.found().isEmpty()) {
                rows(columns);
            }
        }
        builder.add(problems.found());
    }

    /** The next row that has something in it. */
    private @Nullable TextRow next() throws IOException {
        TextRow row = rows.next();
        while (row != null && row.isBlank()) {
            row = rows.next();
        }
        return row;
    }

    private static TextRow withoutMark(TextRow header) {
        String first = header.cells().get(0);
        if (!first.startsWith(BYTE_ORDER_MARK)) {
            return header;
        }
        List<String> cells = new ArrayList<>(header.cells());
        cells.set(0, first.substring(1));
        return new TextRow(header.line(), cells);
    }

    private void rows(TextColumns columns) throws IOException {
        TableGrain grain = grain(columns);
        int[] dimensionColumns = columns.dimensionColumns();
        int[] inputColumns = columns.inputColumns();
        List<InputColumn> inputs = inputs(columns);
        String[] members = new String[dimensionColumns.length];
        double[] facts = new double[inputs.size()];
        Arrays.fill(facts, 1);
        untold = new BigDecimal[inputs.size()];
        Load load = null;
        for (TextRow row = next(); row != null && !problems.isFull(); row = next()) {
            if (row.cells().size() != columns.count()) {
                ragged(row, columns.count());
                continue;
            }
            Place place = place(row, columns.period(), grain);
            for (int i = 0; i < members.length; i++) {
                members[i] = row.cells().get(dimensionColumns[i]).strip();
            }
            boolean good = true;
            for (int i = 0; i < inputColumns.length; i++) {
                good &= fact(row, inputColumns[i], inputs.get(i), facts, i);
            }
            if (place != null && good) {
                if (load == null) {
                    load = builder.load(source, grain.grain(), form.duplicates(), columns.dimensions(), inputs);
                }
                load.take(row.line(), place.period(), place.day(), members, facts);
                load.keepDecimals(untold);
            }
        }
    }

    /** The inputs that have a column, and then those of which every row is one. */
    private List<InputColumn> inputs(TextColumns columns) {
        List<InputColumn> inputs = new ArrayList<>();
        for (String input : columns.inputs()) {
            Origin origin = columns.origin(inputs.size());
            inputs.add(form.identities().contains(input) ? builder.identities(input, origin)
                    : new InputColumn(input, null, origin));
        }
        form.counting().forEach(input -> inputs.add(InputColumn.ofNumbers(input)));
        return inputs;
    }

    private TableGrain grain(TextColumns columns) {
        if (form.grain() != null) {
            return TableGrain.rollingTo(calendar, form.grain());
        }
        Grain named = columns.grain();
        return named == null ? TableGrain.ofFirstRow(calendar) : TableGrain.ofColumn(calendar, named);
    }

    private void ragged(TextRow row, int expectedCells) {
        int found = row.cells().size();
        problems.add(Diagnostic.of(DiagnosticCode.ROW_NOT_VALID, row.origin(source, expectedCells, found),
                "expected " + expectedCells + " cells as in the first row, found " + found,
                found < expectedCells ? "write a separator for every cell, also for an empty one"
                        : "put a cell between quotes if it holds a separator"));
    }

    private @Nullable Place place(TextRow row, int column, TableGrain grain) {
        String text = row.cells().get(column);
        Place known = places.get(text);
        if (known != null) {
            return known;
        }
        Period period;
        try {
            period = period(text.strip(), row, column);
            if (period == null) {
                return null;
            }
        } catch (IllegalArgumentException e) {
            boolean missing = text.isBlank();
            problems.add(new Diagnostic(DiagnosticCode.ROW_NOT_VALID, missing ? "the period is missing" : e.getMessage(),
                    row.origin(source, column), null));
            return null;
        }
        Diagnostic misfit = grain.misfit(period, () -> row.origin(source, column), source, row.line());
        if (misfit != null) {
            problems.add(misfit);
            return null;
        }
        Place place = grain.place(period);
        if (places.size() < MOST_PLACES) {
            places.put(text, place);
        }
        return place;
    }

    /** The period of a text, or null if it is a point in time and its day is not known. */
    private @Nullable Period period(String text, TextRow row, int column) {
        if (!PointInTime.isWrittenIn(text)) {
            return calendar.parse(text);
        } else if (form.zone() != null) {
            return calendar.period(Grain.DAY, PointInTime.day(text, form.zone()));
        }
        problems.add(Diagnostic.of(DiagnosticCode.ROW_NOT_VALID, row.origin(source, column), "`" + text
                + "` is a point in time, and it is not said in which zone its day is counted",
                "say the zone of the table, such as Europe/Berlin or UTC"));
        return null;
    }

    /** Reads a number or an identity into its place; false if there is none to be read. */
    private boolean fact(TextRow row, int column, InputColumn input, double[] facts, int index) {
        String text = row.cells().get(column).strip();
        if (input.isIdentified()) {
            facts[index] = input.fact(text);
            return true;
        }
        if (text.isEmpty()) {
            facts[index] = Double.NaN;
            return true;
        }
        if (!NumberCell.isNumber(text)) {
            problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, row.origin(source, column),
                    "`" + text + "` is not a number", NumberCell.hint(text)));
            return false;
        }
        facts[index] = Double.parseDouble(text);
        if (Double.isInfinite(facts[index])) {
            problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, row.origin(source, column),
                    "`" + text + "` is more than a number can hold"));
            return false;
        }
        return !builder.keepsDecimals() || decimal(text, row, column, index);
    }

    /** Keeps what the double of a number does not tell; false if the number is too long. */
    private boolean decimal(String text, TextRow row, int column, int index) {
        BigDecimal decimal = LongDecimals.parse(text);
        untold[index] = decimal == null ? null : LongDecimals.untold(decimal);
        if (decimal == null) {
            problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, row.origin(source, column),
                    "`" + text + "` " + LongDecimals.RANGE, "round it, or load it without decimals"));
        }
        return decimal != null;
    }
}

package org.kpilang.facts;

import java.io.IOException;
import java.util.ArrayList;
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
    private final TextColumns.Expected expected;
    private final @Nullable Grain stated;
    private final DuplicateRule duplicates;
    private final Problems problems;
    private final Map<String, Place> places = new HashMap<>();

    TextReader(FactsBuilder builder, String source, TextRows rows, TextColumns.Expected expected, @Nullable Grain stated,
            DuplicateRule duplicates) {
        this.builder = builder;
        this.calendar = builder.calendar();
        this.source = source;
        this.rows = rows;
        this.expected = expected;
        this.stated = stated;
        this.duplicates = duplicates;
        this.problems = new Problems(source);
    }

    void read() throws IOException {
        TextRow header = next();
        if (header == null) {
            problems.add(Diagnostic.of(DiagnosticCode.HEADER_NOT_VALID,
                    Origin.of(SourceText.excerpt(source, 1, ""), Span.at(0)), "the table is empty",
                    "the first row names the columns: a period, dimensions and inputs"));
        } else {
            TextColumns columns = new TextColumns(withoutMark(header), source, expected, problems);
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
        String[] members = new String[dimensionColumns.length];
        double[] facts = new double[inputColumns.length];
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
            for (int i = 0; i < facts.length; i++) {
                good &= fact(row, inputColumns[i], facts, i);
            }
            if (place != null && good) {
                if (load == null) {
                    load = builder.load(source, grain.grain(), duplicates, columns.dimensions(), columns.inputs(),
                            columns.inputOrigins());
                }
                load.add(row.line(), place.period(), place.day(), members, facts);
            }
        }
    }

    private TableGrain grain(TextColumns columns) {
        if (stated != null) {
            return TableGrain.rollingTo(calendar, stated);
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
            period = calendar.parse(text);
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

    /** Reads a number into its place; false if there is none to be read. */
    private boolean fact(TextRow row, int column, double[] facts, int index) {
        String text = row.cells().get(column).strip();
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
        return true;
    }
}

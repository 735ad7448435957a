package org.kpilang.facts;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.source.Span;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;

/** Reads one table of text into a load. */
final class TextReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final FactsBuilder builder;
    private final Calendar calendar;
    private final String source;
    private final RowScan rows;
    private final TextForm form;
    private final Problems problems;
    /** The decimals of a row that its doubles do not tell, if decimals are kept. */
    private @Nullable BigDecimal[] untold = {};

    TextReader(FactsBuilder builder, RowScan rows, TextForm form) {
        this.builder = builder;
        this.calendar = builder.calendar();
        this.source = form.source();
        this.rows = rows;
        this.form = form;
        this.problems = new Problems(source);
    }

    void read() throws IOException {
        if (!rows.next()) {
            problems.add(Diagnostic.of(DiagnosticCode.HEADER_NOT_VALID,
                    Origin.of(SourceText.excerpt(source, 1, ""), Span.at(0)), "the table is empty",
                    "the first row names the columns: a period, dimensions and inputs"));
        } else {
            TextColumns columns = new TextColumns(withoutMark(rows.row()), form, problems);
            if (problems.found().isEmpty()) {
                rows(columns);
            }
        }
        builder.add(problems.found());
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
        RowPlaces places = new RowPlaces(calendar, form, columns.period(), grain, problems);
        int[] dimensionColumns = columns.dimensionColumns();
        int[] inputColumns = columns.inputColumns();
        List<InputColumn> inputs = inputs(columns);
        int[] members = new int[dimensionColumns.length];
        double[] facts = new double[inputs.size()];
        Arrays.fill(facts, 1);
        untold = new BigDecimal[inputs.size()];
        Load load = null;
        Steps steps = builder.steps(source);
        while (!problems.isFull() && rows.next()) {
            steps.done(rows);
            if (rows.cells() != columns.count()) {
                ragged(rows.row(), columns.count());
                continue;
            }
            boolean good = places.find(rows);
            for (int i = 0; i < inputColumns.length; i++) {
                good &= fact(inputColumns[i], inputs.get(i), facts, i);
            }
            if (good) {
                if (load == null) {
                    load = builder.load(source, grain.grain(), form.duplicates(), columns.dimensions(), inputs);
                }
                if (load.covers(places.period(), facts)) {
                    for (int i = 0; i < members.length; i++) {
                        members[i] = rows.code(dimensionColumns[i], load.dictionary(i));
                    }
                    load.add(rows.line(), places.period(), places.day(), members, facts);
                    load.keepDecimals(untold);
                }
            }
        }
        steps.finish();
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

    /** Reads a number or an identity into its place; false if there is none to be read. */
    private boolean fact(int column, InputColumn input, double[] facts, int index) throws IOException {
        if (rows.isEmpty(column)) {
            facts[index] = Double.NaN;
            return true;
        } else if (input.identities() != null) {
            facts[index] = rows.code(column, input.identities());
            return true;
        }
        facts[index] = rows.number(column);
        if (Double.isFinite(facts[index])) {
            return !builder.keepsDecimals() || decimal(column, index);
        }
        String text = rows.text(column);
        problems.add(NumberCell.isNumber(text)
                ? Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, rows.row().origin(source, column),
                        "`" + text + "` is more than a number can hold")
                : Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, rows.row().origin(source, column),
                        "`" + text + "` is not a number", NumberCell.hint(text)));
        return false;
    }

    /** Keeps what the double of a number does not tell; false if the number is too long. */
    private boolean decimal(int column, int index) throws IOException {
        String text = rows.text(column);
        BigDecimal decimal = LongDecimals.parse(text);
        untold[index] = decimal == null ? null : LongDecimals.untold(decimal);
        if (decimal == null) {
            problems.add(Diagnostic.of(DiagnosticCode.VALUE_NOT_VALID, rows.row().origin(source, column),
                    "`" + text + "` " + LongDecimals.RANGE, "round it, or load it without decimals"));
        }
        return decimal != null;
    }
}

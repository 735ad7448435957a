package org.kpilang.facts;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of text, one after the other. {@link CsvText} reads them from CSV and {@link ResultRows} from a
 * database; this is how they come in from whatever else an application reads:
 *
 * <pre>{@code
 * TextRows rows = TextRows.of(csv.iterator(), row -> new TextRow(row.line(), row.fields()));
 * }</pre>
 */
@FunctionalInterface
public interface TextRows {

    /**
     * The next row, or null at the end. The first row names the columns.
     *
     * @throws IOException if the source cannot be read
     */
    @Nullable TextRow next() throws IOException;

    /** The rows of an iterator, each made into a row. */
    static <T> TextRows of(Iterator<? extends T> rows, Function<? super T, TextRow> row) {
        Objects.requireNonNull(rows, "rows is null");
        Objects.requireNonNull(row, "row is null");
        return () -> rows.hasNext() ? row.apply(rows.next()) : null;
    }

    /** Rows that are at hand, counted from line 1. */
    static TextRows of(Iterable<List<String>> rows) {
        Iterator<List<String>> iterator = rows.iterator();
        int[] line = new int[1];
        return of(iterator, cells -> new TextRow(++line[0], cells));
    }
}

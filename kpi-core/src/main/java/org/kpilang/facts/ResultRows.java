package org.kpilang.facts;

import java.io.IOException;
import java.sql.ResultSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a database query, which a {@link TextTable} reads without a text for every number:
 *
 * <pre>{@code
 * try (ResultSet orders = statement.executeQuery("select day, region, revenue from orders")) {
 *     facts.read(TextTable.of("orders", ResultRows.of(orders)).at(Grain.MONTH).duplicates(DuplicateRule.SUM));
 * }
 * }</pre>
 *
 * <p>The labels of the columns are the names. The period may be a date, a text such as {@code 2024-01}, a whole number
 * for a year, or a timestamp if the {@linkplain TextTable#zone zone} is said whose days count; a timestamp without an
 * offset is one of that zone. Numbers are the nearest that there are to those of the database, and texts are read as in
 * a CSV file. NULL is no fact, and as a member of a dimension the empty text. Messages count rows from 1.
 *
 * <p>Needs the module {@code java.sql}, which this library does not need otherwise. What the driver throws comes as the
 * cause of an {@link IOException}. The result is read where it stands and stays the caller's to close; say to the
 * driver how many rows to fetch at once, as some fetch all. Not thread-safe.
 */
public final class ResultRows implements TextRows {

    private final ResultScan scan;

    private ResultRows(ResultScan scan) {
        this.scan = scan;
    }

    /** The rows after the one at which a result stands. */
    public static ResultRows of(ResultSet result) {
        return new ResultRows(new ResultScan(Objects.requireNonNull(result, "result is null")));
    }

    /** The labels of the columns, then row after row as texts. */
    @Override
    public @Nullable TextRow next() throws IOException {
        return scan.next() ? scan.row() : null;
    }

    RowScan scan() {
        return scan;
    }
}

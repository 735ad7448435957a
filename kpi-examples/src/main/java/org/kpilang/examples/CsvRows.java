package org.kpilang.examples;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.TextRow;
import org.kpilang.facts.TextRows;

/**
 * The rows of a CSV file, read by FastCSV. Cells are parted by commas, semicolons or tabs, whichever the first line has
 * most of. Not thread-safe; the reader stays the caller's to close.
 */
public final class CsvRows implements TextRows {

    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_HEADER = 1 << 16;

    private final Iterator<CsvRecord> records;

    private CsvRows(Iterator<CsvRecord> records) {
        this.records = records;
    }

    /**
     * The rows of a CSV file.
     *
     * @throws IOException if its first line cannot be read
     */
    public static CsvRows of(Reader csv) throws IOException {
        BufferedReader buffered = new BufferedReader(csv, LONGEST_HEADER);
        return new CsvRows(CsvReader.builder()
                .fieldSeparator(separator(buffered))
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(buffered)
                .iterator());
    }

    @Override
    public @Nullable TextRow next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            return new TextRow(Math.toIntExact(row.getStartingLineNumber()), row.getFields());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    /** The first row, which names the columns, and of the others those with a certain text in a column. */
    public TextRows where(String column, String text) throws IOException {
        TextRow header = next();
        int index = header == null ? -1 : header.cells().indexOf(column);
        if (header == null || index < 0) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        TextRows all = after(header);
        return () -> {
            TextRow row = all.next();
            while (row != null && row != header && !row.cells().get(index).equals(text)) {
                row = next();
            }
            return row;
        };
    }

    /** A row that was taken from here already, and then the others. */
    public TextRows after(TextRow taken) {
        Iterator<TextRow> first = List.of(taken).iterator();
        return () -> first.hasNext() ? first.next() : next();
    }

    private static char separator(BufferedReader csv) throws IOException {
        csv.mark(LONGEST_HEADER);
        int[] counts = new int[SEPARATORS.length()];
        int read = 0;
        for (int c = csv.read(); c >= 0 && c != '\n' && ++read < LONGEST_HEADER; c = csv.read()) {
            int index = SEPARATORS.indexOf(c);
            if (index >= 0) {
                counts[index]++;
            }
        }
        csv.reset();
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}

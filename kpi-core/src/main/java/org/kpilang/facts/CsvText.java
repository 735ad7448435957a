package org.kpilang.facts;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text in CSV (RFC 4180), which a {@link TextTable} reads without a string for every cell:
 *
 * <pre>{@code
 * try (CsvText orders = CsvText.of(Path.of("orders.csv"))) {
 *     facts.read("orders.csv", orders);
 * }
 * }</pre>
 *
 * <p>Cells are parted by commas, semicolons or tabs, whichever the first line has most of, and rows by line feeds,
 * carriage returns, or both. A cell may stand between quotes, in which it holds separators and line breaks, and a quote
 * twice; a quote elsewhere is a character like any other. A byte order mark is skipped, and so are rows with nothing in
 * them. Lines are those of the text, counted from 1.
 *
 * <p>What is no CSV, because a quote is not closed or is followed by something, and a row of more than 16,777,216
 * characters, is an {@link IOException} that names the line. Takes the memory of the longest row, and 128 KiB at least.
 * Not thread-safe.
 */
public final class CsvText implements TextRows, Closeable {

    private final CsvScan scan;
    private final Reader reader;
    private boolean peeked;

    private CsvText(Reader reader, CsvScan scan) {
        this.reader = reader;
        this.scan = scan;
    }

    /** A text from its beginning. Closing this closes the reader. */
    public static CsvText of(Reader text) {
        Objects.requireNonNull(text, "text is null");
        return new CsvText(text, new CsvScan(text, null));
    }

    /**
     * A file in UTF-8; one that is not is a {@link CharacterCodingException} when it is read. To be closed.
     *
     * @throws IOException if the file cannot be opened
     */
    public static CsvText of(Path file) throws IOException {
        CountedFile counted = CountedFile.of(file);
        Reader reader = new InputStreamReader(counted, StandardCharsets.UTF_8.newDecoder());
        return new CsvText(reader, new CsvScan(reader, counted));
    }

    /** The texts of the first row that has something in it, which is read again later; empty if there is none. */
    public List<String> header() throws IOException {
        if (scan.rows() > (peeked ? 1 : 0)) {
            throw new IllegalStateException("the first row is gone");
        }
        peeked = peeked || scan.next();
        return peeked ? scan.row().cells() : List.of();
    }

    /** The next row that has something in it, or null at the end. */
    @Override
    public @Nullable TextRow next() throws IOException {
        return scan().next() ? scan.row() : null;
    }

    /** What is left, to be read row by row. */
    RowScan scan() {
        if (peeked) {
            scan.again();
            peeked = false;
        }
        return scan;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

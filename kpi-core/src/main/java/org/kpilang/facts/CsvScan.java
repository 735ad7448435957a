package org.kpilang.facts;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Progress;

/** Finds rows and cells in a text in CSV, without copying it except to the next buffer. */
final class CsvScan extends CharacterScan {

    private static final String SEPARATORS = ",;\t";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_ROW = 1 << 24;

    private final Reader reader;
    private final @Nullable CountedFile file;
    private char separator;
    /** The characters from here up to the limit are read and not used. */
    private int position;
    private int limit;
    private boolean ended;
    private int line = 1;
    private int nextLine = 1;
    private long rows;
    private boolean again;
    /** Of the row: whether some cells have quotes within quotes, and where it ends. */
    private boolean[] quotes = new boolean[16];
    private boolean anyQuotes;
    private int rowEnd;

    CsvScan(Reader reader, @Nullable CountedFile file) {
        this(reader, file, BUFFER);
    }

    /** @param buffer how many characters are read at once, at least one */
    CsvScan(Reader reader, @Nullable CountedFile file, int buffer) {
        this.reader = reader;
        this.file = file;
        // One more, for what ends the search for the end of a cell.
        this.text = new char[buffer + 1];
    }

    /** How many rows have gone by that have something in them. */
    long rows() {
        return rows;
    }

    /** The row is to come once more. */
    void again() {
        again = true;
    }

    @Override
    public boolean next() throws IOException {
        if (again) {
            again = false;
            return true;
        }
        boolean found = super.next();
        rows += found ? 1 : 0;
        return found;
    }

    @Override
    boolean advance() throws IOException {
        if (separator == 0) {
            begin();
        }
        line = nextLine;
        if (position == limit && !ended) {
            fill();
        }
        if (position == limit) {
            cells = 0;
            return false;
        }
        while (!isWhole()) {
            fill();
        }
        position = rowEnd;
        for (int column = 0; anyQuotes && column < Math.min(cells, quotes.length); column++) {
            if (quotes[column]) {
                unquote(column);
            }
        }
        return true;
    }

    /** Skips a byte order mark, and counts separators in the first line. */
    private void begin() throws IOException {
        do {
            fill();
        } while (!ended && limit < BUFFER && firstLineEnd() == limit);
        if (limit > 0 && text[0] == BYTE_ORDER_MARK) {
            position = 1;
        }
        int[] counts = new int[SEPARATORS.length()];
        for (int at = position; at < firstLineEnd(); at++) {
            int index = SEPARATORS.indexOf(text[at]);
            if (index >= 0) {
                counts[index]++;
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        separator = SEPARATORS.charAt(most);
    }

    private int firstLineEnd() {
        int at = position;
        while (at < limit && text[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Reads on, after what is not used yet. */
    private void fill() throws IOException {
        int unused = limit - position;
        if (position > 0) {
            System.arraycopy(text, position, text, 0, unused);
            position = 0;
            limit = unused;
        } else if (unused == text.length - 1) {
            if (unused >= LONGEST_ROW) {
                throw new IOException("the row in line " + line + " is longer than " + LONGEST_ROW
                        + " characters; a quote may not be closed");
            }
            text = Arrays.copyOf(text, unused * 2 + 1);
        }
        while (!ended && limit < text.length - 1) {
            int read = reader.read(text, limit, text.length - 1 - limit);
            ended = read < 0;
            limit += Math.max(read, 0);
        }
    }

    /** Finds the cells of the row at the position; false if more must be read first. */
    private boolean isWhole() throws IOException {
        cells = 0;
        anyQuotes = false;
        nextLine = line;
        // Ends the search for the end of a cell in any case.
        text[limit] = '\n';
        int at = position;
        while (true) {
            boolean quoted = at < limit && text[at] == '"';
            at = quoted ? quoted(at + 1) : plain(at);
            if (at >= limit - 1 && !ended) {
                // What follows tells whether the cell or the line is at its end.
                return false;
            }
            if (at == limit) {
                rowEnd = at;
                return true;
            } else if (text[at] == separator) {
                at++;
            } else if (text[at] == '\n' || text[at] == '\r') {
                nextLine++;
                rowEnd = at + (text[at] == '\r' && at + 1 < limit && text[at + 1] == '\n' ? 2 : 1);
                return true;
            } else {
                throw new IOException("a cell goes on after its closing quote in line " + nextLine);
            }
        }
    }

    /** Adds a cell, and returns where it ends. */
    private int plain(int start) {
        char[] characters = text;
        char parting = separator;
        int at = start;
        for (char c = characters[at]; c != parting && c != '\n' && c != '\r'; c = characters[at]) {
            at++;
        }
        add(start, at);
        return at;
    }

    /** Adds a cell that starts after a quote, and returns the place after the other; the limit if there is none yet. */
    private int quoted(int start) throws IOException {
        int opened = nextLine;
        boolean twice = false;
        for (int at = start; at < limit; at++) {
            char c = text[at];
            if (c == '"') {
                if (text[at + 1] != '"' || at + 1 == limit) {
                    add(start, at);
                    if (twice) {
                        markQuotes();
                    }
                    return at + 1;
                }
                twice = true;
                at++;
            } else if (c == '\n' || c == '\r' && text[at + 1] != '\n') {
                nextLine++;
            }
        }
        if (ended) {
            throw new IOException("the quote that opens a cell in line " + opened + " is not closed");
        }
        return limit;
    }

    private void markQuotes() {
        if (!anyQuotes) {
            Arrays.fill(quotes, false);
            anyQuotes = true;
        }
        if (cells > quotes.length) {
            quotes = Arrays.copyOf(quotes, cells * 2);
        }
        quotes[cells - 1] = true;
    }

    /** Leaves one of every two quotes. */
    private void unquote(int column) {
        int to = start(column);
        for (int at = to; at < end(column); at++) {
            at += text[at] == '"' ? 1 : 0;
            text[to++] = text[at];
        }
        shorten(column, to);
    }

    @Override
    public int line() {
        return line;
    }

    /** Rows are taken to be as long as those so far. */
    @Override
    public long all(long done) {
        if (file == null || file.size() == 0) {
            return Progress.UNKNOWN;
        }
        long used = Math.max(1, file.position() - (limit - position));
        return Math.max(done, Math.round((double) done * file.size() / used));
    }
}

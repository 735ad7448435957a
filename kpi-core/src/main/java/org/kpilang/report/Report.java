package org.kpilang.report;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Something that can be written as text. Lines end in a line feed, the last one too. */
public interface Report {

    /** Writes the report; the appendable is neither flushed nor closed. */
    void write(Appendable out) throws IOException;

    /** The report as a whole. */
    default String text() {
        StringBuilder out = new StringBuilder();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}

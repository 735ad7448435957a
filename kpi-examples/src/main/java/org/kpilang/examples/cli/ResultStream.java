package org.kpilang.examples.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers what went wrong with it. */
final class ResultStream extends FilterOutputStream {

    private @Nullable String failure;

    ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = String.valueOf(e.getMessage());
            throw e;
        }
    }

    /** What went wrong, or null. */
    @Nullable String failure() {
        return failure;
    }

    /** Whether the reader has seen enough, as {@code head} does. */
    boolean isCutOff() {
        return failure != null && failure.toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}

package org.kpilang.facts;

import java.util.concurrent.CancellationException;
import org.kpilang.source.Progress;

/** Counts the rows of a table, and tells now and then how many there are. */
final class Steps {

    /** Seldom enough to cost nothing, and often enough for slow sources. */
    private static final int EVERY = 1 << 12;

    private final FactsBuilder builder;
    private final String source;
    private final Progress progress;
    private long done;

    Steps(FactsBuilder builder, String source, Progress progress) {
        this.builder = builder;
        this.source = source;
        this.progress = progress;
    }

    /** One row more. */
    void done(RowScan rows) {
        if (++done % EVERY == 0) {
            tell(rows.all(done));
        }
    }

    /** One row more of so many. */
    void done(long all) {
        if (++done % EVERY == 0) {
            tell(all);
        }
    }

    /** That was all. */
    void finish() {
        tell(done);
    }

    private void tell(long all) {
        if (!progress.reached(done, all)) {
            builder.stop();
            throw new CancellationException("the loading of " + source + " was stopped after " + done + " rows");
        }
    }
}

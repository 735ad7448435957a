package org.kpilang.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.kpilang.source.Progress;

/**
 * A line that says how far a command is, once it takes more than a second. It stands alone in the last line of a
 * terminal, is written anew at most ten times a second, and erased when the command is done.
 */
final class ProgressBar implements Progress, AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int WIDTH = 24;
    private static final int LONGEST_NAME = 32;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final boolean wanted;
    private final LongSupplier nanoseconds;
    private final long start;
    private String what = "";
    private long drawn;
    private boolean visible;

    /**
     * @param wanted      whether anything is to be written at all
     * @param nanoseconds a clock
     */
    ProgressBar(PrintWriter terminal, boolean wanted, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.wanted = wanted;
        this.nanoseconds = nanoseconds;
        this.start = nanoseconds.getAsLong();
        this.drawn = start - PAUSE;
    }

    /** Says what is done from now on. */
    synchronized ProgressBar begin(String next) {
        what = next.length() <= LONGEST_NAME ? next : next.substring(0, LONGEST_NAME - 1) + "…";
        long now = nanoseconds.getAsLong();
        if (isDue(now)) {
            draw(what + " …", now);
        }
        return this;
    }

    /** Never stops anything: that is what the keyboard is for. */
    @Override
    public synchronized boolean reached(long done, long all) {
        long now = nanoseconds.getAsLong();
        if (isDue(now) && now - drawn >= PAUSE) {
            draw(what + "  " + (all > 0 ? bar(done, all) : String.format(Locale.ROOT, "%,d", done)), now);
        }
        return true;
    }

    private boolean isDue(long now) {
        return wanted && now - start >= PATIENCE;
    }

    private static String bar(long done, long all) {
        double share = Math.min(1, (double) done / all);
        int filled = (int) (share * WIDTH);
        return "█".repeat(filled) + "░".repeat(WIDTH - filled)
                + String.format(Locale.ROOT, " %3d%%  %,d", (int) (share * 100), done);
    }

    private void draw(String line, long now) {
        terminal.print(ERASE + line);
        terminal.flush();
        drawn = now;
        visible = true;
    }

    /** Erases the line. */
    @Override
    public synchronized void close() {
        if (visible) {
            terminal.print(ERASE);
            terminal.flush();
            visible = false;
        }
    }
}

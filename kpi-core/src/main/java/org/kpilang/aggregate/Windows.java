package org.kpilang.aggregate;

import java.util.Arrays;
import java.util.Objects;

/**
 * Windows over rows of one length: which values of a row each of them has. They are looked through once, for any number
 * of rows. Immutable and thread-safe.
 */
public final class Windows {

    private final int[] lo;
    private final int[] hi;
    /** The first value of a row that each window has, and the one after the last. */
    private final int[] starts;
    private final int[] ends;
    private final int length;
    private final int origin;
    /** Where windows begin that move forward, and how many windows there are. */
    private final int[] runs;
    private final WindowBatch[] batches;
    /** How many values of a row each window has. */
    private final int[] lengths;
    private final boolean someEmpty;

    private Windows(int[] lo, int[] hi, int length, int origin) {
        this.lo = lo;
        this.hi = hi;
        this.length = length;
        this.origin = origin;
        this.starts = new int[lo.length];
        this.ends = new int[lo.length];
        for (int i = 0; i < lo.length; i++) {
            starts[i] = Math.min(Math.max(lo[i], 0), length);
            ends[i] = Math.max(hi[i] < length ? hi[i] + 1 : length, starts[i]);
        }
        this.lengths = new int[lo.length];
        Arrays.setAll(lengths, i -> ends[i] - starts[i]);
        this.someEmpty = Arrays.stream(lengths).anyMatch(each -> each == 0);
        this.runs = runs(lo, hi);
        WindowBatches cutter = new WindowBatches(this);
        for (int run = 0; run < runs(); run++) {
            cutter.cut(runStart(run), runStart(run + 1));
        }
        this.batches = cutter.batches();
    }

    /**
     * The windows {@code [lo[i], hi[i]]}, both ends inclusive. The ends are indexes into a row and may lie outside it,
     * where nothing is known; a window whose end lies before its start is empty. Windows may come in any order; those
     * that move forward are answered fastest.
     *
     * @param lo     the first index of each window
     * @param hi     the last index of each window
     * @param length how long a row is
     * @param origin the ordinal of the first period of a row; where it counts no periods, any number that is always the
     *               same
     * @throws IllegalArgumentException if there are not as many ends as starts, or the length is negative
     */
    public static Windows of(int[] lo, int[] hi, int length, int origin) {
        Objects.requireNonNull(lo, "lo is null");
        Objects.requireNonNull(hi, "hi is null");
        if (lo.length != hi.length) {
            throw new IllegalArgumentException(lo.length + " windows start, and " + hi.length + " end");
        } else if (length < 0) {
            throw new IllegalArgumentException("a row cannot have " + length + " values");
        }
        return new Windows(lo.clone(), hi.clone(), length, origin);
    }

    /**
     * One window, as of {@link #of}.
     *
     * @throws IllegalArgumentException if the length is negative
     */
    public static Windows one(int lo, int hi, int length, int origin) {
        return of(new int[] {lo}, new int[] {hi}, length, origin);
    }

    /** One window, as of {@link #one}: these windows themselves if they are it already. */
    public Windows like(int first, int last, int rowLength, int rowOrigin) {
        boolean same = size() == 1 && lo[0] == first && hi[0] == last && length == rowLength && origin == rowOrigin;
        return same ? this : one(first, last, rowLength, rowOrigin);
    }

    private static int[] runs(int[] lo, int[] hi) {
        int[] runs = new int[lo.length + 1];
        int count = 0;
        for (int i = 0; i < lo.length; i++) {
            if (i == 0 || lo[i] < lo[i - 1] || hi[i] < hi[i - 1]) {
                runs[count++] = i;
            }
        }
        runs[count++] = lo.length;
        return Arrays.copyOf(runs, count);
    }

    /** How many windows there are. */
    public int size() {
        return lo.length;
    }

    /** The first index of a window. */
    public int lo(int window) {
        return lo[window];
    }

    /** The last index of a window. */
    public int hi(int window) {
        return hi[window];
    }

    /** How long a row is. */
    public int length() {
        return length;
    }

    /** The ordinal of the first period of a row. */
    public int origin() {
        return origin;
    }

    /** The first index of a row that a window has. */
    int start(int window) {
        return starts[window];
    }

    /** The index after the last of a row that a window has; at its start if it has none. */
    int end(int window) {
        return ends[window];
    }

    /** Leaves no summary of windows that have no value of a row. */
    void leaveOutEmpty(double[] results, int at) {
        for (int i = 0; someEmpty && i < lengths.length; i++) {
            if (lengths[i] == 0) {
                results[at + i] = Double.NaN;
            }
        }
    }

    /** Says how many values of a row each window has. */
    void copyLengths(int[] to) {
        System.arraycopy(lengths, 0, to, 0, lengths.length);
    }

    /** How many runs of windows there are that move forward. */
    int runs() {
        return runs.length - 1;
    }

    /** The first window of a run; that of the run after the last is their number. */
    int runStart(int run) {
        return runs[run];
    }

    /** All windows in batches. Not to be changed. */
    WindowBatch[] batches() {
        return batches;
    }

    /** {@code 12 windows over 60 values}. */
    @Override
    public String toString() {
        return size() + (size() == 1 ? " window over " : " windows over ") + length
                + (length == 1 ? " value" : " values");
    }
}

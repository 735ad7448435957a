package org.kpilang.aggregate;

import java.util.ArrayList;
import java.util.List;

/** Cuts windows that move forward into batches, so that little of a row is gone over twice. */
final class WindowBatches {

    /** How many values a batch has at most, unless windows are long. */
    private static final int VALUES = 2048;
    /** How many times as long as its first window a batch may be in any case. */
    private static final int WINDOWS = 16;
    /** Fewer windows that move on steadily are not worth telling apart. */
    private static final int FEW = 8;
    /** How many windows are looked at together at most. */
    private static final int MOST_TOGETHER = 256;

    private final Windows windows;
    private final List<WindowBatch> batches = new ArrayList<>();
    /** The windows that are known to move on steadily. */
    private int steadyFrom;
    private int steadyUntil;

    WindowBatches(Windows windows) {
        this.windows = windows;
    }

    /** Cuts the windows from one to before another. */
    void cut(int first, int until) {
        for (int next = first; next < until;) {
            WindowBatch batch = batch(next, until);
            batches.add(batch);
            next = batch.until();
        }
    }

    WindowBatch[] batches() {
        return batches.toArray(WindowBatch[]::new);
    }

    private WindowBatch batch(int first, int end) {
        int from = windows.start(first);
        long most = from + Math.max(VALUES, (long) WINDOWS * (windows.end(first) - from));
        int steadyStart = first;
        int steadyEnd = first;
        int until = first;
        while (until < end && (until == first || windows.end(until) <= most)) {
            if (!isInside(until)) {
                until++;
                continue;
            }
            int next = Math.min(steadyUntil(until, end), until + windows.length() - windows.hi(until));
            int fitting = (int) Math.min(next, until + Math.max(1, most - windows.end(until) + 1));
            if (isWorthwhile(next)) {
                if (steadyStart < steadyEnd) {
                    break;
                }
                steadyStart = until;
                steadyEnd = fitting;
            }
            until = fitting;
        }
        return new WindowBatch(first, until, from, windows.end(until - 1), steadyStart, steadyEnd);
    }

    private boolean isInside(int window) {
        return windows.lo(window) >= 0 && windows.hi(window) >= windows.lo(window)
                && windows.hi(window) < windows.length();
    }

    /** To begin anew costs as much as a window is long and a little more, so that it must not be done too often. */
    private boolean isWorthwhile(int until) {
        int steady = until - steadyFrom;
        return steady >= FEW && steady > (long) windows.hi(steadyFrom) - windows.lo(steadyFrom)
                || steady == windows.size();
    }

    /** Up to which window those from one on have one length, and each starts one further on than the one before. */
    private int steadyUntil(int first, int end) {
        if (first < steadyUntil) {
            return steadyUntil;
        }
        int until = first + 1;
        // More and more at a time, without a jump between them; where one is not steady, fewer and fewer.
        int together = 1;
        while (until < end && areSteady(first, until, Math.min(until + together, end))) {
            until = Math.min(until + together, end);
            together = Math.min(2 * together, MOST_TOGETHER);
        }
        for (together /= 2; together > 0; together /= 2) {
            int further = Math.min(until + together, end);
            until = areSteady(first, until, further) ? further : until;
        }
        steadyFrom = first;
        steadyUntil = until;
        return until;
    }

    private boolean areSteady(int first, int from, int until) {
        int other = 0;
        int firstLo = windows.lo(first) - first;
        int firstHi = windows.hi(first) - first;
        for (int i = from; i < until; i++) {
            other |= windows.lo(i) - firstLo - i | windows.hi(i) - firstHi - i;
        }
        return other == 0;
    }
}

package org.kpilang.aggregate;

import java.util.Arrays;

/**
 * A quantile of each window, the same as that of a {@link SortedWindow} to the last bit, where windows hold many
 * values. Windows that do not overlap are answered by selection (Hoare, "Algorithm 65: Find", Communications of the ACM
 * 4, 1961), in time linear in their values. For others the values of the row are numbered by size, and a tree of counts
 * says which of them has a place among those of the window; there a step takes time logarithmic in the length of the
 * row.
 */
final class QuantileWindow extends ForwardWindows {

    private final double fraction;
    private double[] room = new double[0];
    private final CountedValues counted = new CountedValues();

    QuantileWindow(double fraction) {
        this.fraction = fraction;
    }

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        if (overlap(windows, first, until)) {
            count(values, offset, windows, first, until, results, resultsAt, known);
        } else {
            select(values, offset, windows, first, until, results, resultsAt, known);
        }
    }

    private static boolean overlap(Windows windows, int first, int until) {
        for (int i = first + 1; i < until; i++) {
            if (windows.lo(i) <= windows.hi(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private void select(double[] values, int offset, Windows windows, int first, int until, double[] results,
            int resultsAt, int[] known) {
        KnownWindow window = new KnownWindow(values, offset);
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            known[i] = window.known();
            if (room.length < known[i]) {
                room = new double[Math.max(known[i], 2 * room.length)];
            }
            int size = 0;
            for (int at = offset + window.start(); at < offset + window.end(); at++) {
                if (!Double.isNaN(values[at])) {
                    room[size++] = values[at] + 0.0;
                }
            }
            results[resultsAt + i] = size == 0 ? Double.NaN : selected(size);
        }
    }

    private double selected(int size) {
        double place = (size - 1) * fraction;
        int below = (int) place;
        double low = Selection.of(room, size, below);
        if (place == below) {
            return low;
        }
        double high = room[below + 1];
        for (int i = below + 2; i < size; i++) {
            high = Math.min(high, room[i]);
        }
        return SortedWindow.between(low, high, place - below);
    }

    private void count(double[] values, int offset, Windows windows, int first, int until, double[] results,
            int resultsAt, int[] known) {
        CountedWindow window = new CountedWindow(counted, values, offset, windows.length());
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? Double.NaN : counted(known[i]);
        }
    }

    private double counted(int size) {
        double place = (size - 1) * fraction;
        int below = (int) place;
        double low = counted.at(below);
        return place == below ? low : SortedWindow.between(low, counted.at(below + 1), place - below);
    }

    /** Finds the value that has a place in the order of some values, and puts no larger one before it. */
    private static final class Selection {

        private Selection() {}

        static double of(double[] values, int size, int place) {
            int from = 0;
            int to = size - 1;
            int rounds = 2 * (Integer.SIZE - Integer.numberOfLeadingZeros(size));
            while (from < to) {
                if (rounds-- == 0) {
                    // Values that keep away from the middle, be it on purpose, cost no more than their order does.
                    Arrays.sort(values, from, to + 1);
                    break;
                }
                double pivot = middle(values[from], values[(from + to) >>> 1], values[to]);
                int left = from;
                int right = to;
                while (left <= right) {
                    while (values[left] < pivot) {
                        left++;
                    }
                    while (values[right] > pivot) {
                        right--;
                    }
                    if (left <= right) {
                        double swapped = values[left];
                        values[left++] = values[right];
                        values[right--] = swapped;
                    }
                }
                if (place <= right) {
                    to = right;
                } else if (place >= left) {
                    from = left;
                } else {
                    break;
                }
            }
            return values[place];
        }

        private static double middle(double a, double b, double c) {
            return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
        }
    }
}

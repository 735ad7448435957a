package org.kpilang.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds the signals of a chart in one pass for each rule and side. A gap, and a new stretch, begin everything anew. */
final class SignalSearch {

    private static final int RUN = 8;
    private static final int NEAR = 3;
    private static final int OF = 4;

    private final double[] values;
    private final List<Stretch> stretches;
    private final List<Signal> found = new ArrayList<>();

    SignalSearch(double[] values, List<Stretch> stretches) {
        this.values = values;
        this.stretches = stretches;
    }

    List<Signal> find(Set<Rule> rules) {
        for (Stretch stretch : stretches) {
            ProcessLimits limits = stretch.limits();
            if (limits == null) {
                continue;
            }
            for (Side side : Side.values()) {
                if (rules.contains(Rule.POINT)) {
                    points(stretch, limits, side);
                }
                if (rules.contains(Rule.RANGE)) {
                    jumps(stretch, limits, side);
                }
                if (rules.contains(Rule.NEAR_LIMIT)) {
                    nearLimit(stretch, limits, side);
                }
                if (rules.contains(Rule.RUN)) {
                    runs(stretch, limits, side);
                }
            }
        }
        found.sort(Comparator.comparingInt(Signal::noticed).thenComparing(Signal::rule));
        return List.copyOf(found);
    }

    private void points(Stretch stretch, ProcessLimits limits, Side side) {
        for (int i = stretch.first(); i < stretch.end(); i++) {
            if (limits.isOutside(values[i], i, side)) {
                found.add(new Signal(Rule.POINT, side, i, i, i));
            }
        }
    }

    private void jumps(Stretch stretch, ProcessLimits limits, Side side) {
        for (int i = stretch.first() + 1; i < stretch.end(); i++) {
            if (side.sign() * (values[i] - values[i - 1]) > 0 && limits.isJump(values[i - 1], values[i])) {
                found.add(new Signal(Rule.RANGE, side, i, i, i));
            }
        }
    }

    private void runs(Stretch stretch, ProcessLimits limits, Side side) {
        int length = 0;
        for (int i = stretch.first(); i <= stretch.end(); i++) {
            if (i < stretch.end() && limits.isOn(values[i], i, side)) {
                length++;
                continue;
            }
            if (length >= RUN) {
                found.add(new Signal(Rule.RUN, side, i - length, i - 1, i - length + RUN - 1));
            }
            length = 0;
        }
    }

    /** Windows of four that share a point near the limit make one signal, from its first such point to its last. */
    private void nearLimit(Stretch stretch, ProcessLimits limits, Side side) {
        int start = stretch.first();
        int first = -1;
        int noticed = -1;
        int last = -1;
        for (int i = stretch.first(); i < stretch.end(); i++) {
            if (Double.isNaN(values[i])) {
                start = i + 1;
                continue;
            }
            int from = Math.max(start, i - OF + 1);
            if (!limits.isNear(values[i], i, side) || near(from, i, limits, side) < NEAR) {
                continue;
            }
            int earliest = from;
            while (!limits.isNear(values[earliest], earliest, side)) {
                earliest++;
            }
            if (first >= 0 && earliest > last) {
                found.add(new Signal(Rule.NEAR_LIMIT, side, first, last, noticed));
                first = -1;
            }
            if (first < 0) {
                first = earliest;
                noticed = i;
            }
            last = i;
        }
        if (first >= 0) {
            found.add(new Signal(Rule.NEAR_LIMIT, side, first, last, noticed));
        }
    }

    private int near(int from, int to, ProcessLimits limits, Side side) {
        int near = 0;
        for (int i = from; i <= to; i++) {
            near += limits.isNear(values[i], i, side) ? 1 : 0;
        }
        return near;
    }
}

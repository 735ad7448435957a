package org.kpilang.aggregate;

import java.util.Objects;

/**
 * Adds the values of each window from the first to the last, as the summary is defined, so that it is rounded as the
 * definition says and the same wherever the window lies. Windows that start together, as those over all periods do,
 * take linear time; others take time linear in their lengths.
 */
final class OrderedWindow extends ForwardWindows {

    private final Aggregate aggregate;
    private final double[] state;

    OrderedWindow(Aggregate aggregate) {
        this.aggregate = Objects.requireNonNull(aggregate, "aggregate is null");
        this.state = new double[aggregate.width()];
    }

    @Override
    void answer(double[] values, int offset, Windows windows, int first, int until, double[] results, int resultsAt,
            int[] known) {
        KnownWindow window = new KnownWindow(values, offset);
        int from = -1;
        int to = 0;
        for (int i = first; i < until; i++) {
            window.moveTo(windows.start(i), windows.end(i));
            if (window.start() != from) {
                aggregate.clear(state, 0);
                from = window.start();
                to = from;
            }
            for (; to < window.end(); to++) {
                double value = values[offset + to];
                if (!Double.isNaN(value)) {
                    aggregate.add(state, 0, value, to - from);
                }
            }
            known[i] = window.known();
            results[resultsAt + i] = known[i] == 0 ? aggregate.empty() : aggregate.finish(state, 0);
        }
    }
}

package org.kpilang.evaluate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.NamedStatistic;
import org.kpilang.aggregate.Windows;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.evaluate.internal.decimal.RationalWindows;

/** A statistic of exact numbers over the periods of stretches, for one slice at a time. For the use of one thread. */
final class ExactSummary {

    private final NamedStatistic statistic;
    private final List<Double> arguments;
    private final StretchWindows stretches;
    private final @Nullable RationalWindows windows;

    ExactSummary(NamedStatistic statistic, List<Double> arguments, StretchWindows stretches) {
        this.statistic = statistic;
        this.arguments = arguments;
        this.stretches = stretches;
        this.windows = RationalWindows.named(statistic.name(), arguments).orElse(null);
    }

    /** Writes the statistic in all windows; null where there is none. */
    void fill(@Nullable Rational[] values, @Nullable Rational[] results) {
        if (stretches.isRegular()) {
            slide(values, results);
        } else {
            pick(values, results);
        }
    }

    private void slide(@Nullable Rational[] values, @Nullable Rational[] results) {
        int count = stretches.size();
        int length = stretches.frame().size();
        int[] lo = stretches.lo().clone();
        if (stretches.startsAtFirstValue()) {
            int first = stretches.lo()[0];
            while (first < length && values[first] == null) {
                first++;
            }
            for (int i = 0; i < count; i++) {
                lo[i] = Math.max(lo[i], first);
            }
        }
        int[] known = new int[count];
        run(values, length, lo, stretches.hi(), results, 0, known);
        for (int i = 0; i < count; i++) {
            int periods = stretches.hi()[i] - lo[i] + 1;
            results[i] = checked(results[i], known[i], periods, values[stretches.hi()[i]]);
        }
    }

    private void pick(@Nullable Rational[] values, @Nullable Rational[] results) {
        int[] known = new int[1];
        for (int i = 0; i < stretches.size(); i++) {
            int[] periods = stretches.periods(i, 0);
            Rational[] row = new Rational[periods.length];
            for (int k = 0; k < row.length; k++) {
                row[k] = values[periods[k]];
            }
            run(row, row.length, new int[1], new int[] {row.length - 1}, results, i, known);
            results[i] = checked(results[i], known[0], row.length, row[row.length - 1]);
        }
    }

    private void run(@Nullable Rational[] values, int length, int[] lo, int[] hi,
            @Nullable Rational[] results, int at, int[] known) {
        if (windows != null) {
            windows.run(values, 0, length, lo, hi, lo.length, results, at, known);
            return;
        }
        double[] row = new double[length];
        for (int i = 0; i < length; i++) {
            Rational value = values[i];
            row[i] = value == null ? Double.NaN : value.toDouble();
        }
        double[] summaries = new double[lo.length];
        double[] given = arguments.stream().mapToDouble(Double::doubleValue).toArray();
        int origin = stretches.isRegular() ? stretches.origin() : 0;
        statistic.summary(given).run(row, 0, Windows.of(lo, hi, length, origin), summaries, 0, known);
        for (int i = 0; i < summaries.length; i++) {
            results[at + i] = Double.isFinite(summaries[i]) ? Rational.of(summaries[i]) : null;
        }
    }

    private @Nullable Rational checked(@Nullable Rational result, int known, int periods, @Nullable Rational last) {
        boolean enough = periods > 0 && known >= SummaryColumn.needed(stretches.stretch(), statistic, periods)
                && !(statistic.isOfLast() && last == null);
        return enough ? result : null;
    }
}

package org.kpilang.scorecard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;

/**
 * The status of a cell where one does not change with every small move. It stays what it was while a value near by, no
 * further away than the margin, would have it; and it changes when another one has been due for so many periods in a
 * row. A period without a status ends a row. It begins with the first status there is, and anew with each definition of
 * the KPI; so it depends on where the periods asked about begin, unless a row or a value beyond all margins settles it.
 */
final class SteadyStatus {

    private final Result result;
    private final Judgements judgements;
    private final Answers answers;
    private final int kpi;
    private final int slice;
    private final Judgement judgement;

    SteadyStatus(Result result, Judgements judgements, Judgement judgement, Answers answers, int kpi, int slice) {
        this.result = result;
        this.judgements = judgements;
        this.judgement = judgement;
        this.answers = answers;
        this.kpi = kpi;
        this.slice = slice;
    }

    /** The status in a period that has one; empty if no band ever decided. */
    Optional<String> in(int period) {
        String state = null;
        String due = null;
        int times = 0;
        for (int next = settled(period); next <= period; next++) {
            String status = isJudged(next) ? status(next, state) : null;
            if (status == null || status.equals(state)) {
                due = null;
                times = 0;
            } else if (state == null) {
                state = status;
            } else {
                times = status.equals(due) ? times + 1 : 1;
                due = status;
                if (times >= judgement.caution().after()) {
                    state = status;
                    due = null;
                    times = 0;
                }
            }
        }
        return Optional.ofNullable(state);
    }

    /** The last period from which on what was before does not matter: a row of sure statuses is long enough. */
    private int settled(int period) {
        int row = 0;
        String sure = null;
        int first = period;
        while (first >= 0 && judgements.in(first) == judgement) {
            String status = isJudged(first) ? sure(first) : null;
            row = status != null && status.equals(sure) ? row + 1 : status != null ? 1 : 0;
            sure = status;
            if (row >= judgement.caution().after()) {
                return first;
            }
            first--;
        }
        return first + 1;
    }

    private boolean isJudged(int period) {
        return !result.isOpen(period) && result.hasValue(kpi, slice, period)
                && !judgement.caution().isTooFew(answers, slice, period);
    }

    /** The status of a period after another; the one before if a value near by would have it. */
    private @Nullable String status(int period, @Nullable String before) {
        String plain = of(value(period), period);
        if (before == null || plain == null || plain.equals(before)) {
            return plain;
        }
        return near(period, before) ? before : plain;
    }

    /** Whether a value near by would have a status. */
    private boolean near(int period, String status) {
        double value = value(period);
        double margin = margin(period);
        if (margin == 0) {
            return false;
        }
        double low = OnPaper.difference(value, margin);
        double high = OnPaper.sum(value, margin);
        if (status.equals(of(low, period)) || status.equals(of(high, period))) {
            return true;
        }
        for (double edge : judgement.edges(judgement.targets().in(slice, period), answers, slice, period)) {
            if (edge > low && edge < high && status.equals(of(edge, period))) {
                return true;
            }
        }
        return false;
    }

    /** The status that a period would have whatever was before; null if that matters. */
    private @Nullable String sure(int period) {
        double value = value(period);
        double margin = margin(period);
        String plain = of(value, period);
        if (plain == null || margin == 0) {
            return plain;
        }
        double low = OnPaper.difference(value, margin);
        double high = OnPaper.sum(value, margin);
        boolean sure = plain.equals(of(low, period)) && plain.equals(of(high, period));
        for (double edge : judgement.edges(judgement.targets().in(slice, period), answers, slice, period)) {
            sure &= !(edge >= low && edge <= high);
        }
        return sure ? plain : null;
    }

    private double value(int period) {
        return result.valueOr(kpi, slice, period, Double.NaN);
    }

    private double margin(int period) {
        Tolerance margin = judgement.caution().margin();
        double distance = margin == null ? 0 : margin.from(value(period), answers, slice, period);
        return Double.isNaN(distance) ? 0 : distance;
    }

    private @Nullable String of(double value, int period) {
        return judgement.status(value, judgement.targets().in(slice, period), answers, slice, period).orElse(null);
    }
}

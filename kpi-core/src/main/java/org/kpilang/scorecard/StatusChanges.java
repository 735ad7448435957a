package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** The statuses in which two scorecards differ. */
final class StatusChanges {

    private StatusChanges() {}

    /**
     * The changes of one KPI by period and slice, in the periods of the second scorecard.
     *
     * @param kpi its number in the second scorecard
     */
    static List<StatusChange> between(Scorecard before, Scorecard after, int kpi) {
        Result was = before.result();
        Result is = after.result();
        Kpi asked = is.kpis().get(kpi);
        boolean known = was.kpis().stream().anyMatch(other -> other.id().equals(asked.id()));
        Set<Slice> slices = new LinkedHashSet<>(is.slices());
        slices.addAll(was.slices());
        Window window = is.window();
        List<StatusChange> changes = new ArrayList<>();
        for (int number = 0; number < window.length(); number++) {
            Period period = window.firstPeriod().plus(number);
            for (Slice slice : slices) {
                boolean wasAsked = known && isAsked(was, slice, period);
                boolean isAsked = isAsked(is, slice, period);
                Optional<String> old = wasAsked ? before.status(asked.id(), slice, period) : Optional.empty();
                Optional<String> now = isAsked ? after.status(asked.id(), slice, period) : Optional.empty();
                boolean judged = after.declaresStatus(kpi);
                Optional<String> first = wasAsked ? old : unasked(judged, now);
                Optional<String> second = isAsked ? now : unasked(judged, old);
                if (!first.equals(second)) {
                    changes.add(new StatusChange(asked, slice, period, first, second));
                }
            }
        }
        return changes;
    }

    private static boolean isAsked(Result result, Slice slice, Period period) {
        int number = period.ordinal() - result.window().first();
        return period.grain() == result.window().grain() && number >= 0 && number < result.periods()
                && result.slices().contains(slice);
    }

    /** What a cell that is not asked counts as. */
    private static Optional<String> unasked(boolean judged, Optional<String> otherwise) {
        return !judged ? Optional.empty()
                : otherwise.filter(Scorecard.OPEN::equals).or(() -> Optional.of(Scorecard.NO_DATA));
    }
}

package org.kpilang.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.time.Window;

/**
 * How the targets of KPIs stand: achieved, missed, not yet due. Without state and thread-safe.
 *
 * <p>A target with a date is decided in the period of the result in which its due period ends. A total that is due in a
 * longer period than those asked about, such as {@code target 1.2M USD by 2026} asked by month, is decided by what was
 * collected in all of it. A target without a date, and a direction, holds always: each period with a value is held
 * against it. Open periods decide nothing, and their values do not count.
 *
 * <p>Left out are targets that were due before the first period of the result, those of which it is not known whether
 * more or less is better, and those that do not hold in a slice. What is said of a KPI is taken from the definition
 * that judges the last period.
 */
public final class TargetOutcomes {

    private final Scorecard scorecard;
    private final Result result;
    private final Answers answers;
    private final Window window;
    private final PaceProfile profile;

    private TargetOutcomes(Scorecard scorecard, PaceProfile profile) {
        this.scorecard = scorecard;
        this.result = scorecard.result();
        this.answers = scorecard.answers();
        this.window = result.window();
        this.profile = profile;
    }

    /** All targets of all KPIs in all slices: by KPI and slice in their order, and then as they are written. */
    public static List<TargetOutcome> of(Scorecard scorecard) {
        return of(scorecard, PaceProfile.PERIODS);
    }

    /**
     * The same, where the pace of a total that is not spread follows a profile.
     *
     * @param profile how what is expected of a total grows with time
     */
    public static List<TargetOutcome> of(Scorecard scorecard, PaceProfile profile) {
        TargetOutcomes outcomes = new TargetOutcomes(scorecard, profile);
        List<TargetOutcome> all = new ArrayList<>();
        for (int kpi = 0; kpi < outcomes.result.kpis().size(); kpi++) {
            for (int slice = 0; slice < outcomes.result.slices().size(); slice++) {
                all.addAll(outcomes.of(kpi, slice));
            }
        }
        return List.copyOf(all);
    }

    /** The targets of one KPI in one slice, numbered as in the result. */
    public static List<TargetOutcome> of(Scorecard scorecard, int kpi, int slice) {
        return new TargetOutcomes(scorecard, PaceProfile.PERIODS).of(kpi, slice);
    }

    private List<TargetOutcome> of(int kpi, int slice) {
        Judgement judgement = scorecard.judgements(kpi).in(result.periods() - 1);
        List<TargetOutcome> found = new ArrayList<>();
        if (judgement != null) {
            Slice where = result.slices().get(slice);
            for (Declared declared : judgement.targets().inOrder()) {
                if (declared.isFor(where)) {
                    TargetOutcome outcome = declared.isDated() ? dated(declared, kpi, slice)
                            : always(declared, judgement, kpi, slice);
                    if (outcome != null) {
                        found.add(outcome);
                    }
                }
            }
        }
        return found;
    }

    private @Nullable TargetOutcome always(Declared declared, Judgement judgement, int kpi, int slice) {
        int last = -1;
        boolean broken = false;
        boolean decided = false;
        boolean known = false;
        for (int period = 0; period < result.periods() && !broken; period++) {
            if (scorecard.judgements(kpi).in(period) != judgement || !declared.target().holdsIn(period)
                    || result.isOpen(period)) {
                continue;
            }
            decided = true;
            Goal goal = declared.goal(answers, slice, period).orElse(null);
            if (goal != null && result.hasValue(kpi, slice, period)) {
                known = true;
                last = period;
                broken = !goal.isMetBy(result.valueOr(kpi, slice, period, Double.NaN));
            }
        }
        if (decided && !known && declared.isWithoutSide(answers, slice, result.periods() - 1)) {
            return null;
        }
        Achievement achievement = broken ? Achievement.BROKEN : known ? Achievement.HELD
                : decided ? Achievement.NO_DATA : Achievement.NOT_YET_DUE;
        return outcome(declared, kpi, slice, achievement, last,
                last < 0 ? Double.NaN : result.valueOr(kpi, slice, last, Double.NaN),
                last < 0 ? null : declared.goal(answers, slice, last).orElse(null), Optional.empty());
    }

    private @Nullable TargetOutcome dated(Declared declared, int kpi, int slice) {
        int due = declared.dueOrdinal(window) - window.first();
        if (due < 0) {
            return null;
        }
        int now = Math.min(due, result.periods() - 1);
        boolean decided = due < result.periods() && !result.isOpen(due);
        while (!decided && now >= 0 && Double.isNaN(value(declared, kpi, slice, now))) {
            now--;
        }
        Goal goal = declared.end(answers, slice, Math.max(now, 0)).orElse(null);
        if (goal == null && declared.isWithoutSide(answers, slice, Math.max(now, 0))) {
            return null;
        }
        double value = now < 0 ? Double.NaN : value(declared, kpi, slice, now);
        if (decided) {
            Achievement achievement = Double.isNaN(value) || goal == null ? Achievement.NO_DATA
                    : goal.isMetBy(value) ? Achievement.ACHIEVED : Achievement.MISSED;
            return outcome(declared, kpi, slice, achievement, now, value, goal, Optional.empty());
        }
        return outcome(declared, kpi, slice, Achievement.NOT_YET_DUE, now, value, goal,
                goal == null || now < 0 ? Optional.empty()
                        : new Paces(scorecard, declared, kpi, slice, profile).of(goal, now, due));
    }

    /** What counts of a period: its value, or what has been collected of a total; NaN if it is open. */
    private double value(Declared declared, int kpi, int slice, int period) {
        return result.isOpen(period) ? Double.NaN
                : declared.total() >= 0 ? answers.valueOr(declared.total(), slice, period, Double.NaN)
                : result.valueOr(kpi, slice, period, Double.NaN);
    }

    private TargetOutcome outcome(Declared declared, int kpi, int slice, Achievement achievement, int period,
            double value, @Nullable Goal goal, Optional<Pace> pace) {
        Kpi asked = result.kpis().get(kpi);
        boolean known = goal != null && !Double.isNaN(value);
        int remaining = achievement == Achievement.NOT_YET_DUE && known
                ? declared.dueOrdinal(window) - window.first() - period : 0;
        return new TargetOutcome(asked, declared.said(), result.slices().get(slice), achievement,
                Optional.ofNullable(declared.due()),
                period < 0 || Double.isNaN(value) ? Optional.empty() : Optional.of(result.period(period)),
                Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value), Optional.ofNullable(goal),
                known ? goal.progress(declared.base(answers, slice, period), value) : OptionalDouble.empty(),
                known ? goal.required(value, remaining) : OptionalDouble.empty(), pace);
    }
}

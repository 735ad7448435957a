package org.kpilang.scorecard;

import java.util.Arrays;
import java.util.Optional;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** Works out the pace of a target that is not yet due, by the periods of a result. */
final class Paces {

    private final Scorecard scorecard;
    private final Result result;
    private final Answers answers;
    private final Declared declared;
    private final int kpi;
    private final int slice;
    private final PaceProfile profile;

    Paces(Scorecard scorecard, Declared declared, int kpi, int slice, PaceProfile profile) {
        this.scorecard = scorecard;
        this.result = scorecard.result();
        this.answers = scorecard.answers();
        this.declared = declared;
        this.kpi = kpi;
        this.slice = slice;
        this.profile = profile;
    }

    /**
     * The pace at a period.
     *
     * @param now the number of the last period that counts
     * @param due the number of the period in which the target is due, which may lie after those of the result
     */
    Optional<Pace> of(Goal goal, int now, int due) {
        return (declared.total() >= 0 ? ofTotal(goal, now, due) : ofWay(goal, now, due))
                .map(pace -> pace.within(result.kpis().get(kpi).range()));
    }

    private Optional<Pace> ofTotal(Goal goal, int now, int due) {
        Window asked = result.window();
        Window whole = declared.duePeriod().window();
        int first = asked.calendar().ordinal(asked.grain(), whole.firstDay()) - asked.first();
        double actual = answers.valueOr(declared.total(), slice, now, Double.NaN);
        double elapsed = elapsed(now, first, due, whole);
        if (!(elapsed > 0) || Double.isNaN(actual)) {
            return Optional.empty();
        } else if (first < 0) {
            return Optional.of(Pace.ofTotal(goal, actual, Math.min(elapsed, 1), due - now));
        }
        double[] values = new double[now - first + 1];
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.valueOr(kpi, slice, first + i, Double.NaN);
            shares[i] = elapsed(first + i, first, due, whole)
                    - (i == 0 ? 0 : elapsed(first + i - 1, first, due, whole));
        }
        boolean known = Arrays.stream(values).allMatch(Double::isFinite)
                && Arrays.stream(shares).allMatch(Double::isFinite);
        return Optional.of(known ? Pace.ofTotal(goal, values, shares, due - now)
                : Pace.ofTotal(goal, actual, Math.min(elapsed, 1), due - now));
    }

    /** The share of a total that is expected up to the end of a period. */
    private double elapsed(int period, int first, int due, Window whole) {
        if (declared.target() instanceof Spread spread) {
            return spread.toDate(answers, slice, period);
        } else if (profile == PaceProfile.DAYS) {
            long until = result.period(period).window().lastDay().toEpochDay() - whole.firstDay().toEpochDay() + 1;
            return (double) until / whole.days();
        }
        return (double) (period - first + 1) / (due - first + 1);
    }

    /** A balance or a rate on its way from where it started. */
    private Optional<Pace> ofWay(Goal goal, int now, int due) {
        Period begun = declared.begun();
        if (begun == null) {
            return Optional.empty();
        }
        Window asked = result.window();
        int start = asked.calendar().ordinal(asked.grain(), begun.window().lastDay()) - asked.first();
        double base = declared.base(answers, slice, now);
        int first = Math.max(start + 1, 0);
        if (now < first || !Double.isFinite(base)) {
            return Optional.empty();
        }
        double[] values = new double[now - first + 1];
        double[] shares = new double[values.length];
        int known = 0;
        for (int period = first; period <= now; period++) {
            double share = share(goal, base, start, period, due);
            if (result.hasValue(kpi, slice, period) && Double.isFinite(share)) {
                values[known] = result.valueOr(kpi, slice, period, Double.NaN);
                shares[known++] = share;
            }
        }
        double share = share(goal, base, start, now, due);
        double expected = base + (goal.target() - base) * share;
        if (Balances.isBalance(scorecard.result().kpis().get(kpi).formula(), result.model())
                && known == now - start) {
            return Optional.of(Pace.ofBalance(goal, base, Arrays.copyOf(values, known), expected, due - now));
        }
        boolean begins = Arrays.stream(shares, 0, known).anyMatch(each -> each > 0);
        return !begins || !Double.isFinite(expected) ? Optional.empty() : Optional.of(Pace.ofRate(goal, base,
                Arrays.copyOf(values, known), Arrays.copyOf(shares, known), expected,
                (double) (now - start) / (due - start), due - now));
    }

    /** How much of the way is to be done by a period. */
    private double share(Goal goal, double base, int start, int period, int due) {
        if (declared.target() instanceof Holding) {
            return (double) (period - start) / (due - start);
        }
        return goal.target() == base ? Double.NaN
                : (declared.target().at(answers, slice, period) - base) / (goal.target() - base);
    }

    /**
     * The pace of an open period, by its parts in another result.
     *
     * @param parts the same KPI in shorter periods
     */
    static Optional<Pace> within(Goal goal, Window period, Result parts, int kpi, int slice, PaceProfile profile) {
        Window asked = parts.window();
        Grain grain = asked.grain();
        if (!period.calendar().nests(grain, period.grain())) {
            return Optional.empty();
        }
        Window all = period.in(grain);
        double[] values = new double[all.length()];
        double[] shares = new double[all.length()];
        int known = 0;
        for (int ordinal = all.first(); ordinal <= all.last(); ordinal++) {
            int number = ordinal - asked.first();
            if (number < 0 || number >= parts.periods() || parts.isOpen(number)
                    || !parts.hasValue(kpi, slice, number)) {
                break;
            }
            values[known] = parts.valueOr(kpi, slice, number, Double.NaN);
            shares[known++] = profile == PaceProfile.PERIODS ? 1.0 / all.length()
                    : (double) parts.period(number).window().days() / all.days();
        }
        return known == 0 ? Optional.empty() : Optional.of(Pace.ofTotal(goal, Arrays.copyOf(values, known),
                Arrays.copyOf(shares, known), all.length() - known).within(parts.kpis().get(kpi).range()));
    }
}

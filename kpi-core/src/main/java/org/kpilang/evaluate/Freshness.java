package org.kpilang.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * How old the facts of an input are. Facts come period by period, at the grain of those that are there, and those of a
 * period are expected when it is over, or some days later if that is allowed. Which day it is, is for the caller to
 * say. Immutable and thread-safe.
 *
 * @param last    the last period that has a fact, or null if there are no facts
 * @param missing the number of periods whose facts should be there and are not; 0 without facts, since nobody knows how
 *                often they come
 * @param days    for how many days the first of them has been missing; 0 if none is
 */
public record Freshness(InputDefinition input, @Nullable Period last, int missing, long days) {

    public Freshness {
        Objects.requireNonNull(input, "input is null");
    }

    /** The freshness of one input. */
    public static Freshness of(InputDefinition input, Facts facts, LocalDate asOf, int daysAllowed) {
        if (daysAllowed < 0) {
            throw new IllegalArgumentException("not a number of days: " + daysAllowed);
        }
        InputFacts known = facts.of(input.name()).orElse(null);
        int last = known == null ? Integer.MIN_VALUE : last(known);
        if (known == null || last == Integer.MIN_VALUE) {
            return new Freshness(input, null, 0, 0);
        }
        Period period = new Period(facts.calendar(), known.grain(), last);
        LocalDate expected = period.plus(1).window().lastDay().plusDays(1L + daysAllowed);
        if (asOf.isBefore(expected)) {
            return new Freshness(input, period, 0, 0);
        }
        Grain grain = known.grain();
        LocalDate lastOver = asOf.minusDays(1L + daysAllowed);
        int now = facts.calendar().ordinal(grain, lastOver);
        boolean over = facts.calendar().lastDay(grain, now).equals(lastOver);
        return new Freshness(input, period, now - last - (over ? 0 : 1), ChronoUnit.DAYS.between(expected, asOf) + 1);
    }

    private static int last(InputFacts facts) {
        int last = Integer.MIN_VALUE;
        for (int fact = 0; fact < facts.size(); fact++) {
            last = Math.max(last, facts.period(fact));
        }
        return last;
    }

    /** The freshness of every input of a model that some KPI asks, the stalest first and before it those without facts. */
    public static List<Freshness> of(Model model, Facts facts, LocalDate asOf, int daysAllowed) {
        return model.kpis().stream().flatMap(kpi -> model.inputsOf(kpi).stream()).distinct()
                .map(input -> of(input, facts, asOf, daysAllowed))
                .sorted(Comparator.comparing(Freshness::hasFacts)
                        .thenComparing(Comparator.comparingLong(Freshness::days).reversed())).toList();
    }

    /**
     * The freshness of a KPI, which is that of the stalest of its inputs; empty if it reads none.
     *
     * @throws NoSuchElementException if the model has no such KPI
     */
    public static Optional<Freshness> ofKpi(Model model, String kpi, Facts facts, LocalDate asOf, int daysAllowed) {
        Kpi asked = model.kpi(kpi)
                .orElseThrow(() -> new NoSuchElementException("the model has no KPI " + kpi));
        return model.inputsOf(asked).stream().map(input -> of(input, facts, asOf, daysAllowed))
                .min(Comparator.comparing(Freshness::hasFacts)
                        .thenComparing(Comparator.comparingLong(Freshness::days).reversed()));
    }

    public boolean hasFacts() {
        return last != null;
    }

    /** Whether facts that should be there are missing. */
    public boolean isStale() {
        return !hasFacts() || missing > 0;
    }

    /** {@code revenue: up to 2026-03, 2 months missing for 35 days}. */
    @Override
    public String toString() {
        if (last == null) {
            return input.name() + ": no facts";
        }
        String period = last.grain().word();
        return input.name() + ": up to " + last + (missing == 0 ? ", up to date"
                : ", " + missing + " " + period + (missing == 1 ? "" : "s") + " missing for " + days
                        + (days == 1 ? " day" : " days"));
    }
}

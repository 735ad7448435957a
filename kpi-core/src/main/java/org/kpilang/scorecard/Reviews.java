package org.kpilang.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.model.Property;

/**
 * When the KPIs of a model are to be looked at again: {@code review every 2 weeks}. Which day it is, and when a KPI was
 * looked at last, is for the caller to say. Months are those of the civil calendar, and a month after 31 January is the
 * last day of February. Immutable and thread-safe.
 */
public final class Reviews {

    private static final int MONTHS_OF_A_QUARTER = 3;

    private final Model model;

    private Reviews(Model model) {
        this.model = Objects.requireNonNull(model, "model is null");
    }

    public static Reviews of(Model model) {
        return new Reviews(model);
    }

    /**
     * The day of the next review of a KPI that was reviewed last on a day, by the definition that held on that day, or
     * the latest if none did; empty if it is not said how often it is reviewed.
     *
     * @throws NoSuchElementException if the model has no such KPI
     */
    public Optional<LocalDate> next(String kpi, LocalDate last) {
        Kpi asked = model.kpi(kpi)
                .orElseThrow(() -> new NoSuchElementException("the model has no KPI " + kpi));
        return asked.version(last).orElse(asked.latest()).property(Property.Review.class)
                .map(review -> after(last, review));
    }

    /**
     * The KPIs whose review was due before a day, those that wait longest first, and before them those that were never
     * reviewed. A KPI that has no definition on that day, or does not say how often it is reviewed, is left out.
     *
     * @param last the day of the last review by the id of the KPI; a KPI that is not in it was never reviewed
     */
    public List<Overdue> overdue(Map<String, LocalDate> last, LocalDate asOf) {
        List<Overdue> overdue = new ArrayList<>();
        for (Kpi kpi : model.kpis()) {
            Property.Review review = kpi.version(asOf).flatMap(Reviews::review).orElse(null);
            if (review == null) {
                continue;
            }
            LocalDate reviewed = last.get(kpi.id());
            LocalDate due = reviewed == null ? null : after(reviewed, review);
            if (due == null || due.isBefore(asOf)) {
                overdue.add(new Overdue(kpi, due));
            }
        }
        overdue.sort(Comparator.comparing(Overdue::due, Comparator.nullsFirst(Comparator.naturalOrder())));
        return List.copyOf(overdue);
    }

    private static Optional<Property.Review> review(KpiVersion version) {
        return version.property(Property.Review.class);
    }

    private static LocalDate after(LocalDate last, Property.Review review) {
        return switch (review.unit()) {
            case DAY -> last.plusDays(review.count());
            case WEEK -> last.plusWeeks(review.count());
            case MONTH -> last.plusMonths(review.count());
            case QUARTER -> last.plusMonths((long) MONTHS_OF_A_QUARTER * review.count());
            case YEAR -> last.plusYears(review.count());
        };
    }

    /**
     * A review that should have been.
     *
     * @param due the day on which it was due, or null if the KPI was never reviewed
     */
    public record Overdue(Kpi kpi, @Nullable LocalDate due) {}
}

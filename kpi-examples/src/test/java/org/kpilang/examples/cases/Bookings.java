package org.kpilang.examples.cases;

import org.kpilang.facts.FactsBuilder;
import org.kpilang.time.Period;

/**
 * Bookings per day: MetricFlow's fixture {@code fct_bookings} (Apache-2.0, dbt Labs). Days without a figure have no
 * row.
 */
final class Bookings {

    private static final double[] FEBRUARY_2020 = {2, 5, 1, 2, 4, 0, 1, 2, 2, 1, 5, 2, 1, 2, 1, 2, 3, 1, 2, 2, 1, 4, 1,
        0, 2, 1, 3, 1, 1};
    private static final double[] MARCH_2020 = {2, 5, 1, 2, 3, 1, 0, 2, 4, 1, 2, 2, 3, 1, 1, 0, 2, 3, 2, 1, 4, 2, 1, 3, 1,
        1, 2, 1, 2, 1, 1};
    private static final double[] APRIL_2020 = {4, 1, 3, 1, 2, 5, 1, 2, 2, 3, 1, 0, 2, 4, 1, 2, 2, 3, 1, 3, 1, 0, 2, 3, 1,
        2, 4, 1, 2, 1};
    private static final double[] DECEMBER_2020 = {2, 4, 1, 3, 2, 0, 2, 3, 4, 1, 2, 3, 3, 1, 4, 2, 3, 1, 0, 3, 2, 4, 1, 2,
        3, 2, 1, 4, 2, 3, 1};

    private Bookings() {}

    /** Every figure under the name {@code bookings}. */
    static FactsBuilder byDay(FactsBuilder facts) {
        return facts
                .column("bookings", Period.parse("2019-12-01"), 1)
                .column("bookings", Period.parse("2019-12-18"), 10, 18, 2)
                .column("bookings", Period.parse("2020-01-01"), 5, 9, 1)
                .column("bookings", Period.parse("2020-02-01"), FEBRUARY_2020)
                .column("bookings", Period.parse("2020-03-01"), MARCH_2020)
                .column("bookings", Period.parse("2020-04-01"), APRIL_2020)
                .column("bookings", Period.parse("2020-12-01"), DECEMBER_2020);
    }

    /** The totals of the months that have figures, as the fixture has them. */
    static FactsBuilder byMonth(FactsBuilder facts) {
        return facts
                .column("bookings", Period.parse("2019-12"), 31, 15, 55, 57, 60)
                .column("bookings", Period.parse("2020-12"), 69);
    }
}

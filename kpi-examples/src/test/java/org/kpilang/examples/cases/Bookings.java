package org.kpilang.examples.cases;

import java.time.LocalDate;
import java.util.List;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.time.Grain;
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

    /**
     * Every booking with its guest, under the names {@code bookings} and {@code guests}. The fixture names the guests of
     * January; of the other months it gives how many there were, 6, 34, 33, 35 and 69, and of all months 163. Guests
     * are made up to these numbers: of March twenty had been there in February, and all others came in one month only.
     */
    static FactsBuilder byGuest(FactsBuilder facts) {
        RowTable table = facts.table("bookings", Grain.DAY).inputs("bookings").identities("guests")
                .duplicates(DuplicateRule.SUM);
        add(table, "2019-12-01", 0, 6, 1);
        add(table, "2019-12-18", 0, 6, 10, 18, 2);
        List<String> january = List.of("abcab", "adefadefa", "d");
        for (int day = 0; day < january.size(); day++) {
            for (String guest : january.get(day).split("")) {
                table.row(LocalDate.of(2020, 1, day + 1)).value("bookings", 1).identity("guests", guest);
            }
        }
        add(table, "2020-02-01", 100, 34, FEBRUARY_2020);
        add(table, "2020-03-01", 114, 33, MARCH_2020);
        add(table, "2020-04-01", 200, 35, APRIL_2020);
        add(table, "2020-12-01", 300, 69, DECEMBER_2020);
        return facts;
    }

    /** So many bookings on each day, by so many guests in turn. */
    private static void add(RowTable table, String first, int firstGuest, int guests, double... bookings) {
        LocalDate day = LocalDate.parse(first);
        int booking = 0;
        for (double count : bookings) {
            for (int i = 0; i < count; i++) {
                table.row(day).value("bookings", 1).identity("guests", firstGuest + booking++ % guests);
            }
            day = day.plusDays(1);
        }
    }

    /** The totals of the months that have figures, as the fixture has them. */
    static FactsBuilder byMonth(FactsBuilder facts) {
        return facts
                .column("bookings", Period.parse("2019-12"), 31, 15, 55, 57, 60)
                .column("bookings", Period.parse("2020-12"), 69);
    }
}

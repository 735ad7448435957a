package org.kpilang.examples.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.DuplicateRule;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Worked cases over events. Unless a case names another source, its figures are those of the fixtures and snapshots of
 * MetricFlow (Apache-2.0, dbt Labs).
 */
class EventCasesTest {

    /** What is printed with six digits. */
    private static final Offset<Double> PRINTED = within(5e-7);

    private static final String GUESTS = """
            input bookings : flow absent is zero
            input guests   : distinct absent is zero
            """;

    @Test
    @DisplayName("C3: bookings per guest, by month and in all")
    void totalOfRatio() {
        Evaluation evaluation = evaluation(GUESTS + """
                kpi per_guest = bookings / guests
                kpi of_all    = per_guest[last 13 months]
                kpi mean      = avg(per_guest over 13 months at least 6)
                """, facts -> Bookings.byGuest(facts).completeTo(Period.parse("2020-12")));
        Result result = evaluation.grain(Grain.MONTH).run();
        assertValues(result, "per_guest", "2019-12", 5.166667, 2.5, 1.617647, 1.727273, 1.714286);
        assertValues(result, "per_guest", "2020-12", 1.0);
        assertValues(result, "of_all", "2020-12", 1.760736);
        // The mean of the months is another question, and has another answer.
        assertValues(result, "mean", "2020-12", 2.287645);
    }

    @Test
    @DisplayName("C4: different guests of a month are counted from its events, not added up from its days")
    void distinctCounts() {
        Evaluation evaluation = evaluation(GUESTS + """
                kpi visitors = guests
                kpi bookers  = bookings
                """, Bookings::byGuest);
        Result days = evaluation.grain(Grain.DAY).from("2020-02-01").to("2020-02-29").run();
        assertThat(days.series("visitors").toString()).isEqualTo(days.series("bookers").toString());
        assertValues(evaluation.grain(Grain.MONTH).from("2020-02").to("2020-04").run(), "visitors", "2020-02", 34, 33, 35);
        assertValues(evaluation.grain(Grain.MONTH).from("2020-02").to("2020-02").run(), "bookers", "2020-02", 55);
    }

    @Test
    @DisplayName("C17: different guests of the last two days")
    void lastTwoDays() {
        Result result = evaluation(GUESTS + "kpi bookers = guests[last 2 days]", Bookings::byGuest).run();
        assertValues(result, "bookers", "2020-01-01", 3, 6, 4, 1);
    }

    private record Visit(int day, int user, String session) {}

    /** January 2020: day, user, web session. */
    private static final List<Visit> VISITS = visits("01 4114 s1, 01 4214 s2, 01 3141 s3, 01 3154 s4, 02 1612112 s5,"
            + " 02 5432 s6, 02 3452 s7, 02 3452 s8, 03 42324 s9, 03 5432 s10, 03 5472 s11, 04 5414 s12, 06 4114 s13,"
            + " 07 4114 s14, 10 4117 s15, 12 3141 s16");
    private static final List<Visit> BUYS = visits("02 4114 s1, 03 42324 s9, 04 5432 s6, 04 3452 s7, 07 1612112 s123,"
            + " 07 4114 s14, 07 3141 s3, 10 4117 s15");

    private static List<Visit> visits(String text) {
        return Stream.of(text.split(", ")).map(visit -> visit.split(" "))
                .map(visit -> new Visit(Integer.parseInt(visit[0]), Integer.parseInt(visit[1]), visit[2])).toList();
    }

    /** The visit that a purchase is credited to: the last one of the same user in seven days, which is done beforehand. */
    private static Optional<Visit> credited(Visit buy, BiPredicate<Visit, Visit> same) {
        return VISITS.stream()
                .filter(visit -> visit.user == buy.user && same.test(visit, buy))
                .filter(visit -> visit.day <= buy.day && buy.day - visit.day < 7)
                .max(Comparator.comparingInt(Visit::day));
    }

    private static Evaluation conversion(String absent, BiPredicate<Visit, Visit> same) {
        return evaluation("""
                input visits      : distinct absent is zero
                input conversions : flow %s
                kpi rate  = conversions / visits
                kpi in_all = rate[last 12 days]
                """.formatted(absent), facts -> {
            RowTable visits = facts.table("visits", Grain.DAY).identities("visits");
            VISITS.forEach(visit -> visits.row(day(visit)).identity("visits", visit.session));
            RowTable buys = facts.table("buys", Grain.DAY).inputs("conversions").duplicates(DuplicateRule.SUM);
            BUYS.forEach(buy -> credited(buy, same).ifPresent(visit -> buys.row(day(visit)).value("conversions", 1)));
            return facts.completeTo(Period.parse("2020-01-12"));
        });
    }

    private static LocalDate day(Visit visit) {
        return LocalDate.of(2020, 1, visit.day);
    }

    @Test
    @DisplayName("C11: conversion of visits, each purchase credited to the last visit in seven days")
    void conversion() {
        Result days = conversion("", (visit, buy) -> true).run();
        assertValues(days, "rate", "2020-01-01", 0.5, 0.5, 0.666667);
        assertValues(days, "rate", "2020-01-07", 1);
        assertValues(days, "rate", "2020-01-10", 1);
        for (String day : List.of("2020-01-04", "2020-01-06", "2020-01-12")) {
            assertThat(days.why("rate", day)).extracting(Reason::code).containsExactly(Absence.NO_FACT);
        }
        assertValues(conversion("absent is zero", (visit, buy) -> true).run(), "in_all", "2020-01-12", 0.5);
    }

    @Test
    @DisplayName("C12: the same in one web session")
    void conversionInOneSession() {
        Result days = conversion("", (visit, buy) -> visit.session.equals(buy.session)).run();
        assertValues(days, "rate", "2020-01-01", 0.5, 0.5, 0.333333);
        assertValues(days, "rate", "2020-01-07", 1);
        assertValues(days, "rate", "2020-01-10", 1);
    }

    /** The source has none where nobody bought; here that is 0, once the days in which it could be are over. */
    @Test
    @DisplayName("C11 and C12: the same from the visits and purchases themselves")
    void conversionOfEvents() {
        UnaryOperator<FactsBuilder> load = facts -> {
            RowTable visits = facts.table("visits", Grain.DAY).inputs("visits").identities("visitors", "visiting")
                    .duplicates(DuplicateRule.SUM);
            VISITS.forEach(visit -> visits.row(day(visit)).value("visits", 1).identity("visitors", visit.user)
                    .identity("visiting", visit.user + visit.session));
            RowTable buys = facts.table("buys", Grain.DAY).identities("buyers", "buying");
            BUYS.forEach(buy -> buys.row(day(buy)).identity("buyers", buy.user)
                    .identity("buying", buy.user + buy.session));
            return facts.completeFrom(Period.parse("2020-01-01")).completeTo(Period.parse("2020-01-18"));
        };
        Evaluation evaluation = evaluation("""
                unit user, visit, session
                input visits             : visit   flow     absent is zero
                input visitors, buyers   : user    distinct absent is zero
                input visiting, buying   : session distinct absent is zero
                kpi rate       = credited(visitors, buyers, 6 days) / visits
                kpi in_session = credited(visiting, buying, 6 days) / visits
                kpi in_all     = rate[last 12 days]
                kpi cohort     = followed(visitors, buyers, 6 days) / visitors
                """, load);
        Result days = evaluation.from("2020-01-01").to("2020-01-18").run();
        assertValues(days, "rate", "2020-01-01", 0.5, 0.5, 0.666667, 0);
        assertValues(days, "rate", "2020-01-06", 0, 1);
        assertValues(days, "rate", "2020-01-10", 1);
        assertValues(days, "in_session", "2020-01-01", 0.5, 0.5, 0.333333);
        assertValues(days, "in_session", "2020-01-07", 1);
        assertValues(days, "in_all", "2020-01-12", 0.5);
        // Of the three users of the second day, one with two visits, all bought; of the four of the first two did.
        assertValues(days, "cohort", "2020-01-01", 0.5, 1, 2 / 3.0);
        assertThat(days.why("rate", "2020-01-13")).extracting(Reason::code).containsExactly(Absence.PARTIAL_WINDOW);
    }

    /** After the traps of boring-semantic-layer. */
    @Test
    @DisplayName("C34: the lines of an order do not multiply it")
    void fanOut() {
        Result result = evaluation("""
                dimension customer
                input amount : flow
                input orders : distinct
                input lines  : flow
                kpi total  = amount
                kpi count  = orders
                kpi number_of_lines = lines
                """, facts -> {
            RowTable orders = facts.table("orders", Grain.DAY).dimensions("customer").inputs("amount")
                    .duplicates(DuplicateRule.SUM);
            RowTable lines = facts.table("lines", Grain.DAY).dimensions("customer").inputs("lines").identities("orders")
                    .duplicates(DuplicateRule.SUM);
            double[] amounts = {100, 120, 80};
            List<String> customers = List.of("a", "a", "b");
            LocalDate day = LocalDate.of(2024, 1, 1);
            for (int order = 0; order < amounts.length; order++) {
                orders.row(day, customers.get(order)).value("amount", amounts[order]);
                for (int line = 0; line < 2; line++) {
                    lines.row(day, customers.get(order)).value("lines", 1).identity("orders", order);
                }
            }
            return facts;
        }).by("customer").run();
        Period day = Period.parse("2024-01-01");
        assertThat(result.value("total", Slice.TOTAL, day)).hasValue(300);
        assertThat(result.value("number_of_lines", Slice.TOTAL, day)).hasValue(6);
        assertThat(result.value("count", Slice.TOTAL, day)).hasValue(3);
        assertThat(result.value("count", Slice.of("customer", "a"), day)).hasValue(2);
        assertThat(result.value("count", Slice.of("customer", "b"), day)).hasValue(1);
    }

    private static Evaluation evaluation(String text, UnaryOperator<FactsBuilder> load) {
        Model model = KpiLanguage.model(text);
        return Evaluation.of(model, load.apply(Facts.builder(model)).build());
    }

    /** Periods in a row that have these values. */
    private static void assertValues(Result result, String kpi, String first, double... expected) {
        Period period = Period.parse(first);
        for (double value : expected) {
            assertThat(result.value(kpi, Slice.TOTAL, period).orElseThrow()).as("%s in %s", kpi, period)
                    .isCloseTo(value, PRINTED);
            period = period.plus(1);
        }
    }
}

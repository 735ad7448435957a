package org.kpilang.examples.cases;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.time.Period;

/**
 * A row of numbers as facts by day, under the name {@code x}; {@code t} is the number of the day, counted from 0. Cases
 * of other systems speak of seconds or of points; here each point is a day, for a day is as good as a second.
 */
final class DailyRow {

    private static final Period FIRST = Period.parse("2001-01-01");

    private final Series values;
    private final Series days;

    private DailyRow(Series values, Series days) {
        this.values = values;
        this.days = days;
    }

    /** One value after the other; null where there is none. */
    static DailyRow of(List<@Nullable Double> values) {
        Series.Builder row = Series.builder(FIRST);
        Series.Builder days = Series.builder(FIRST);
        for (int day = 0; day < values.size(); day++) {
            Double value = values.get(day);
            if (value == null) {
                row.unknown();
                days.unknown();
            } else {
                row.add(value);
                days.add(day);
            }
        }
        return new DailyRow(row.build(), days.build());
    }

    int size() {
        return values.size();
    }

    /** What a formula comes to on each day. */
    Result ask(String formula) {
        Model model = KpiLanguage.model("input x, t : flow\nkpi asked = " + formula);
        FactsBuilder facts = Facts.builder(model).series("x", values).series("t", days);
        return Evaluation.of(model, facts.build()).from(FIRST).to(FIRST.plus(values.size() - 1)).run();
    }

    /** What a formula comes to on the last day. */
    OptionalDouble last(String formula) {
        return ask(formula).value("asked", FIRST.plus(values.size() - 1).toString());
    }
}

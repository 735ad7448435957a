package org.kpilang.dsl.internal;

import java.util.List;
import java.util.Map;
import org.kpilang.expression.PeriodUnit;

/** How often the words for a rhythm come round, {@code review quarterly}; a new word goes here. */
public final class Rhythms {

    private static final Map<String, PeriodUnit> WORDS = Map.of(
            "daily", PeriodUnit.DAY,
            "weekly", PeriodUnit.WEEK,
            "monthly", PeriodUnit.MONTH,
            "quarterly", PeriodUnit.QUARTER,
            "yearly", PeriodUnit.YEAR,
            "annually", PeriodUnit.YEAR);

    private Rhythms() {}

    /** All words, in alphabetical order. */
    public static List<String> words() {
        return WORDS.keySet().stream().sorted().toList();
    }

    /** The length of time after which a word comes round; month if it is no such word. */
    static PeriodUnit unit(String word) {
        return WORDS.getOrDefault(word, PeriodUnit.MONTH);
    }
}

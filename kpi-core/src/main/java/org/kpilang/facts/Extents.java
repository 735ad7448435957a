package org.kpilang.facts;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** How far the facts are said to be complete, by input; the empty name stands for all inputs. */
final class Extents {

    private static final String ALL = "";

    private final Map<String, LocalDate> firstDays = new HashMap<>();
    private final Map<String, LocalDate> lastDays = new HashMap<>();

    void from(Period first, String... inputs) {
        LocalDate day = first.calendar().firstDay(first.grain(), first.ordinal());
        for (String input : inputs.length == 0 ? new String[] {ALL} : inputs) {
            firstDays.merge(input, day, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    void to(Period last, String... inputs) {
        LocalDate day = last.calendar().lastDay(last.grain(), last.ordinal());
        for (String input : inputs.length == 0 ? new String[] {ALL} : inputs) {
            lastDays.merge(input, day, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    Extents copy() {
        Extents copy = new Extents();
        copy.firstDays.putAll(firstDays);
        copy.lastDays.putAll(lastDays);
        return copy;
    }

    /** The first period that lies wholly within what is complete; the largest number if nothing was said. */
    int first(String input, Calendar calendar, Grain grain) {
        return Math.min(first(firstDays.get(input), calendar, grain), first(firstDays.get(ALL), calendar, grain));
    }

    private static int first(@Nullable LocalDate day, Calendar calendar, Grain grain) {
        if (day == null) {
            return Integer.MAX_VALUE;
        }
        int ordinal = calendar.ordinal(grain, day);
        return calendar.firstDay(grain, ordinal).isBefore(day) ? ordinal + 1 : ordinal;
    }

    /** The last period that lies wholly within what is complete; the smallest number if nothing was said. */
    int last(String input, Calendar calendar, Grain grain) {
        return Math.max(last(lastDays.get(input), calendar, grain), last(lastDays.get(ALL), calendar, grain));
    }

    private static int last(@Nullable LocalDate day, Calendar calendar, Grain grain) {
        return day == null ? Integer.MIN_VALUE : calendar.ordinal(grain, day.plusDays(1)) - 1;
    }
}

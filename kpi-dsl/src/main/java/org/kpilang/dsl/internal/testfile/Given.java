package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * A block of facts as it was written; its periods are known once the calendar is.
 *
 * @param grain what a value is given for, or null where single numbers are given
 * @param from  the period of the first value, or null where single numbers are given
 * @param to    the period up to which the facts are complete, or null
 */
record Given(@Nullable Grain grain, @Nullable Word from, @Nullable Word to, List<FactRow> rows) {

    Given {
        rows = List.copyOf(rows);
    }

    /** The facts in a calendar, or null if a period is none of it. */
    @Nullable GivenFacts in(Calendar calendar, Problems problems) {
        if (grain == null || from == null) {
            return new GivenFacts(Grains.someYear(calendar), null, false, rows);
        }
        Period first = Periods.of(from, grain, calendar, problems);
        Period last = to == null ? null : Periods.of(to, null, calendar, problems);
        return first == null || to != null && last == null ? null : new GivenFacts(first, last, true, rows);
    }
}

package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Period;

/**
 * Facts that are given together.
 *
 * @param first the period of the first value of every row
 * @param last  the period up to which the facts are complete, or null for that of the last value
 * @param dated whether a period was written at all
 */
record GivenFacts(Period first, @Nullable Period last, boolean dated, List<FactRow> rows) {

    GivenFacts {
        rows = List.copyOf(rows);
    }
}

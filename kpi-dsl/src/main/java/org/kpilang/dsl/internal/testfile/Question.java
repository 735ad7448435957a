package org.kpilang.dsl.internal.testfile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.dsl.internal.Problems;
import org.kpilang.source.Position;
import org.kpilang.source.SourceText;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * What is asked, as it was written; its periods are known once the calendar is.
 *
 * @param formula the formula at its place in the file: all that stands before it is blank
 * @param grain   the grain asked for, or null
 * @param from    the first period asked for, or null
 * @param to      the last period asked for, or null
 * @param by      the dimensions asked by
 */
record Question(
        SourceText formula, @Nullable Grain grain, @Nullable Word from, @Nullable Word to, List<String> by) {

    Question {
        by = List.copyOf(by);
    }

    /** Where in the formula's text something stands, counted from where the formula begins. */
    Position position(int offset) {
        String text = formula.text();
        Position start = formula.position(text.length() - text.stripLeading().length());
        Position place = formula.position(offset);
        return place.line() == start.line() ? new Position(1, place.column() - start.column() + 1)
                : new Position(place.line() - start.line() + 1, place.column());
    }

    /** The formula on one line, without comments at the ends of its lines. */
    String text() {
        return formula.text().replaceAll("(?m)(^|\\s)//[^\"`]*$", "").strip().replaceAll("\\s+", " ");
    }

    /** The periods asked for in a calendar; what is no period of it is a problem. */
    Range in(Calendar calendar, Problems problems) {
        Period first = from == null ? null : Periods.of(from, null, calendar, problems);
        Period last = to == null ? null : to.equals(from) ? first : Periods.of(to, null, calendar, problems);
        Period either = first != null ? first : last;
        return new Range(grain != null || either == null ? grain : either.grain(), first, last);
    }

    /** The periods that are asked; null for what follows from the facts. */
    record Range(@Nullable Grain grain, @Nullable Period first, @Nullable Period last) {}
}

package org.kpilang.facts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** The one grain of the rows of a table: the one that was stated, or else that of the first row. */
final class TableGrain {

    /** Where a row belongs: the ordinal of a period, and the day if the row has a date. */
    record Place(int period, int day) {}

    private final Calendar calendar;
    private final boolean rolls;
    private @Nullable Grain grain;
    /** Where the grain was said, as a clause that ends a message. */
    private String since;

    private TableGrain(Calendar calendar, @Nullable Grain grain, boolean rolls, String since) {
        this.calendar = calendar;
        this.grain = grain;
        this.rolls = rolls;
        this.since = since;
    }

    /** The first row decides. */
    static TableGrain ofFirstRow(Calendar calendar) {
        return new TableGrain(calendar, null, false, "");
    }

    /** A column of this name has periods of no other grain. */
    static TableGrain ofColumn(Calendar calendar, Grain grain) {
        return new TableGrain(calendar, grain, false, "the column is by " + grain);
    }

    /** Finer periods are put into those of a grain. */
    static TableGrain rollingTo(Calendar calendar, Grain grain) {
        return new TableGrain(calendar, grain, true, "the table is loaded by " + grain);
    }

    /** The grain, once it is known. */
    Grain grain() {
        if (grain == null) {
            throw new IllegalStateException("no row has said the grain");
        }
        return grain;
    }

    /**
     * What is wrong with the period of a row, or null if it has a place.
     *
     * @param origin where the period was written
     * @param source the table, for messages on later rows
     * @param row    the row, for messages on later ones
     */
    @Nullable Diagnostic misfit(Period period, Supplier<Origin> origin, String source, int row) {
        if (grain == null) {
            grain = period.grain();
            since = "the table is by " + grain + " since " + source + ":" + row;
        }
        if (period.grain() == grain || rolls && calendar.nests(period.grain(), grain)) {
            return null;
        }
        String message = "`" + period + "` is a " + period.grain() + ", but " + since;
        if (rolls) {
            return Diagnostic.of(DiagnosticCode.MIXED_GRAINS, origin.get(), message,
                    calendar.nests(grain, period.grain())
                            ? "write every period as a " + grain + ", or load the table by " + period.grain()
                            : "Only periods that nest in a " + grain + " can be loaded by " + grain + ".");
        }
        return Diagnostic.of(DiagnosticCode.MIXED_GRAINS, origin.get(), message, calendar.nests(period.grain(), grain)
                ? "write every period as a " + grain + ", or say that the table is to be loaded by " + grain
                : "write every period as a " + grain + ", or load these rows as another table");
    }

    /** The place of a period that is no misfit. */
    Place place(Period period) {
        int ordinal = calendar.enclosing(period.grain(), period.ordinal(), grain());
        return new Place(ordinal, period.grain() == grain ? Load.NO_DAY
                : Math.toIntExact(calendar.firstDay(period.grain(), period.ordinal()).toEpochDay()));
    }
}

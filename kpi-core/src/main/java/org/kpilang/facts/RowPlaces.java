package org.kpilang.facts;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.facts.TableGrain.Place;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** Finds the places of rows in time by the text that says it; a text that was there before is not read again. */
final class RowPlaces {

    /** How many different texts are remembered. */
    private static final int MOST_TEXTS = 100_000;

    private final Calendar calendar;
    private final String source;
    private final int column;
    private final TableGrain grain;
    private final @Nullable ZonedDays days;
    private final Problems problems;
    private final Dictionary texts = new Dictionary();
    private int[] periods = new int[16];
    private int[] dates = new int[16];
    /** The periods of points in time, once a day is known to fit. */
    private @Nullable DayPeriods daily;

    private int period;
    private int date;

    /** @param column the column that says the period */
    RowPlaces(Calendar calendar, TextForm form, int column, TableGrain grain, Problems problems) {
        this.calendar = calendar;
        this.source = form.source();
        this.column = column;
        this.grain = grain;
        this.days = form.zone() == null ? null : new ZonedDays(form.zone());
        this.problems = problems;
    }

    /** The period of the last row that has a place. */
    int period() {
        return period;
    }

    /** The day of the last row that has a place, or {@link Load#NO_DAY}. */
    int day() {
        return date;
    }

    /** Finds the place of a row; false if it has none, which is told. */
    boolean find(RowScan row) throws IOException {
        int known = row.known(column, texts);
        if (known >= 0) {
            period = periods[known];
            date = dates[known];
            return true;
        }
        String text = row.text(column);
        try {
            return PointInTime.isWrittenIn(text) ? findTime(row, text) : findPeriod(row, text);
        } catch (IllegalArgumentException e) {
            problems.add(new Diagnostic(DiagnosticCode.ROW_NOT_VALID,
                    text.isEmpty() ? "the period is missing" : e.getMessage(), row.row().origin(source, column), null));
            return false;
        }
    }

    private boolean findPeriod(RowScan row, String text) throws IOException {
        if (!fits(calendar.parse(text), row)) {
            return false;
        }
        if (texts.size() < MOST_TEXTS) {
            int code = row.code(column, texts);
            if (code == periods.length) {
                periods = Arrays.copyOf(periods, code * 2);
                dates = Arrays.copyOf(dates, code * 2);
            }
            periods[code] = period;
            dates[code] = date;
        }
        return true;
    }

    private boolean findTime(RowScan row, String text) throws IOException {
        if (days == null) {
            problems.add(Diagnostic.of(DiagnosticCode.ROW_NOT_VALID, row.row().origin(source, column), "`" + text
                    + "` is a point in time, and it is not said in which zone its day is counted",
                    "say the zone of the table, such as Europe/Berlin or UTC"));
            return false;
        }
        int day = days.day(text);
        if (daily == null) {
            if (!fits(calendar.period(Grain.DAY, LocalDate.ofEpochDay(day)), row)) {
                return false;
            }
            // What fits one day fits all.
            daily = new DayPeriods(calendar, grain.grain());
        }
        period = daily.ordinal(day);
        date = grain.grain() == Grain.DAY ? Load.NO_DAY : day;
        return true;
    }

    /** Takes the place of a period unless it is of a grain that does not fit, which is told. */
    private boolean fits(Period found, RowScan row) throws IOException {
        TextRow written = row.row();
        Diagnostic misfit = grain.misfit(found, () -> written.origin(source, column), source, row.line());
        if (misfit != null) {
            problems.add(misfit);
            return false;
        }
        Place place = grain.place(found);
        period = place.period();
        date = place.day();
        return true;
    }
}

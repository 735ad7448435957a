package org.kpilang.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kpilang.examples.CsvRows;
import org.kpilang.facts.TextRow;
import org.kpilang.series.Series;
import org.kpilang.time.Period;

/** A table with a column of periods and one column for each series; an empty cell is a period without a value. */
final class SeriesTable {

    private static final List<String> PERIODS = List.of("period", "date", "day", "week", "month", "quarter", "year");

    private SeriesTable() {}

    static Map<String, Series> read(String name) {
        return new InputFile(name).read(reader -> read(name, CsvRows.of(reader)));
    }

    private static Map<String, Series> read(String name, CsvRows rows) throws IOException {
        TextRow header = rows.next();
        int column = header == null ? -1 : periodColumn(header.cells());
        if (header == null || column < 0) {
            throw new RefusedException(name + " has no column of periods: call one of its columns period");
        }
        Map<Integer, TextRow> byPeriod = new TreeMap<>();
        Period first = null;
        for (TextRow row = rows.next(); row != null; row = rows.next()) {
            Period period = period(name, row, column);
            if (first != null && period.grain() != first.grain()) {
                throw new RefusedException(place(name, row) + "a " + period.grain().word() + " among periods by "
                        + first.grain().word());
            }
            first = first == null || period.ordinal() < first.ordinal() ? period : first;
            if (byPeriod.put(period.ordinal(), row) != null) {
                throw new RefusedException(place(name, row) + period + " is there twice");
            }
        }
        if (first == null) {
            throw new RefusedException(name + " has no rows");
        }
        Map<String, Series> series = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            if (i != column) {
                series.put(header.cells().get(i), series(name, byPeriod, first, i));
            }
        }
        return series;
    }

    private static Series series(String name, Map<Integer, TextRow> rows, Period first, int column) {
        Series.Builder series = Series.builder(first);
        int next = first.ordinal();
        for (Map.Entry<Integer, TextRow> row : rows.entrySet()) {
            for (; next < row.getKey(); next++) {
                series.unknown();
            }
            String cell = column < row.getValue().cells().size() ? row.getValue().cells().get(column).strip() : "";
            if (cell.isEmpty()) {
                series.unknown();
            } else {
                series.add(number(name, row.getValue(), cell));
            }
            next++;
        }
        return series.build();
    }

    private static double number(String name, TextRow row, String cell) {
        try {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as an infinite number is.
        }
        throw new RefusedException(place(name, row) + "`" + cell + "` is not a number");
    }

    private static Period period(String name, TextRow row, int column) {
        try {
            return Period.parse(row.cells().size() > column ? row.cells().get(column).strip() : "");
        } catch (IllegalArgumentException e) {
            throw new RefusedException(place(name, row) + e.getMessage());
        }
    }

    private static int periodColumn(List<String> header) {
        List<String> names = new ArrayList<>(header);
        names.replaceAll(String::strip);
        return PERIODS.stream().mapToInt(names::indexOf).filter(index -> index >= 0).findFirst().orElse(-1);
    }

    private static String place(String name, TextRow row) {
        return name + ":" + row.line() + ": ";
    }
}

package org.kpilang.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shows reported figures beside ours, as lines of text in columns. */
public final class FigureTable {

    /** How many digits more than were reported. */
    private static final int MORE_DIGITS = 3;
    private static final int FIRST_NUMBER = 3;

    private FigureTable() {}

    /** The table, and how many of the figures were reproduced. */
    public static String of(List<ReportedFigure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("source", "figure", "period", "reported", "computed", "difference", "unit"));
        for (ReportedFigure figure : figures) {
            rows.add(List.of(figure.source(), figure.name(), figure.context(), figure.reported().toPlainString(),
                    digits(new BigDecimal(figure.computed()), figure), digits(figure.difference(), figure),
                    figure.isReproduced() ? figure.unit() : figure.unit() + "  differs"));
        }
        long reproduced = figures.stream().filter(ReportedFigure::isReproduced).count();
        return aligned(rows) + "\n" + reproduced + " of " + figures.size()
                + " figures reproduced within half a unit of their last digit.\n";
    }

    private static String digits(BigDecimal value, ReportedFigure figure) {
        return value.setScale(figure.reported().scale() + MORE_DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String aligned(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                String blanks = " ".repeat(widths[column] - row.get(column).length());
                boolean isNumber = column >= FIRST_NUMBER && column < columns - 1;
                line.append(isNumber ? blanks + row.get(column) : row.get(column) + blanks).append("  ");
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}

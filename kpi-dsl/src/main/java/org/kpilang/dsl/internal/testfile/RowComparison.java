package org.kpilang.dsl.internal.testfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.scorecard.Scorecard;

/** Holds the row that is expected against the one that came. */
final class RowComparison {

    private final Expectation.Row row;
    private final Result result;
    private final Scorecard scorecard;
    private final int slice;
    /** Whether nobody spoke of periods, so that none is shown. */
    private final boolean timeless;

    private RowComparison(Expectation.Row row, Result result, int slice, boolean timeless) {
        this.row = row;
        this.result = result;
        this.scorecard = Scorecard.of(result);
        this.slice = slice;
        this.timeless = timeless;
    }

    /** How the row differs from what is expected, or empty if it does not. */
    static Optional<String> difference(Expectation.Row row, Result result, boolean timeless) {
        Slice slice = Slice.TOTAL;
        for (int i = 0; i < row.members().size(); i++) {
            slice = slice.and(result.dimensions().get(i), row.members().get(i));
        }
        int number = result.slices().indexOf(slice);
        if (number < 0) {
            String parts = result.slices().stream().map(Slice::toString).collect(Collectors.joining("; "));
            return Optional.of("  there is no part of the business " + slice + "; there are " + parts + "\n");
        }
        return new RowComparison(row, result, number, timeless).difference();
    }

    private Optional<String> difference() {
        if (row.cells().size() != result.periods()) {
            return Optional.of("  " + count(row.cells().size(), "value") + " expected for "
                    + count(result.periods(), "period") + "\n"
                            + table(Math.min(row.cells().size(), result.periods() - 1)));
        }
        for (int period = 0; period < result.periods(); period++) {
            if (!matches(period)) {
                return Optional.of(table(period));
            }
        }
        return Optional.empty();
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private boolean matches(int period) {
        if (period >= row.cells().size()) {
            return false;
        }
        ExpectedCell cell = row.cells().get(period);
        if (row.measure() == Expectation.Measure.STATUS) {
            return scorecard.status(0, slice, period).equals(
                    cell.sort() == ExpectedCell.Sort.NONE ? Optional.empty() : Optional.of(cell.written()));
        }
        double value = value(period);
        if (cell.sort() == ExpectedCell.Sort.NUMBER || !Double.isNaN(value)) {
            return cell.sort() == ExpectedCell.Sort.NUMBER && row.isNear(cell.number(), value);
        }
        List<Reason> reasons = row.measure() == Expectation.Measure.TARGET ? List.of() : result.why(0, slice, period);
        return switch (cell.sort()) {
            case UNKNOWN -> !reasons.isEmpty() && !reasons.get(0).code().isUndefined();
            case UNDEFINED -> !reasons.isEmpty() && reasons.get(0).code().isUndefined();
            case REASON -> reasons.stream().anyMatch(reason -> reason.code().name().equals(cell.written()));
            default -> true;
        };
    }

    private double value(int period) {
        return row.measure() == Expectation.Measure.TARGET ? scorecard.targetOr(0, slice, period, Double.NaN)
                : result.valueOr(0, slice, period, Double.NaN);
    }

    /** What came, as it would be written in the test. */
    private String came(int period) {
        if (row.measure() == Expectation.Measure.STATUS) {
            return scorecard.status(0, slice, period).orElse("_");
        }
        double value = value(period);
        if (!Double.isNaN(value)) {
            boolean percent = period < row.cells().size() && row.cells().get(period).written().endsWith("%");
            return percent ? Shown.percent(value) : Shown.number(value);
        }
        List<Reason> reasons = row.measure() == Expectation.Measure.TARGET ? List.of() : result.why(0, slice, period);
        return reasons.isEmpty() ? "none" : reasons.get(0).code().isUndefined() ? "undefined" : "unknown";
    }

    private Reason shown(Reason reason) {
        return !timeless ? reason
                : new Reason(reason.code(), reason.message().replace(" in " + result.period(0), ""), reason.origin());
    }

    /** Both rows below each other, with the cells marked that differ, and why those without a value have none. */
    private String table(int firstDifference) {
        FailureTable table = new FailureTable(result.periods(), firstDifference);
        List<String> reasons = new ArrayList<>();
        for (int period : table.columns()) {
            boolean differs = !matches(period);
            String expected = period < row.cells().size() ? row.cells().get(period).written() : "";
            table.column(timeless ? "" : result.period(period).toString(), expected, came(period), differs);
            if (differs && row.measure() == Expectation.Measure.VALUE) {
                result.why(0, slice, period).stream().findFirst()
                        .ifPresent(reason -> reasons.add("  " + shown(reason) + "\n"));
            }
        }
        return table + reasons.stream().distinct().limit(2).reduce("", String::concat);
    }
}

package org.kpilang.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.model.Kpi;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.Trend;
import org.kpilang.scorecard.Trends;
import org.kpilang.unit.Unit;

/**
 * One row for each KPI, slice and period, in the order of the result: {@code
 * kpi,period,<dimensions>,value,unit,reason}. Immutable and thread-safe.
 *
 * <ul>
 * <li>{@code kpi} is the id. {@code value} has every digit, in the form that every program reads, or those that were
 * asked if {@linkplain org.kpilang.evaluate.Evaluation#decimals decimals} were; it is empty where there is no value;
 * {@code reason} then has the code of the first reason. {@code unit} is empty where none is known.
 * <li>The cell of a dimension is empty in a total over it. A member that is an empty text is written
 * {@code (empty)}, as in tables.
 * <li>The form is that of RFC 4180, with a line feed after each row.
 * <li>A text that a spreadsheet would take for a formula ({@code = + - @}, tab or carriage return first) gets an
 * apostrophe in front; so does one that has apostrophes before such a character already, and taking away one gives the
 * text back. Numbers are never changed.
 * </ul>
 */
public final class CsvReport implements Report {

    private final Result result;
    private final @Nullable Scorecard scorecard;
    private final @Nullable Trends trends;

    private CsvReport(Result result, @Nullable Scorecard scorecard) {
        this.result = result;
        this.scorecard = scorecard;
        this.trends = scorecard == null ? null : Trends.of(result);
    }

    public static CsvReport of(Result result) {
        return new CsvReport(Objects.requireNonNull(result, "result is null"), null);
    }

    /**
     * The same with what the values are held against: {@code target} and {@code status}, empty where there is none, and
     * {@code change} from the period before as a difference and {@code verdict}, whether that is an improvement or a
     * decline; and the same against a year ago. They are empty where one of the values is missing or open.
     */
    public static CsvReport of(Scorecard scorecard) {
        return new CsvReport(scorecard.result(), scorecard);
    }

    @Override
    public void write(Appendable out) throws IOException {
        List<String> header = new ArrayList<>(List.of("kpi", "period"));
        result.dimensions().forEach(dimension -> header.add(CsvCell.of(dimension)));
        header.addAll(List.of("value", "unit", "reason"));
        if (scorecard != null) {
            header.addAll(List.of("target", "status", "change", "verdict", "change_on_year", "verdict_on_year"));
        }
        out.append(String.join(",", header)).append('\n');

        List<String> members = result.slices().stream().map(this::members).toList();
        List<String> periods = new ArrayList<>();
        for (int period = 0; period < result.periods(); period++) {
            periods.add(CsvCell.of(result.period(period).toString()));
        }
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            Kpi asked = result.kpis().get(kpi);
            String id = CsvCell.of(asked.id());
            String unit = asked.unit().equals(Unit.ANY) ? "" : CsvCell.of(asked.unit().toString());
            for (int slice = 0; slice < members.size(); slice++) {
                for (int period = 0; period < periods.size(); period++) {
                    out.append(id).append(',').append(periods.get(period)).append(members.get(slice)).append(',')
                            .append(value(kpi, slice, period)).append(',').append(unit).append(',')
                            .append(reason(kpi, slice, period)).append(judged(kpi, slice, period)).append('\n');
                }
            }
        }
    }

    /** The members of a slice, each with a comma before it. */
    private String members(Slice slice) {
        StringBuilder cells = new StringBuilder();
        for (String dimension : result.dimensions()) {
            cells.append(',').append(slice.member(dimension).map(CsvReport::member).orElse(""));
        }
        return cells.toString();
    }

    private static String member(String name) {
        return name.isEmpty() ? "(empty)" : CsvCell.of(name);
    }

    private String value(int kpi, int slice, int period) {
        if (result.decimals() != null) {
            return result.decimal(kpi, slice, period).map(BigDecimal::toPlainString).orElse("");
        }
        return result.hasValue(kpi, slice, period)
                ? FullPrecision.of(result.valueOr(kpi, slice, period, 0)) : "";
    }

    /** The cells of a scorecard, each with a comma before it. */
    private String judged(int kpi, int slice, int period) {
        if (scorecard == null || trends == null) {
            return "";
        }
        return "," + number(scorecard.targetOr(kpi, slice, period, Double.NaN)) + ","
                + scorecard.status(kpi, slice, period).map(CsvCell::of).orElse("")
                + change(trends.previous(kpi, slice, period)) + change(trends.yearAgo(kpi, slice, period));
    }

    private static String change(Optional<Trend> trend) {
        return trend.map(known -> "," + number(known.value() - known.before()) + ","
                + known.verdict().name().toLowerCase(Locale.ROOT)).orElse(",,");
    }

    private static String number(double value) {
        return Double.isFinite(value) ? FullPrecision.of(value) : "";
    }

    private String reason(int kpi, int slice, int period) {
        return result.hasValue(kpi, slice, period) ? "" : result.why(kpi, slice, period).get(0).code().name();
    }

    @Override
    public String toString() {
        return text();
    }
}

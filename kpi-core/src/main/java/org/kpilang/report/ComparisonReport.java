package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.Comparison;
import org.kpilang.model.Kpi;

/**
 * What KPIs are and what they would be, as a table for people: one row for each KPI, slice and period. Changes of
 * percentages are in points. Immutable and thread-safe.
 */
public final class ComparisonReport implements Report {

    private final Comparison comparison;

    private ComparisonReport(Comparison comparison) {
        this.comparison = Objects.requireNonNull(comparison, "comparison is null");
    }

    public static ComparisonReport of(Comparison comparison) {
        return new ComparisonReport(comparison);
    }

    @Override
    public void write(Appendable out) throws IOException {
        Result actual = comparison.actual();
        ChangeFigures figures = new ChangeFigures(Numbers.of(actual.model()));
        List<List<String>> cells = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(),
                new ArrayList<>(), new ArrayList<>());
        for (int kpi = 0; kpi < actual.kpis().size(); kpi++) {
            Kpi of = actual.kpis().get(kpi);
            for (int slice = 0; slice < actual.slices().size(); slice++) {
                for (int period = 0; period < actual.periods(); period++) {
                    cells.get(0).add(Terminal.safe(of.title()));
                    cells.get(1).add(ChangeFigures.slice(actual.slices().get(slice)));
                    cells.get(2).add(actual.period(period).toString());
                    cells.get(3).add(figures.value(actual.valueOr(kpi, slice, period, Double.NaN), of.unit()));
                    cells.get(4).add(figures.value(comparison.supposed().valueOr(kpi, slice, period, Double.NaN),
                            of.unit()));
                    cells.get(5).add(figures.change(comparison.difference(kpi, slice, period), of.unit()));
                }
            }
        }
        List<Column> columns = new ArrayList<>(List.of(
                new Column(List.of("KPI"), cells.get(0), Column.Kind.TEXT),
                new Column(List.of("Slice"), cells.get(1), Column.Kind.TEXT),
                new Column(List.of("Period"), cells.get(2), Column.Kind.TEXT),
                new Column(List.of("Actual"), cells.get(3), Column.Kind.NUMBER),
                new Column(List.of("Supposed"), cells.get(4), Column.Kind.NUMBER),
                new Column(List.of("Change"), cells.get(5), Column.Kind.NUMBER)));
        if (actual.dimensions().isEmpty()) {
            columns.remove(1);
        }
        new Grid(columns, false).write(out);
    }

    @Override
    public String toString() {
        return text();
    }
}

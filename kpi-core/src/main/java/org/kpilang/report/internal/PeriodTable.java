package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;

/** The total of a KPI period by period with its targets, statuses and changes, folded away. */
public final class PeriodTable implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        int total = report.total();
        int periods = report.result().periods();
        List<Block.Table.Heading> columns = new ArrayList<>();
        List<List<Phrase>> rows = new ArrayList<>();
        IntStream.range(0, periods).forEach(period -> rows.add(new ArrayList<>()));
        String value = kpi.unitName().isEmpty() ? "Value" : "Value, " + kpi.unitName();
        add("Period", false, period -> Phrase.of(report.period(period)), columns, rows);
        add(value, true, period -> Phrase.of(kpi.valueText(total, period)), columns, rows);
        add("Target", true, period -> Phrase.of(kpi.targetText(total, period)), columns, rows);
        add("Status", false, period -> kpi.status(total, period).map(Phrase::status)
                .orElse(report.result().isOpen(period) ? Phrase.aside("open") : Phrase.EMPTY), columns, rows);
        kpi.benchmarks().forEach(label -> add(label, true,
                period -> Phrase.of(kpi.benchmarkText(label, total, period)), columns, rows));
        add("Since the period before", false, period -> Phrase.of(kpi.change(total, period)), columns, rows);
        add("Since a year ago", false, period -> Phrase.of(kpi.changeOnYear(total, period)), columns, rows);
        return List.of(new Block.Details("Period by period",
                List.of(new Block.Table(kpi.title() + ", period by period", columns, rows))));
    }

    private static void add(String heading, boolean number, IntFunction<Phrase> cell, List<Block.Table.Heading> columns,
            List<List<Phrase>> rows) {
        List<Phrase> column = IntStream.range(0, rows.size()).mapToObj(cell).toList();
        if (column.stream().anyMatch(phrase -> !phrase.isEmpty())) {
            columns.add(new Block.Table.Heading(Phrase.name(heading), number));
            IntStream.range(0, rows.size()).forEach(row -> rows.get(row).add(column.get(row)));
        }
    }
}

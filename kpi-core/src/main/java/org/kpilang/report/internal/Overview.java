package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;
import org.kpilang.report.Section;
import org.kpilang.report.Sparkline;

/** All KPIs in one table, without the columns that would be empty. */
public final class Overview implements Section {

    @Override
    public List<Block> blocks(ReportView report) {
        List<Block.Table.Heading> columns = new ArrayList<>();
        List<Function<KpiView, Phrase>> cells = new ArrayList<>();
        int total = report.total();
        int period = report.period();
        add(report, "KPI", false, Texts::link, columns, cells);
        add(report, "Value", true, kpi -> Phrase.of(kpi.figure(kpi.value(total, period))), columns, cells);
        add(report, "Target", true, kpi -> Double.isNaN(kpi.target(total, period)) ? Phrase.EMPTY
                : Phrase.of(kpi.figure(kpi.target(total, period))), columns, cells);
        add(report, "Status", false, kpi -> kpi.status(total, period).map(Phrase::status).orElse(Phrase.EMPTY), columns,
                cells);
        add(report, "Since " + report.before(), false, kpi -> Phrase.of(kpi.change(total, period)), columns, cells);
        add(report, "Since " + report.yearAgo().orElse("a year ago"), false,
                kpi -> Phrase.of(kpi.changeOnYear(total, period)), columns, cells);
        add(report, "Trend", false, kpi -> Phrase.EMPTY.and(new Phrase.Line(
                Sparkline.of(kpi.title() + ", trend", kpi.values(total)).last(Headlines.PERIODS))), columns, cells);
        add(report, "Owner", false, kpi -> kpi.property(Property.Owner.class)
                .map(owner -> Texts.joined(owner.names().stream().map(Phrase::name).toList(), ", "))
                .orElse(Phrase.EMPTY), columns, cells);
        List<List<Phrase>> rows = report.kpis().stream()
                .map(kpi -> cells.stream().map(cell -> cell.apply(kpi)).toList()).toList();
        return List.of(new Block.Part("overview", "All KPIs", Phrase.EMPTY,
                List.of(new Block.Table("All KPIs in " + report.period(period), columns, rows))));
    }

    private static void add(ReportView report, String heading, boolean number, Function<KpiView, Phrase> cell,
            List<Block.Table.Heading> columns, List<Function<KpiView, Phrase>> cells) {
        if (report.kpis().stream().anyMatch(kpi -> !cell.apply(kpi).isEmpty())) {
            columns.add(new Block.Table.Heading(Phrase.of(heading), number));
            cells.add(cell);
        }
    }
}

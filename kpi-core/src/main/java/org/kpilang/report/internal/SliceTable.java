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
import org.kpilang.report.Sparkline;

/** A KPI by slice in the period of the report, the largest first and totals last. */
public final class SliceTable implements KpiSection {

    /** Nobody reads more; what is left out is said. */
    private static final int MOST = 50;

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        if (!report.hasSlices()) {
            return List.of();
        }
        int period = report.period();
        List<Integer> slices = IntStream.range(0, report.total()).boxed()
                .filter(slice -> !Double.isNaN(kpi.value(slice, period)))
                .sorted((a, b) -> Double.compare(kpi.value(b, period), kpi.value(a, period))).toList();
        List<Integer> shown = new ArrayList<>(slices.subList(0, Math.min(MOST, slices.size())));
        shown.add(report.total());
        List<Block.Table.Heading> columns = new ArrayList<>();
        List<IntFunction<Phrase>> cells = new ArrayList<>();
        add("Slice", false, slice -> Phrase.name(kpi.sliceName(slice)), shown, columns, cells);
        add(kpi.unitName().isEmpty() ? "Value" : "Value, " + kpi.unitName(), true,
                slice -> Phrase.of(kpi.valueText(slice, period)), shown, columns, cells);
        add("Target", true, slice -> Phrase.of(kpi.targetText(slice, period)), shown, columns, cells);
        add("Status", false, slice -> kpi.status(slice, period).map(Phrase::status).orElse(Phrase.EMPTY), shown,
                columns, cells);
        add("Since " + report.before(), false, slice -> Phrase.of(kpi.change(slice, period)), shown, columns, cells);
        add("Trend", false, slice -> Phrase.EMPTY.and(new Phrase.Line(Sparkline.of(
                kpi.sliceName(slice) + ", trend", kpi.values(slice)).last(Headlines.PERIODS))), shown, columns, cells);
        List<List<Phrase>> rows = shown.stream()
                .map(slice -> cells.stream().map(cell -> cell.apply(slice)).toList()).toList();
        List<Block> blocks = new ArrayList<>(List.of(new Block.Table(
                "By " + String.join(" and ", report.result().dimensions()) + " in " + report.period(period), columns,
                rows)));
        if (slices.size() > MOST) {
            blocks.add(new Block.Paragraph(Phrase.aside(slices.size() - MOST + " further slices are left out.")));
        }
        return blocks;
    }

    private static void add(String heading, boolean number, IntFunction<Phrase> cell, List<Integer> slices,
            List<Block.Table.Heading> columns, List<IntFunction<Phrase>> cells) {
        if (slices.stream().anyMatch(slice -> !cell.apply(slice).isEmpty())) {
            columns.add(new Block.Table.Heading(Phrase.name(heading), number));
            cells.add(cell);
        }
    }
}

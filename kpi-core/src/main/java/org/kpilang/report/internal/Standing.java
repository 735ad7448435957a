package org.kpilang.report.internal;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.model.Property;
import org.kpilang.report.Block;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportView;

/** What a KPI tells, and where it stands in the period of the report: its value beside all that it is compared with. */
public final class Standing implements KpiSection {

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        int total = report.total();
        int period = report.period();
        double value = kpi.value(total, period);
        double target = kpi.target(total, period);
        List<Block.Points.Point> points = new ArrayList<>();
        points.add(Block.Points.Point.of(report.period(period), Phrase.strong(kpi.figure(value))));
        kpi.interval(total, period).ifPresent(interval -> points.add(Block.Points.Point.of(
                Math.round(ReportView.CONFIDENCE * 100) + "% interval",
                Phrase.of(kpi.figure(interval.low()) + " to " + kpi.figure(interval.high())))));
        if (!Double.isNaN(target)) {
            points.add(Block.Points.Point.of("Target", Phrase.of(kpi.figure(target))));
        }
        add("Since " + report.before(), kpi.change(total, period), points);
        add("Since " + report.yearAgo().orElse("a year ago"), kpi.changeOnYear(total, period), points);
        add("Baseline", kpi.baselineText(total, period), points);
        kpi.benchmarks().forEach(label -> {
            String figure = kpi.benchmarkText(label, total, period);
            if (!figure.isEmpty()) {
                points.add(Block.Points.Point.of("Benchmark", Phrase.of(figure + " ").and(new Phrase.Name(label))));
            }
        });
        for (int open = period + 1; open < report.result().periods(); open++) {
            if (report.result().isOpen(open) && !Double.isNaN(kpi.value(total, open))) {
                Phrase soFar = Phrase.of(kpi.figure(kpi.value(total, open)) + " so far");
                points.add(Block.Points.Point.of(report.period(open) + ", open", kpi.statusAtPace(open)
                        .map(status -> soFar.and(", at this pace ").and(Phrase.status(status))).orElse(soFar)));
            }
        }
        List<Block> blocks = new ArrayList<>();
        kpi.property(Property.Description.class)
                .ifPresent(description -> blocks.add(new Block.Paragraph(Phrase.name(description.text()))));
        blocks.add(new Block.Points(points, true));
        return blocks;
    }

    private static void add(String name, String text, List<Block.Points.Point> points) {
        if (!text.isEmpty()) {
            points.add(Block.Points.Point.of(name, Phrase.of(text)));
        }
    }
}

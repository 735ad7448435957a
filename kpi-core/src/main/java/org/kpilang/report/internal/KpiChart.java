package org.kpilang.report.internal;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kpilang.report.Block;
import org.kpilang.report.ChartLayer;
import org.kpilang.report.KpiSection;
import org.kpilang.report.KpiView;
import org.kpilang.report.ReportView;
import org.kpilang.report.SeriesChart;

/** A KPI over time with target, benchmarks, and what layers add; nothing if there is only one period, or no value. */
public final class KpiChart implements KpiSection {

    private final List<ChartLayer> layers;

    public KpiChart(List<ChartLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    @Override
    public List<Block> blocks(KpiView kpi) {
        ReportView report = kpi.report();
        int periods = report.result().periods();
        double[] values = kpi.values(report.total());
        if (periods < 2 || isEmpty(values)) {
            return List.of();
        }
        SeriesChart chart = SeriesChart.of(kpi.title(), kpi.unit(), report.numbers(),
                IntStream.range(0, periods).mapToObj(report::period).toList(), values);
        double[] targets = kpi.targets(report.total());
        chart = isEmpty(targets) ? chart : chart.target(targets);
        for (String label : kpi.benchmarks()) {
            double[] others = kpi.benchmark(label, report.total());
            chart = isEmpty(others) ? chart : chart.beside(label, others);
        }
        int open = IntStream.range(0, periods).filter(report.result()::isOpen).findFirst().orElse(periods);
        chart = chart.openFrom(open);
        chart = chart.changes(kpi.definitionChanges());
        chart = TargetLayer.tolerance(new SignalLayer().on(chart, kpi), kpi);
        for (ChartLayer layer : layers) {
            chart = layer.on(chart, kpi);
        }
        return List.of(new Block.Picture(TargetLayer.projection(chart, kpi)));
    }

    private static boolean isEmpty(double[] figures) {
        return DoubleStream.of(figures).allMatch(Double::isNaN);
    }
}

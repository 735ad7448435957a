package org.kpilang.report;

/**
 * What is drawn into the chart of each KPI beside its values, its target and its benchmarks, such as limits or a
 * projection. A new layer is one class, given to {@link ReportContents#onCharts}. Without state.
 */
@FunctionalInterface
public interface ChartLayer {

    /** The chart with what this layer adds to it; the periods of the chart are those of the result. */
    SeriesChart on(SeriesChart chart, KpiView kpi);
}

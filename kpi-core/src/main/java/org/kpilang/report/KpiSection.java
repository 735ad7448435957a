package org.kpilang.report;

import java.util.List;

/**
 * A part of what a report says about each KPI, such as its chart. A new part is one class, given to
 * {@link ReportContents#withEach(KpiSection)}. Without state.
 */
@FunctionalInterface
public interface KpiSection {

    /** What the part shows of a KPI; nothing if there is nothing to show. */
    List<Block> blocks(KpiView kpi);
}

package org.kpilang.report;

import java.util.List;

/**
 * A part of a report about all of its KPIs, such as the counts by status. A new part is one class, given to
 * {@link ReportContents#with(Section)}. Without state.
 */
@FunctionalInterface
public interface Section {

    /** What the part shows; nothing if there is nothing to show. */
    List<Block> blocks(ReportView report);
}

package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.model.KpiVersion;

/**
 * From when on the KPIs of a table have another definition, so that nobody takes the step for one in the business; or
 * by which definition they are all shown.
 */
final class DefinitionNotes {

    private final Result result;

    DefinitionNotes(Result result) {
        this.result = result;
    }

    /** Writes nothing if there is nothing to note. */
    void write(Appendable out) throws IOException {
        String before = "\n";
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (String note : of(kpi)) {
                out.append(before).append(Terminal.safe(result.kpis().get(kpi).title())).append(": ").append(note)
                        .append('\n');
                before = "";
            }
        }
    }

    /** What there is to note of a KPI, in fragments. */
    List<String> of(int kpi) {
        if (!result.kpis().get(kpi).isVersioned()) {
            return List.of();
        }
        return !result.asDefined().dependsOnTime() ? List.of(result.asDefined().toString())
                : changes(kpi).stream().map(period -> "another definition from " + result.period(period) + " on")
                        .toList();
    }

    /** The numbers of the periods from which on a KPI has another definition. */
    List<Integer> changes(int kpi) {
        List<Integer> changes = new ArrayList<>();
        @Nullable KpiVersion before = null;
        for (int period = 0; period < result.periods(); period++) {
            KpiVersion version = result.version(kpi, period).orElse(null);
            if (before != null && version != null && version != before) {
                changes.add(period);
            }
            before = version == null ? before : version;
        }
        return changes;
    }
}

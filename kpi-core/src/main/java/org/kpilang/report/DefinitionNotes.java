package org.kpilang.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Kpi;
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
        List<String> notes = new ArrayList<>();
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            if (!result.kpis().get(kpi).isVersioned()) {
                continue;
            } else if (result.asDefined().dependsOnTime()) {
                addChanges(kpi, notes);
            } else {
                notes.add(title(kpi) + ": " + result.asDefined());
            }
        }
        for (int i = 0; i < notes.size(); i++) {
            out.append(i == 0 ? "\n" : "").append(notes.get(i)).append('\n');
        }
    }

    private void addChanges(int kpi, List<String> notes) {
        @Nullable KpiVersion before = null;
        for (int period = 0; period < result.periods(); period++) {
            KpiVersion version = result.version(kpi, period).orElse(null);
            if (before != null && version != null && version != before) {
                notes.add(title(kpi) + ": another definition from " + result.period(period) + " on");
            }
            before = version == null ? before : version;
        }
    }

    private String title(int kpi) {
        Kpi asked = result.kpis().get(kpi);
        return Terminal.safe(asked.title());
    }
}

package org.kpilang.facts;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.series.Interval;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.time.Calendar;

/** Tells of facts that lie outside the range of their input: of the first of each column, and how many there are. */
final class RangeReport {

    private final Calendar calendar;
    private final Vocabulary vocabulary;
    private final List<Diagnostic> found = new ArrayList<>();

    RangeReport(Calendar calendar, Vocabulary vocabulary) {
        this.calendar = calendar;
        this.vocabulary = vocabulary;
    }

    List<Diagnostic> of(List<Load> loads) {
        for (Load load : loads) {
            for (int column = 0; column < load.columns().size(); column++) {
                Interval range = vocabulary.range(load.columns().get(column).input());
                if (!range.isAny() && !load.columns().get(column).isIdentified()) {
                    check(load, column, range);
                }
            }
        }
        return found;
    }

    private void check(Load load, int column, Interval range) {
        int first = -1;
        int outside = 0;
        for (int row = 0; row < load.size(); row++) {
            double value = load.value(column, row);
            if (!Double.isNaN(value) && !range.contains(value)) {
                first = outside == 0 ? row : first;
                outside++;
            }
        }
        if (outside > 0) {
            report(load, column, range, new LoadedRow(load, first), outside - 1);
        }
    }

    private void report(Load load, int column, Interval range, LoadedRow row, int more) {
        found.add(Diagnostic.of(DiagnosticCode.FACT_OUTSIDE_RANGE, row.origin(calendar),
                "`" + load.columns().get(column).input() + "` for " + row.key(calendar) + " is "
                        + InputColumn.number(load.value(column, row.row())) + ", and its range is "
                        + range.text(InputColumn::number)
                        + (more == 0 ? "" : more == 1 ? "; so is 1 fact more" : "; so are " + more + " facts more"),
                "correct the facts, or the range in the model"));
    }
}

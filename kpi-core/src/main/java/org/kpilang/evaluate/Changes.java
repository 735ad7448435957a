package org.kpilang.evaluate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.kpilang.evaluate.internal.live.ChangedRow;
import org.kpilang.model.Kpi;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/**
 * The values of KPIs that one update of a {@link LiveEvaluation} changed: by KPI in the order asked, then by period, and
 * then by slice in the order of a result. A value that comes out the same, to the last bit, is not among them. To be
 * read until the listener returns; {@link #toList} keeps it longer.
 */
public final class Changes implements Iterable<ValueChange> {

    private final List<Part> parts;
    private final int size;

    /** What changed of a KPI in a period. */
    private record Part(Kpi kpi, Period period, IntFunction<Slice> slices, int[] rows, double[] before, double[] after) {}

    private Changes(List<Part> parts) {
        this.parts = parts;
        this.size = parts.stream().mapToInt(part -> part.rows.length).sum();
    }

    static Changes of(List<ChangedRow> rows, List<Kpi> kpis, Window window, IntFunction<Slice> slices) {
        return new Changes(rows.stream().map(row -> new Part(kpis.get(row.kpi()),
                window.firstPeriod().plus(row.period()), slices, row.rows(), row.before(), row.after())).toList());
    }

    static Changes of(List<ValueChange> changes) {
        return new Changes(changes.stream().map(change -> new Part(change.kpi(), change.period(), row -> change.slice(),
                new int[1], new double[] {change.before().orElse(Double.NaN)},
                new double[] {change.after().orElse(Double.NaN)})).toList());
    }

    /** How many values changed. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** The changes one by one; each is made when it is asked for. */
    @Override
    public Iterator<ValueChange> iterator() {
        return new Iterator<>() {

            private int part;
            private int row;

            @Override
            public boolean hasNext() {
                return part < parts.size();
            }

            @Override
            public ValueChange next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no more changes");
                }
                Part of = parts.get(part);
                ValueChange change = new ValueChange(of.kpi, of.slices.apply(of.rows[row]), of.period,
                        ValueChange.known(of.before[row]), ValueChange.known(of.after[row]));
                row++;
                if (row == of.rows.length) {
                    row = 0;
                    part++;
                }
                return change;
            }
        };
    }

    /** All changes, to be kept. */
    public List<ValueChange> toList() {
        List<ValueChange> all = new ArrayList<>(size);
        forEach(all::add);
        return List.copyOf(all);
    }

    /** One change a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (ValueChange change : this) {
            text.append(text.length() == 0 ? "" : "\n").append(change);
        }
        return text.toString();
    }
}

package org.kpilang.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kpilang.evaluate.internal.RowProgram;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.DiagnosticException;

/**
 * KPIs worked out over plain columns of numbers, one result for each row, into arrays of the caller. There are no
 * facts, periods, slices or reasons: what is left is the arithmetic, at its full speed. For KPIs that ask their inputs
 * in the row alone; one with a selector such as {@code [last 12 months]}, a statistic, or the length of a window is
 * refused. Of several versions of a KPI the latest counts.
 *
 * <pre>{@code
 * ColumnProgram program = ColumnProgram.of(model, "gross_margin");
 * program.inputs();                                          // [revenue, cost]
 * program.run(new double[][] {revenue, cost}, new double[][] {margins});
 * }</pre>
 *
 * <p>NaN stands where there is no value, in columns and results alike. The results are those of an {@link Evaluation},
 * bit by bit. Immutable and thread-safe; made once and run often, which allocates nothing for a row.
 */
public final class ColumnProgram {

    private final List<String> kpis;
    private final RowProgram program;
    private final boolean fusing;

    private ColumnProgram(List<String> kpis, RowProgram program, boolean fusing) {
        this.kpis = List.copyOf(kpis);
        this.program = program;
        this.fusing = fusing;
    }

    /**
     * The program of some KPIs, or of all if none is named; a diagnostic if one needs more than a row.
     *
     * @throws IllegalArgumentException if a KPI is not in the model
     */
    public static Checked<ColumnProgram> check(Model model, String... kpis) {
        List<Kpi> chosen = new ArrayList<>();
        for (String id : kpis) {
            chosen.add(model.kpi(id).orElseThrow(() -> new IllegalArgumentException("there is no KPI " + id)));
        }
        List<Kpi> asked = kpis.length == 0 ? List.copyOf(model.kpis()) : chosen;
        List<String> ids = new ArrayList<>();
        for (Kpi kpi : asked) {
            ids.add(kpi.id());
        }
        return RowProgram.of(model, asked, model.limits()).map(program -> new ColumnProgram(ids, program, true));
    }

    /**
     * The program of some KPIs, or of all if none is named.
     *
     * @throws DiagnosticException      if one needs more than a row
     * @throws IllegalArgumentException if one is not in the model
     */
    public static ColumnProgram of(Model model, String... kpis) {
        return check(model, kpis).orThrow();
    }

    /** The same with generated loops for programs that run over very many rows, or without any; the bits are the same. */
    public ColumnProgram fusing(boolean other) {
        return new ColumnProgram(kpis, program, other);
    }

    /** The inputs that need a column each, in the order of the columns. */
    public List<String> inputs() {
        return program.inputs();
    }

    /** The ids of the KPIs, in the order of the results. */
    public List<String> kpis() {
        return kpis;
    }

    /**
     * Works out all rows of columns of one length.
     *
     * @param columns for each of the {@link #inputs()} its numbers, finite, or NaN where there is no value; they are
     *                not looked through for others
     * @param results for each of the {@link #kpis()} an array of the same length, which is filled
     * @throws IllegalArgumentException if there are not as many arrays as needed, or their lengths differ
     */
    public void run(double[][] columns, double[][] results) {
        run(columns, 0, results.length == 0 ? 0 : results[0].length, results);
    }

    /**
     * Works out some rows; several threads may work on the same arrays at once, each on its own rows.
     *
     * @param from the first row
     * @param to   the row after the last
     * @throws IllegalArgumentException if there are not as many arrays as needed, or one is too short
     */
    public void run(double[][] columns, int from, int to, double[][] results) {
        require(columns, inputs().size(), "columns", to);
        require(results, kpis.size(), "results", to);
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("not a range of rows: " + from + " to " + to);
        }
        program.run(columns, from, to, results, fusing);
    }

    private static void require(double[][] arrays, int count, String what, int rows) {
        if (Objects.requireNonNull(arrays, what).length != count) {
            throw new IllegalArgumentException(count + " " + what + " are needed, not " + arrays.length);
        }
        for (double[] array : arrays) {
            if (array.length < rows) {
                throw new IllegalArgumentException("the " + what + " have " + rows + " and " + array.length + " rows");
            }
        }
    }

    /** The steps in words. */
    @Override
    public String toString() {
        return program.describe();
    }
}

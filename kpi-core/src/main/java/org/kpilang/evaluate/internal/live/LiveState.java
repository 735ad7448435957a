package org.kpilang.evaluate.internal.live;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.internal.PlannedQuestion;
import org.kpilang.evaluate.internal.Planner;
import org.kpilang.evaluate.internal.Program;
import org.kpilang.facts.GrowingFacts;
import org.kpilang.facts.PreparedUpdate;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.Kpi;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * The values of a question, which follow the facts. Periods are added at the end; what reaches further back, or brings
 * an input its first facts, needs a new state. Not thread-safe.
 */
public final class LiveState {

    private final Evaluation evaluation;
    private final GrowingFacts facts;
    private final List<Kpi> kpis;
    private final Program whole;
    private final Program program;
    private final List<GrowingInput> used;
    private final Grid grid;
    private final Sources sources;
    private final LiveStage stage;
    private Window window;

    /**
     * Works out everything.
     *
     * @throws DiagnosticException if the question does not fit the model or the facts, or has too many cells
     */
    public LiveState(Evaluation evaluation, GrowingFacts facts) {
        PlannedQuestion question = Planner.plan(evaluation);
        this.evaluation = evaluation;
        this.facts = facts;
        facts.takeTouched();
        this.kpis = question.kpis();
        this.window = question.window();
        this.whole = Planner.whole(evaluation, kpis);
        Set<String> names = new LinkedHashSet<>();
        whole.leaves().forEach(leaf -> names.addAll(Planner.inputs(leaf)));
        this.used = names.stream().flatMap(name -> facts.of(name).stream()).toList();
        this.grid = new Grid(question.dimensions(), evaluation.groupings(), facts, used);
        Planner.check(whole, window, grid.shown(), kpis.size(), facts.outline(), evaluation.limits());
        this.sources = new Sources(facts, grid);
        this.program = Planner.needed(whole, window);
        this.stage = new LiveStage(program, sources, false);
        SortedMap<Integer, Window> numbered = new TreeMap<>();
        for (int number = 0; number < window.length(); number++) {
            numbered.put(number, period(window, number));
        }
        stage.start(numbered);
        stage.update(new Batch(Map.of(), 0, grid.size()), ChangeLog.NONE);
    }

    private static Window period(Window of, int number) {
        int ordinal = of.first() + number;
        return new Window(of.calendar(), of.grain(), ordinal, ordinal);
    }

    public List<Kpi> kpis() {
        return kpis;
    }

    public Window window() {
        return window;
    }

    public List<String> dimensions() {
        return grid.dimensions();
    }

    /** The row of a slice, or -1 if it was not asked or no fact is there. */
    public int row(Slice slice) {
        return grid.find(slice);
    }

    public Slice slice(int row) {
        return grid.slice(row);
    }

    /** The order of slices in results. */
    public static Comparator<Slice> order(List<String> dimensions) {
        return Grid.order(dimensions);
    }

    /** The rows that are shown, in the order of results. */
    public int[] rows() {
        return Arrays.stream(grid.order()).filter(grid::isShown).toArray();
    }

    /** A value by the number of the KPI and of the period in the window; NaN if there is none. */
    public double value(int kpi, int row, int period) {
        return stage.output(kpi).at(period, row);
    }

    /** Whether an update can be followed: it brings no period in which another version of a KPI holds first. */
    public boolean follows(PreparedUpdate prepared) {
        Window next = window(prepared);
        return !prepared.needsMore()
                && (next.length() == window.length() || Planner.needed(whole, next).equals(program));
    }

    /**
     * Refuses an update that leads beyond limits.
     *
     * @throws DiagnosticException if the question would have too many cells, or would not be answered
     */
    public void check(PreparedUpdate prepared) {
        Window next = window(prepared);
        int shown = grid.shownWith(prepared.arriving());
        if (next.length() > window.length() || shown > grid.shown()) {
            Planner.check(whole, next, shown, kpis.size(), facts.outline(), evaluation.limits());
        }
    }

    /** The periods that will be asked. */
    private Window window(PreparedUpdate prepared) {
        Calendar calendar = window.calendar();
        Grain grain = window.grain();
        int last = window.last();
        for (GrowingInput input : used) {
            if (evaluation.to() == null) {
                last = Math.max(last, calendar.ordinal(grain,
                        calendar.lastDay(input.grain(), prepared.lastPeriod(input))));
            }
        }
        return new Window(calendar, grain, window.first(), last);
    }

    /**
     * Follows an update that was checked.
     *
     * @return what changed, by KPI, period and slice; empty if that is of no interest
     * @throws NeedsMore if it cannot be followed; the facts are changed, and the values of this state are as before
     */
    public List<ChangedRow> apply(PreparedUpdate prepared, boolean wanted) {
        Window next = window(prepared);
        prepared.commit();
        for (int number = window.length(); number < next.length(); number++) {
            stage.add(number, period(next, number));
        }
        window = next;
        Map<GrowingInput, GrowingInput.Touched> touched = facts.takeTouched();
        int rows = grid.size();
        BitSet flipped = grid.update(touched);
        Batch batch = new Batch(touched, rows, grid.size());
        sources.update(batch);
        if (!wanted) {
            stage.update(batch, ChangeLog.NONE);
            return List.of();
        }
        RowLog log = new RowLog(grid, flipped);
        stage.update(batch, log);
        return log.rows(kpis.size(), window.length(), this);
    }
}

package org.kpilang.evaluate.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Reason;
import org.kpilang.evaluate.Slice;
import org.kpilang.evaluate.internal.decimal.Rational;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** A question with every default filled in, and the program that answers it. Immutable. */
public final class PlannedQuestion {

    private final Model model;
    private final Facts facts;
    private final List<Kpi> kpis;
    private final Window window;
    private final Panel panel;
    private final Program program;
    private final AsDefined asDefined;
    private final @Nullable Period openFrom;
    private final Limits limits;
    private final Execution execution;
    private final @Nullable Decimals decimals;
    private volatile @Nullable Stage stage;

    PlannedQuestion(Model model, Facts facts, List<Kpi> kpis, Window window, SliceGrid grid,
            Program program, AsDefined asDefined, @Nullable Period openFrom, Limits limits,
            Execution execution, @Nullable Decimals decimals) {
        this.model = model;
        this.facts = facts;
        this.kpis = List.copyOf(kpis);
        this.window = window;
        this.panel = new Panel(grid, facts);
        this.program = program;
        this.asDefined = asDefined;
        this.openFrom = openFrom;
        this.limits = limits;
        this.execution = execution;
        this.decimals = decimals;
    }

    public Model model() {
        return model;
    }

    public List<Kpi> kpis() {
        return kpis;
    }

    public Window window() {
        return window;
    }

    public List<String> dimensions() {
        return panel.grid().dimensions();
    }

    public List<Slice> slices() {
        return panel.grid().slices(facts);
    }

    public AsDefined asDefined() {
        return asDefined;
    }

    /** The first period that is not complete, or null if all are. */
    public @Nullable Period openFrom() {
        return openFrom;
    }

    /** How decimals are rounded, or null if they are not asked. */
    public @Nullable Decimals decimals() {
        return decimals;
    }

    /**
     * A cell of what this question comes to as a decimal, rounded as it was asked; empty if it has no value.
     *
     * @throws IllegalStateException if decimals were not asked
     */
    public Optional<BigDecimal> decimal(Columns columns, int output, int slice, int period) {
        Rational value = columns.exact(output, slice, period);
        Decimals asked = Objects.requireNonNull(decimals);
        return value == null ? Optional.empty() : Optional.of(value.decimal(asked.scale(), asked.rounding()));
    }

    /** The coarsest grain of the facts that each KPI reads; the grain asked if it reads none. */
    public List<Grain> factGrains() {
        List<@Nullable Grain> coarsest = new ArrayList<>();
        for (Step step : program.steps()) {
            Grain grain = null;
            if (step instanceof Step.Operation operation) {
                for (int operand : operation.operands()) {
                    grain = coarser(grain, coarsest.get(operand));
                }
            } else if (step instanceof Step.Input input) {
                for (String name : Planner.inputs(input.leaf())) {
                    grain = coarser(grain, facts.of(name).map(InputFacts::grain).orElse(null));
                }
            }
            coarsest.add(grain);
        }
        return program.outputs().stream()
                .map(output -> Objects.requireNonNullElse(coarsest.get(output), window.grain())).toList();
    }

    private static @Nullable Grain coarser(@Nullable Grain one, @Nullable Grain other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    /** The number of a slice, or -1 if it was not asked. */
    public int number(Slice slice) {
        return panel.grid().number(slice, facts);
    }

    /**
     * Works out all KPIs.
     *
     * @throws DiagnosticException if they have too many cells together
     */
    public Columns run() {
        return repeated().run();
    }

    /**
     * Works out all KPIs again and again in the same memory.
     *
     * @throws DiagnosticException if they have too many cells together
     */
    public RepeatedRun repeated() {
        refuseCells((long) kpis.size() * panel.size() * window.length(), limits);
        return new RepeatedRun(stage(), execution, decimals != null);
    }

    /** Refuses more cells than are answered at once. */
    static void refuseCells(long cells, Limits limits) {
        if (cells > limits.of(Limit.CELLS)) {
            throw new DiagnosticException(new Diagnostic(Limit.CELLS.code(), String.format(Locale.ROOT,
                    "the question has %,d cells, and at most %s are answered at once", cells, limits.shown(Limit.CELLS)),
                    Origin.NONE, "ask for fewer KPIs, periods or slices, or take one KPI after the other"));
        }
    }

    /** Why a cell of a KPI has no value; the slice is worked out for it. */
    public List<Reason> reasons(int kpi, int slice, int window) {
        return new Inquiry(stage(), false).about(slice).reasons(kpi, window);
    }

    /** All KPIs as they were worked out before: a column each, slice by slice. */
    public Columns columns(double[][] outputs) {
        return new Columns(stage(), outputs, null);
    }

    /** Works out one KPI after the other and hands each to somebody, under its number; it is then given up. */
    public void stream(ObjIntConsumer<Columns> consumer) {
        new KpiStream(stage(), limits.of(Limit.CELLS), execution, decimals != null).run(consumer);
    }

    Stage stage() {
        Stage made = stage;
        if (made == null) {
            made = new Stage(program, Frame.of(window), panel);
            stage = made;
        }
        return made;
    }

    /** Works out other formulas over the same names, periods and slices; their selectors must fit the facts. */
    public Columns run(List<? extends Expression> formulas) {
        return new RepeatedRun(stage(formulas), execution, decimals != null).run();
    }

    private Stage stage(List<? extends Expression> formulas) {
        return new Stage(Planner.lower(model, facts, asDefined, formulas, window, panel.size(), limits, decimals != null),
                Frame.of(window), panel);
    }

    /** How a KPI is worked out, step by step. */
    public StepValues steps(int kpi) {
        return new StepValues(stage().only(kpi), decimals != null);
    }

    /** How other formulas over the same names, periods and slices are worked out; their selectors must fit the facts. */
    public StepValues steps(List<? extends Expression> formulas) {
        return new StepValues(stage(formulas), decimals != null);
    }

    /** The program in words, and which of its steps gives which KPI. */
    public String describe() {
        StringBuilder out = new StringBuilder();
        out.append(kpis.size()).append(" KPIs, ").append(panel.size()).append(" slices, ").append(window)
                .append(" by ").append(window.grain()).append('\n');
        out.append(ProgramDescription.steps(program));
        for (int i = 0; i < kpis.size(); i++) {
            out.append(kpis.get(i).id()).append(" = #").append(program.outputs().get(i)).append('\n');
        }
        return out.append(decimals != null ? "in exact numbers, cell by cell\n"
                : ProgramDescription.run(program, execution.fusing())).toString();
    }
}

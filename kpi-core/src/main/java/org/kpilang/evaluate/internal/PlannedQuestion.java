package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.evaluate.Decimals;
import org.kpilang.evaluate.Execution;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Limits;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.time.Window;

/** A question with every default filled in, and the program that answers it. Immutable. */
public final class PlannedQuestion {

    private final Model model;
    private final Facts facts;
    private final List<Kpi> kpis;
    private final Window window;
    private final SliceGrid grid;
    private final List<Slice> slices;
    private final Program program;
    private final AsDefined asDefined;
    private final @Nullable Period openFrom;
    private final Limits limits;
    private final Execution execution;
    private final @Nullable Decimals decimals;

    PlannedQuestion(Model model, Facts facts, List<Kpi> kpis, Window window, SliceGrid grid, List<Slice> slices,
            Program program, AsDefined asDefined, @Nullable Period openFrom, Limits limits,
            Execution execution, @Nullable Decimals decimals) {
        this.model = model;
        this.facts = facts;
        this.kpis = List.copyOf(kpis);
        this.window = window;
        this.grid = grid;
        this.slices = List.copyOf(slices);
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
        return grid.dimensions();
    }

    public List<Slice> slices() {
        return slices;
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

    public Stage run() {
        return stage(program);
    }

    /** Works out other formulas over the same names, periods and slices; their selectors must fit the facts. */
    public Stage run(List<? extends Expression> formulas) {
        return stage(Planner.lower(model, facts, asDefined, formulas, window, grid.size(), limits, decimals != null));
    }

    private Stage stage(Program asked) {
        return decimals == null ? new Stage(asked, Frame.of(window), grid, facts, execution)
                : Stage.exact(asked, Frame.of(window), grid, facts, execution);
    }

    /** The program in words, and which of its steps gives which KPI. */
    public String describe() {
        StringBuilder out = new StringBuilder();
        out.append(kpis.size()).append(" KPIs, ").append(slices.size()).append(" slices, ").append(window)
                .append(" by ").append(window.grain()).append('\n');
        out.append(ProgramDescription.steps(program));
        for (int i = 0; i < kpis.size(); i++) {
            out.append(kpis.get(i).id()).append(" = #").append(program.outputs().get(i)).append('\n');
        }
        return out.append(decimals != null ? "in exact numbers, cell by cell\n"
                : ProgramDescription.run(program, execution.fusing())).toString();
    }
}

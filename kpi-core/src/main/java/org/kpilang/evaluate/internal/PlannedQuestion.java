package org.kpilang.evaluate.internal;

import java.util.List;
import org.kpilang.evaluate.Slice;
import org.kpilang.expression.Expression;
import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.facts.Facts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Limits;
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
    private final Limits limits;

    PlannedQuestion(Model model, Facts facts, List<Kpi> kpis, Window window, SliceGrid grid, List<Slice> slices,
            Program program, Limits limits) {
        this.model = model;
        this.facts = facts;
        this.kpis = List.copyOf(kpis);
        this.window = window;
        this.grid = grid;
        this.slices = List.copyOf(slices);
        this.program = program;
        this.limits = limits;
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

    public Stage run() {
        return new Stage(program, Frame.of(window), grid, facts);
    }

    /** Works out other formulas over the same names, periods and slices; their selectors must fit the facts. */
    public Stage run(List<? extends Expression> formulas) {
        return new Stage(Planner.lower(model, facts, formulas, window, grid.size(), limits), Frame.of(window), grid, facts);
    }

    /** The steps of the program, one a line. */
    public String describe() {
        StringBuilder out = new StringBuilder();
        out.append(kpis.size()).append(" KPIs, ").append(slices.size()).append(" slices, ").append(window)
                .append(" by ").append(window.grain()).append('\n');
        describe(program, "", out);
        for (int i = 0; i < kpis.size(); i++) {
            out.append(kpis.get(i).id()).append(" = #").append(program.outputs().get(i)).append('\n');
        }
        return out.toString();
    }

    private static void describe(Program program, String margin, StringBuilder out) {
        for (int i = 0; i < program.steps().size(); i++) {
            Step step = program.steps().get(i);
            out.append(margin).append('#').append(i).append(' ');
            if (step instanceof Step.Constant constant) {
                out.append(constant.value()).append('\n');
            } else if (step instanceof Step.Operation operation) {
                out.append(operation.kernel().symbol());
                operation.operands().forEach(operand -> out.append(" #").append(operand));
                out.append('\n');
            } else {
                describe(((Step.Input) step).leaf(), margin, out);
            }
        }
    }

    private static void describe(Leaf leaf, String margin, StringBuilder out) {
        if (leaf instanceof Leaf.Facts input) {
            out.append("input ").append(input.input().name());
            describe(input.path(), out);
            out.append('\n');
        } else if (leaf instanceof Leaf.Length length) {
            out.append(length.function().counted()).append(" of the window");
            describe(new Path(length.time(), SlicePath.NONE), out);
            out.append('\n');
        } else if (leaf instanceof Leaf.Index index) {
            out.append(index.source());
            describe(index.path(), out);
            out.append(", where the operand is\n");
            describe(index.operand(), margin + "    ", out);
        } else if (leaf instanceof Leaf.Summary summary) {
            out.append(summary.source());
            describe(summary.path(), out);
            out.append(", where the operand is\n");
            describe(summary.operand(), margin + "    ", out);
        }
    }

    private static void describe(Path path, StringBuilder out) {
        path.selectors().forEach(selector -> out.append(ExpressionPrinter.print(selector)));
    }
}

package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.AsDefined;
import org.kpilang.expression.Expression;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;

/** A program whose leaves are inputs asked in the row itself, so that plain columns can stand for them. Immutable. */
public final class RowProgram {

    private final Program program;
    private final CompiledProgram compiled;
    /** The input of each step, or -1 for a step that is none. */
    private final int[] inputOfStep;
    private final List<String> inputs;

    private RowProgram(Program program, int[] inputOfStep, List<String> inputs) {
        this.program = program;
        this.compiled = program.compiled();
        this.inputOfStep = inputOfStep;
        this.inputs = List.copyOf(inputs);
    }

    /** The program of some KPIs by their latest definitions, or why they need more than a row. */
    public static Checked<RowProgram> of(Model model, List<Kpi> kpis, Limits limits) {
        List<Expression> formulas = new ArrayList<>();
        for (Kpi kpi : kpis) {
            formulas.add(kpi.formula());
        }
        Program program;
        try {
            program = Lowering.lower(model, AsDefined.NOW, formulas, limits, false);
        } catch (DiagnosticException e) {
            return Checked.failed(e.diagnostics());
        }
        List<String> inputs = new ArrayList<>();
        int[] inputOfStep = new int[program.steps().size()];
        for (int step = 0; step < inputOfStep.length; step++) {
            inputOfStep[step] = -1;
            if (program.steps().get(step) instanceof Step.Input input) {
                if (!(input.leaf() instanceof Leaf.Facts facts) || !isOfTheRow(facts)) {
                    return Checked.failed(List.of(new Diagnostic(DiagnosticCode.REQUEST_NOT_VALID,
                            "a part is asked of other periods or slices than those of a row", origin(input.leaf()),
                            "load the columns as facts, and evaluate the model over them")));
                }
                inputOfStep[step] = inputs.size();
                inputs.add(facts.input().name());
            }
        }
        return Checked.of(new RowProgram(program, inputOfStep, inputs), List.of());
    }

    /** Within one period and slice all kinds are what was given, but for what is counted or weighed. */
    private static boolean isOfTheRow(Leaf.Facts leaf) {
        return leaf.path().equals(Path.NONE) && leaf.weight() == null && !leaf.input().kind().isOfEvents();
    }

    private static Origin origin(Leaf leaf) {
        if (leaf instanceof Leaf.Facts facts) {
            return facts.origin();
        } else if (leaf instanceof Leaf.Summary summary) {
            return summary.source().origin();
        }
        return leaf instanceof Leaf.Index index ? index.source().origin() : Origin.NONE;
    }

    /** The inputs, in the order of the columns. */
    public List<String> inputs() {
        return inputs;
    }

    /** Works out some rows. */
    public void run(double[][] columns, int from, int to, double[][] results, boolean fusing) {
        @Nullable CellColumn[] leaves = new CellColumn[inputOfStep.length];
        for (int step = 0; step < leaves.length; step++) {
            if (inputOfStep[step] >= 0) {
                leaves[step] = new ArrayColumn(columns[inputOfStep[step]]);
            }
        }
        compiled.run(leaves, from, to, results, from, fusing, CompiledProgram.NEVER);
    }

    /** The steps of the program, one a line. */
    public String describe() {
        return program.toString();
    }
}

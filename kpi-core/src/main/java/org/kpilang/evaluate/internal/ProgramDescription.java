package org.kpilang.evaluate.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kpilang.expression.ExpressionPrinter;
import org.kpilang.expression.Reference;

/** A program in words: its steps, how many outputs each of them serves, and how it will run. */
final class ProgramDescription {

    private final StringBuilder out = new StringBuilder();

    private ProgramDescription() {}

    /** The steps, one a line. */
    static String steps(Program program) {
        ProgramDescription description = new ProgramDescription();
        description.describe(program, "", served(program));
        return description.out.toString();
    }

    /** How many outputs need each step. */
    private static int[] served(Program program) {
        int[] served = new int[program.steps().size()];
        for (int output : program.outputs()) {
            boolean[] needed = program.neededFor(output);
            for (int step = 0; step < served.length; step++) {
                served[step] += needed[step] ? 1 : 0;
            }
        }
        return served;
    }

    private void describe(Program program, String margin, int[] served) {
        for (int i = 0; i < program.steps().size(); i++) {
            Step step = program.steps().get(i);
            String shared = served.length > 0 && served[i] > 1 ? ", for " + served[i] + " KPIs" : "";
            out.append(margin).append('#').append(i).append(' ');
            if (step instanceof Step.Constant constant) {
                out.append(constant.value()).append('\n');
            } else if (step instanceof Step.Operation operation) {
                out.append(operation.kernel().symbol());
                operation.operands().forEach(operand -> out.append(" #").append(operand));
                out.append(shared).append('\n');
            } else {
                describe(((Step.Input) step).leaf(), shared, margin);
            }
        }
    }

    private void describe(Leaf leaf, String shared, String margin) {
        if (leaf instanceof Leaf.Facts input) {
            out.append("input ").append(input.reading().of(Reference.to(input.input().name())));
            describe(input.path(), shared);
        } else if (leaf instanceof Leaf.Given given) {
            out.append("given ").append(given.name());
            describe(given.path(), shared);
        } else if (leaf instanceof Leaf.Length length) {
            out.append(length.function().counted()).append(" of the window");
            describe(new Path(length.time(), SlicePath.NONE), shared);
        } else if (leaf instanceof Leaf.Version version) {
            out.append("which version of ").append(version.kpi().id());
            describe(new Path(version.time(), SlicePath.NONE), shared);
        } else if (leaf instanceof Leaf.Index index) {
            out.append(index.source());
            describe(index.path(), shared, index.operand(), margin);
        } else if (leaf instanceof Leaf.Summary summary) {
            out.append(summary.source());
            describe(summary.path(), shared, summary.operand(), margin);
        }
    }

    private void describe(Path path, String shared) {
        path.selectors().forEach(selector -> out.append(ExpressionPrinter.print(selector)));
        out.append(shared).append('\n');
    }

    private void describe(Path path, String shared, Program operand, String margin) {
        describe(path, shared + ", where the operand is");
        describe(operand, margin + "    ", new int[0]);
    }

    /**
     * How it runs, in one line.
     *
     * @param fusing whether generated loops may be used
     */
    static String run(Program program, boolean fusing) {
        int buffers = program.compiled().bufferCount();
        String blocks = "in blocks of " + CompiledProgram.BLOCK + " cells, with " + buffers
                + (buffers == 1 ? " buffer" : " buffers");
        int[] outputs = IntStream.range(0, program.outputs().size()).toArray();
        List<LoopGroups.Group> groups = fusing && Promotion.isAllowed()
                ? new LoopGroups(program, outputs).groups() : List.of();
        int fused = groups.stream().mapToInt(group -> group.results().size()).sum();
        String loops = groups.isEmpty() ? "" : String.format(Locale.ROOT, "; from %,d cells on %s in %d generated loop%s",
                Promotion.MANY_CELLS, fused == outputs.length ? "all" : fused + " of " + outputs.length + " KPIs",
                groups.size(), groups.size() == 1 ? "" : "s");
        return blocks + loops + '\n';
    }
}

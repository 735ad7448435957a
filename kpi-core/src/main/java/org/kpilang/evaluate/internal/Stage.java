package org.kpilang.evaluate.internal;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Execution;

/** A program that is ready to be worked out over the slices of a panel and the windows of a frame. Immutable. */
final class Stage {

    /** Cells of a leaf that are worked out at a time, so that some tens of leaves stay in the second-level cache. */
    private static final int TILE = 2_048;

    private final Program program;
    private final Frame frame;
    private final Panel panel;
    private final Map<Leaf, LeafColumn> columns;
    /** The column of each step that is a leaf. */
    private final @Nullable LeafColumn[] columnOfStep;

    Stage(Program program, Frame frame, Panel panel) {
        this(program, frame, panel, columns(program, frame, panel));
    }

    private Stage(Program program, Frame frame, Panel panel, Map<Leaf, LeafColumn> columns) {
        this.program = program;
        this.frame = frame;
        this.panel = panel;
        this.columns = columns;
        this.columnOfStep = new LeafColumn[program.steps().size()];
        for (int step = 0; step < columnOfStep.length; step++) {
            columnOfStep[step] = program.steps().get(step) instanceof Step.Input input ? columns.get(input.leaf()) : null;
        }
    }

    private static Map<Leaf, LeafColumn> columns(Program program, Frame frame, Panel panel) {
        Map<Leaf, LeafColumn> columns = new IdentityHashMap<>();
        program.leaves().forEach(leaf -> columns.put(leaf, column(leaf, frame, panel)));
        return columns;
    }

    /** What a leaf is worked out from. */
    static LeafColumn column(Leaf leaf, Frame frame, Panel panel) {
        if (leaf instanceof Leaf.Facts input) {
            return FactsColumn.of(input, frame, panel);
        } else if (leaf instanceof Leaf.Summary summary) {
            return SummaryColumn.of(summary, frame, panel);
        } else if (leaf instanceof Leaf.Version version) {
            return VersionColumn.of(version, frame, panel.size());
        }
        if (leaf instanceof Leaf.Given given) {
            return GivenColumn.of(given, frame, panel.size());
        }
        return leaf instanceof Leaf.Index index ? IndexColumn.of(index, frame, panel)
                : LengthColumn.of((Leaf.Length) leaf, frame, panel.size());
    }

    /** The same for one of the outputs alone, from the same leaves. */
    Stage only(int output) {
        return new Stage(Program.pruned(program.steps(), List.of(program.outputs().get(output))), frame, panel, columns);
    }

    Program program() {
        return program;
    }

    Frame frame() {
        return frame;
    }

    Panel panel() {
        return panel;
    }

    /** The column of a step, or null if it is no leaf. */
    @Nullable LeafColumn column(int step) {
        return columnOfStep[step];
    }

    /** The leaves of the program. */
    Stream<LeafColumn> leaves() {
        return Stream.of(columnOfStep).filter(Objects::nonNull);
    }

    /** The leaves of the program, and those of the programs inside them. */
    Stream<LeafColumn> allLeaves() {
        return leaves().flatMap(leaf -> Stream.concat(Stream.of(leaf), leaf.inner().flatMap(Stage::allLeaves)));
    }

    /** How many slices are worked out at a time. */
    int tile() {
        return Math.min(panel.size(), Math.max(1, TILE / frame.size()));
    }

    /** The number of cells of an output. */
    int cells() {
        return Math.multiplyExact(panel.size(), frame.size());
    }

    /** Roughly how many operations a slice takes: each step once for each of its windows. */
    double operations() {
        return (double) program.steps().size() * frame.size()
                + leaves().flatMap(LeafColumn::inner).mapToDouble(Stage::operations).sum();
    }

    /** Works out all outputs in doubles. */
    Columns run(Execution execution) {
        return new RepeatedRun(this, execution, false).run();
    }
}

package org.kpilang.evaluate.internal.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.CellColumn;
import org.kpilang.evaluate.internal.CompiledProgram;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.Reading;
import org.kpilang.evaluate.internal.LengthColumn;
import org.kpilang.evaluate.internal.Program;
import org.kpilang.evaluate.internal.Step;
import org.kpilang.evaluate.internal.VersionColumn;
import org.kpilang.facts.GrowingInput;
import org.kpilang.model.InputDefinition;
import org.kpilang.time.Window;

/**
 * A program over windows and rows, whose values follow updates. Windows stand under numbers that say their order; there
 * may be gaps.
 */
final class LiveStage {

    /** So many programs for some of the outputs are kept. */
    private static final int MOST_PROGRAMS = 64;

    private final Program program;
    private final Sources sources;
    private final boolean isInner;
    private final @Nullable LiveColumn[] columns;
    private final @Nullable Selected[] selected;
    private final List<@Nullable Window> windows = new ArrayList<>();
    private final IntRow fresh = new IntRow();
    private final Pages[] outputs;
    /** For each output the leaves that it reads. */
    private final boolean[][] reads;
    private final CompiledProgram compiled;
    /** Programs for some of the outputs. */
    private final Map<List<Integer>, CompiledProgram> programs = new HashMap<>();
    private final double[][] results;
    private final int[] rows = new int[CompiledProgram.BLOCK];

    /** @param isInner whether somebody asks which cells changed */
    LiveStage(Program program, Sources sources, boolean isInner) {
        this.isInner = isInner;
        this.program = program;
        this.sources = sources;
        int steps = program.steps().size();
        this.columns = new LiveColumn[steps];
        this.selected = new Selected[steps];
        int count = program.outputs().size();
        this.outputs = new Pages[count];
        this.reads = new boolean[count][];
        this.results = new double[count][CompiledProgram.BLOCK];
        for (int output = 0; output < count; output++) {
            outputs[output] = new Pages();
            reads[output] = program.neededFor(program.outputs().get(output));
        }
        int[] all = new int[count];
        Arrays.setAll(all, output -> output);
        this.compiled = program.compiled(all);
    }

    /** Begins with some windows by their numbers; the columns are made for them. */
    void start(SortedMap<Integer, Window> numbered) {
        List<Window> first = List.copyOf(numbered.values());
        for (int step = 0; step < columns.length; step++) {
            if (program.steps().get(step) instanceof Step.Input input) {
                columns[step] = column(input.leaf(), first);
                selected[step] = new Selected(columns[step]);
            }
        }
        numbered.forEach(this::add);
    }

    private LiveColumn column(Leaf leaf, List<Window> first) {
        if (leaf instanceof Leaf.Facts input) {
            return column(input, first.get(0));
        } else if (leaf instanceof Leaf.Summary summary) {
            return new SummaryLeaf(summary, sources, first);
        } else if (leaf instanceof Leaf.Index index) {
            return new IndexLeaf(index, sources, first);
        } else if (leaf instanceof Leaf.Version version) {
            return new WindowLeaf(window -> VersionColumn.number(version, window));
        } else if (leaf instanceof Leaf.Length length) {
            return new WindowLeaf(window ->
                    LengthColumn.length(length.time().from(window).window(), length.function()));
        }
        throw new AssertionError(leaf);
    }

    private LiveColumn column(Leaf.Facts leaf, Window first) {
        GrowingInput input = sources.facts().of(leaf.input().name()).orElse(null);
        InputDefinition weight = leaf.weight();
        GrowingInput weights = weight == null ? null : sources.facts().of(weight.name()).orElse(null);
        Window asked = leaf.path().time().from(first).window();
        if (input == null || leaf.input().weight() != null && weights == null
                || !asked.calendar().nests(input.grain(), asked.grain())) {
            return new WindowLeaf(window -> Double.NaN);
        }
        if (input.hasEvents()) {
            return new EventsLeaf(leaf, sources.events(leaf, input));
        } else if (leaf.reading() != Reading.VALUE && !input.hasIdentities()) {
            return new WindowLeaf(window -> Double.NaN);
        } else if (leaf.reading().other() != null) {
            return pair(leaf, input, leaf.reading().other());
        }
        return input.hasIdentities() ? new IdentitiesLeaf(leaf, sources.events(leaf, input))
                : new ValuesLeaf(leaf, input, sources.values(leaf, input, weights));
    }

    private LiveColumn pair(Leaf.Facts leaf, GrowingInput input, Leaf.Facts second) {
        GrowingInput other = sources.facts().of(second.input().name()).orElse(null);
        boolean told = other != null && input.isNumberedLike(other)
                && (!(leaf.reading() instanceof Reading.Followed followed)
                || followed.isTold(input.grain(), other.grain(), sources.facts().calendar()));
        return !told ? new WindowLeaf(window -> Double.NaN)
                : new PairLeaf(leaf, sources.events(leaf, input), sources.events(second, other), sources.grid(),
                        sources.facts().calendar());
    }

    /** Takes in a window, if it is not there. */
    void add(int number, Window window) {
        if (number < 0) {
            throw new NeedsMore("a window lies before the first");
        }
        while (windows.size() <= number) {
            windows.add(null);
        }
        if (windows.get(number) != null) {
            return;
        }
        windows.set(number, window);
        fresh.add(number);
        for (LiveColumn column : columns) {
            if (column != null) {
                column.add(number, window);
            }
        }
    }

    /** The value of the only output. */
    double at(int window, int row) {
        return outputs[0].at(window, row);
    }

    /** The values of an output. */
    Pages output(int output) {
        return outputs[output];
    }

    /** Follows an update; returns the cells of any output that changed, if somebody asks, and takes each down. */
    Cells update(Batch batch, ChangeLog log) {
        @Nullable Cells[] moved = new Cells[columns.length];
        for (int step = 0; step < columns.length; step++) {
            if (columns[step] != null) {
                Cells some = columns[step].update(batch);
                moved[step] = some.isEmpty() ? null : some;
            }
        }
        Cells dirty = new Cells();
        for (int i = 0; i < fresh.size(); i++) {
            dirty.addRows(fresh.get(i), 0, batch.rows());
        }
        fresh.clear();
        for (int window = 0; window < windows.size(); window++) {
            if (windows.get(window) != null) {
                dirty.addRows(window, batch.firstNewRow(), batch.rows());
            }
        }
        Cells changed = new Cells();
        workOut(moved, batch.rows(), log, changed);
        if (!dirty.isEmpty()) {
            dirty.forEach((of, window) -> workOut(window, of, batch.rows(), compiled, null, log, changed));
        }
        return changed;
    }

    /** Works out each output where a leaf changed that it reads; outputs that read the same ones together. */
    private void workOut(@Nullable Cells[] moved, int capacity, ChangeLog log, Cells changed) {
        Map<BitSet, List<Integer>> alike = new LinkedHashMap<>();
        for (int output = 0; output < outputs.length; output++) {
            BitSet reading = new BitSet();
            for (int step = 0; step < reads[output].length; step++) {
                if (reads[output][step] && moved[step] != null) {
                    reading.set(step);
                }
            }
            alike.computeIfAbsent(reading, first -> new ArrayList<>()).add(output);
        }
        alike.forEach((reading, some) -> {
            Cells dirty = new Cells();
            reading.stream().forEach(step -> dirty.addAll(moved[step]));
            if (!dirty.isEmpty()) {
                if (programs.size() == MOST_PROGRAMS) {
                    programs.clear();
                }
                int[] which = some.stream().mapToInt(Integer::intValue).toArray();
                CompiledProgram run = programs.computeIfAbsent(some, first -> program.compiled(which));
                dirty.forEach((of, window) -> workOut(window, of, capacity, run, which, log, changed));
            }
        });
    }

    private void workOut(int window, BitSet some, int capacity, CompiledProgram run, int @Nullable [] which,
            ChangeLog log, Cells changed) {
        int next = some.nextSetBit(0);
        while (next >= 0) {
            int count = 0;
            for (; next >= 0 && count < rows.length; next = some.nextSetBit(next + 1)) {
                rows[count++] = next;
            }
            for (Selected each : selected) {
                if (each != null) {
                    each.window = window;
                }
            }
            run.run(selected, 0, count, results, 0, false, CompiledProgram.NEVER);
            for (int result = 0; result < run.results(); result++) {
                write(which == null ? result : which[result], window, results[result], count, capacity, log, changed);
            }
        }
    }

    private void write(int output, int window, double[] values, int count, int capacity, ChangeLog log, Cells changed) {
        double[] page = outputs[output].writable(window, capacity);
        BitSet different = null;
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            double before = page[row];
            double after = values[i];
            // Not equal and not both without a value; a value is never a negative zero.
            if (before != after && !(Double.isNaN(before) && Double.isNaN(after))) {
                page[row] = after;
                if (isInner) {
                    different = different == null ? changed.in(window) : different;
                    different.set(row);
                }
                log.changed(output, window, row, before, after);
            }
        }
    }

    /** A column at some rows of a window, as a program reads it. */
    private final class Selected implements CellColumn {

        private final LiveColumn column;
        private int window;

        Selected(LiveColumn column) {
            this.column = column;
        }

        @Override
        public void copy(int cell, int count, double[] to, int at) {
            column.copy(window, rows, cell, count, to, at);
        }

        @Override
        public double @Nullable [] inPlace() {
            return null;
        }
    }
}

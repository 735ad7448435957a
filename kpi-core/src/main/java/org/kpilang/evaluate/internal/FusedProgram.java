package org.kpilang.evaluate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.FusedLoop;
import org.kpilang.evaluate.internal.fused.LoopBody;
import org.kpilang.evaluate.internal.fused.LoopDefiner;

/**
 * A program as generated loops, as far as it can be one: results that need functions of the application, or too much
 * for one loop, are worked out in blocks. Immutable and thread-safe.
 */
final class FusedProgram {

    /** Cells in a stretch of columns that are read in place; short enough to look now and then whether to stop. */
    private static final int STRETCH = CompiledProgram.CELLS_BETWEEN_LOOKS;

    private final FusedLoop[] loops;
    private final int[] leafSteps;
    private final int[] results;
    /** The other results, and where they belong. */
    private final @Nullable CompiledProgram rest;
    private final int[] restResults;

    private FusedProgram(List<FusedLoop> loops, int[] leafSteps, int[] results, @Nullable CompiledProgram rest,
            int[] restResults) {
        this.loops = loops.toArray(FusedLoop[]::new);
        this.leafSteps = leafSteps;
        this.results = results;
        this.rest = rest;
        this.restResults = restResults;
    }

    /** The loops for some outputs of a program; null if there are none. */
    static @Nullable FusedProgram of(Program program, int[] outputs, LoopDefiner definer) {
        LoopGroups groups = new LoopGroups(program, outputs);
        List<FusedLoop> loops = new ArrayList<>();
        List<Integer> done = new ArrayList<>();
        for (LoopGroups.Group group : groups.groups()) {
            FusedLoop loop = definer.loop(group.body());
            if (loop != null) {
                loops.add(loop);
                done.addAll(group.results());
            }
        }
        if (loops.isEmpty()) {
            return null;
        }
        int[] results = done.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] rest = IntStream.range(0, outputs.length)
                .filter(result -> Arrays.binarySearch(results, result) < 0).toArray();
        CompiledProgram blocks = rest.length == 0 ? null
                : CompiledProgram.of(program, Arrays.stream(rest).map(result -> outputs[result]).toArray());
        return new FusedProgram(loops, groups.leafSteps(), results, blocks, rest);
    }

    List<FusedLoop> loops() {
        return List.of(loops);
    }

    void run(Scratch scratch, @Nullable CellColumn[] columns, int from, int to, double[][] out, int at,
            BooleanSupplier cancelled) {
        if (rest != null) {
            double[][] other = scratch.second().places(restResults.length);
            for (int i = 0; i < restResults.length; i++) {
                other[i] = out[restResults[i]];
            }
            rest.runBlocks(scratch, columns, from, to, other, at, cancelled);
            Arrays.fill(other, null);
        }
        boolean inPlace = CellColumns.areInPlace(columns, leafSteps);
        if (inPlace && at == from) {
            runInPlace(scratch, columns, from, to, out, cancelled);
        } else {
            boolean read = inPlace && (long) to * out.length <= CompiledProgram.MOST_IN_PLACE;
            runCopying(scratch, columns, read, from, to, out, at, cancelled);
        }
    }

    private void runInPlace(Scratch scratch, @Nullable CellColumn[] columns, int from, int to, double[][] out,
            BooleanSupplier cancelled) {
        double[][] read = places(scratch, columns);
        // Several loops share what they read; each block of it is then still in the cache.
        int stretch = loops.length == 1 ? STRETCH : CompiledProgram.BLOCK;
        for (int cell = from; cell < to; cell += stretch) {
            CompiledProgram.look(cell - from, cancelled);
            int end = Math.min(cell + stretch, to);
            for (FusedLoop loop : loops) {
                loop.run(read, out, cell, end);
            }
        }
        Arrays.fill(read, null);
    }

    private double[][] places(Scratch scratch, @Nullable CellColumn[] columns) {
        double[][] read = scratch.places(leafSteps.length);
        for (int i = 0; i < leafSteps.length; i++) {
            read[i] = columns[leafSteps[i]].inPlace();
        }
        return read;
    }

    private void runCopying(Scratch scratch, @Nullable CellColumn[] columns, boolean inPlace, int from, int to,
            double[][] out, int at, BooleanSupplier cancelled) {
        double[][] read = inPlace ? places(scratch, columns)
                : scratch.arrays(leafSteps.length, CompiledProgram.BLOCK);
        double[][] written = scratch.second().arrays(out.length, inPlace ? to : CompiledProgram.BLOCK);
        for (int cell = from; cell < to; cell += CompiledProgram.BLOCK) {
            CompiledProgram.look(cell - from, cancelled);
            int count = Math.min(CompiledProgram.BLOCK, to - cell);
            int index = inPlace ? cell : 0;
            for (int i = 0; i < leafSteps.length && !inPlace; i++) {
                columns[leafSteps[i]].copy(cell, count, read[i], 0);
            }
            for (FusedLoop loop : loops) {
                loop.run(read, written, index, index + count);
            }
            for (int result : results) {
                System.arraycopy(written[result], index, out[result], at + cell - from, count);
            }
        }
        if (inPlace) {
            Arrays.fill(read, null);
        }
    }
}

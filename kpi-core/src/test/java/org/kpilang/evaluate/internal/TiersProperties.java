package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.fused.LoopDefiner;

/** Blocks and generated loops give the bits that one cell after the other gives, whatever the program and the numbers. */
class TiersProperties {

    private static final double UNTOUCHED = 42.125;

    @Property(tries = 600, edgeCases = EdgeCasesMode.NONE)
    void allTiersGiveTheSameBits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int steps,
            @ForAll @IntRange(min = 1, max = 6) int outputs) {
        Random random = new Random(seed);
        Program program = Programs.random(random, steps, outputs);
        int from = random.nextInt(3) == 0 ? random.nextInt(700) : 0;
        int to = from + 1 + (random.nextInt(8) == 0 ? random.nextInt(1500) : random.nextInt(40));
        int at = random.nextBoolean() ? from : random.nextInt(20);
        boolean inPlace = random.nextBoolean();
        CellColumn[] columns = Programs.columns(program, to, random, inPlace);

        CompiledProgram blocks = program.compiled();
        double[][] expected = run(blocks, columns, from, to, at, false, outputs);
        for (int cell = from; cell < to; cell += 1 + random.nextInt(5)) {
            double[] values = Programs.oneByOne(program, columns, cell);
            for (int output = 0; output < outputs; output++) {
                assertThat(bits(expected[output][at + cell - from])).as("output %s in cell %s of %s", output, cell, program)
                        .isEqualTo(bits(values[output]));
            }
        }

        CompiledProgram fused = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, all(outputs));
        run(fused, columns, from, to, at, true, outputs);
        boolean isWork = program.outputs().stream().anyMatch(step -> program.steps().get(step) instanceof Step.Operation);
        assertThat(fused.fused() != null).isEqualTo(isWork);
        double[][] actual = run(fused, columns, from, to, at, true, outputs);
        for (int output = 0; output < outputs; output++) {
            for (int i = 0; i < actual[output].length; i++) {
                assertThat(bits(actual[output][i])).as("output %s at %s of %s", output, i, program)
                        .isEqualTo(bits(expected[output][i]));
                Statistics.label("cells").collect(Double.isNaN(actual[output][i]) ? "no value" : "value");
            }
        }
        Statistics.label("cells").coverage(coverage -> coverage.check("value").percentage(share -> share > 30));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void someOutputsAloneComeToTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        Program program = Programs.random(random, 25, 5);
        CellColumn[] columns = Programs.columns(program, 100, random, random.nextBoolean());
        double[][] expected = run(program.compiled(), columns, 0, 100, 0, false, 5);
        int[] some = {random.nextInt(5), random.nextInt(5)};
        CompiledProgram part = program.compiled(some);
        for (int step = 0; step < columns.length; step++) {
            int leaf = step;
            if (Arrays.stream(part.leafSteps()).noneMatch(read -> read == leaf)) {
                columns[step] = null;
            }
        }
        double[][] actual = run(part, columns, 0, 100, 0, false, 2);
        for (int i = 0; i < 2; i++) {
            assertThat(canonical(actual[i])).isEqualTo(canonical(expected[some[i]]));
        }
    }

    private static long bits(double value) {
        // Which NaN it is has no meaning.
        return Double.doubleToLongBits(value);
    }

    private static long[] canonical(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }

    private static int[] all(int outputs) {
        int[] all = new int[outputs];
        Arrays.setAll(all, i -> i);
        return all;
    }

    /** Results, around which nothing may be touched. */
    private static double[][] run(CompiledProgram program, @Nullable CellColumn[] columns, int from, int to, int at,
            boolean fusing, int results) {
        double[][] out = new double[results][at + to - from + 1];
        for (double[] each : out) {
            Arrays.fill(each, UNTOUCHED);
        }
        program.run(columns, from, to, out, at, fusing, CompiledProgram.NEVER);
        for (double[] each : out) {
            assertThat(each[each.length - 1]).isEqualTo(UNTOUCHED);
            assertThat(Arrays.stream(each, 0, at).allMatch(value -> value == UNTOUCHED)).isTrue();
        }
        return out;
    }
}

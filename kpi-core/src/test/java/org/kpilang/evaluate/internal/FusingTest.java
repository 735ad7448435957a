package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.internal.fused.FusedLoop;
import org.kpilang.evaluate.internal.fused.LoopDefiner;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

/** When programs are turned into generated loops, and when they are not. */
class FusingTest {

    private static final int CELLS = 1000;

    private final Program program = Programs.margin();
    private final @Nullable CellColumn[] columns = Programs.columns(program, CELLS, new Random(3), true);

    @Test
    void aProgramIsTurnedAfterManyCells() {
        CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 3 * CELLS, 0);
        run(compiled, true);
        double[] blocks = run(compiled, true);
        assertThat(compiled.fused()).isNull();
        run(compiled, true);
        assertThat(compiled.fused()).isNotNull();
        assertThat(run(compiled, true)).isEqualTo(blocks);
    }

    @Test
    void anExecutionMayForbidIt() {
        CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, 0);
        run(compiled, false);
        assertThat(compiled.fused()).isNull();
    }

    @Test
    void aSystemPropertyMayForbidIt() {
        System.setProperty(Promotion.PROPERTY, "false");
        try {
            CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, 0);
            run(compiled, true);
            assertThat(compiled.fused()).isNull();
            assertThat(ProgramDescription.run(program, true)).isEqualTo("in blocks of 512 cells, with 2 buffers\n");
        } finally {
            System.clearProperty(Promotion.PROPERTY);
        }
    }

    @Test
    void whereNoClassesCanBeDefinedAProgramStaysInBlocks() {
        AtomicInteger tried = new AtomicInteger();
        for (LoopDefiner definer : new LoopDefiner[] {
            classFile -> refuse(tried, new IllegalAccessException()),
            classFile -> refuse(tried, new UnsupportedOperationException()),
            classFile -> refuse(tried, new LinkageError())}) {
            CompiledProgram compiled = CompiledProgram.of(program, definer, 1, 0);
            double[] first = run(compiled, true);
            assertThat(run(compiled, true)).isEqualTo(first);
            assertThat(compiled.fused()).isNull();
        }
        assertThat(tried).as("once for each program").hasValue(3);
    }

    private static FusedLoop refuse(AtomicInteger tried, Throwable why)
            throws ReflectiveOperationException {
        tried.incrementAndGet();
        if (why instanceof ReflectiveOperationException e) {
            throw e;
        } else if (why instanceof RuntimeException e) {
            throw e;
        }
        throw (Error) why;
    }

    @Test
    void loopsGoWithTheirPrograms() throws InterruptedException {
        WeakReference<Class<?>> loop = new WeakReference<>(loopClass());
        for (int i = 0; i < 100 && loop.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(loop.get()).isNull();
    }

    private Class<?> loopClass() {
        CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, 0);
        run(compiled, true);
        run(compiled, true);
        Class<?> loop = compiled.fused().loops().get(0).getClass();
        assertThat(loop.isHidden()).isTrue();
        assertThat(loop.getClassLoader()).isSameAs(Program.class.getClassLoader());
        return loop;
    }

    @Test
    void aFormulaThatIsTooLongStaysInBlocks() {
        Programs steps = new Programs();
        int sum = steps.leaf("x");
        for (int i = 0; i < 2000; i++) {
            sum = steps.step(Arithmetic.DIVIDE, steps.number(i), sum);
        }
        Program longProgram = steps.build(sum);
        CompiledProgram compiled = CompiledProgram.of(longProgram, LoopDefiner.HIDDEN, 1, 0);
        double[][] out = new double[1][10];
        compiled.run(Programs.columns(longProgram, 10, new Random(1), true), 0, 10, out, 0, true, CompiledProgram.NEVER);
        assertThat(compiled.fused()).isNull();
    }

    @Test
    void manyOutputsAreSplitIntoSeveralLoops() {
        Programs steps = new Programs();
        int x = steps.leaf("x");
        Integer[] outputs = new Integer[400];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = steps.step(Arithmetic.DIVIDE, steps.step(Arithmetic.ADD, x, steps.number(i + 1)), x);
        }
        Program wide = steps.build(outputs);
        int[] all = new int[outputs.length];
        Arrays.setAll(all, i -> i);
        CompiledProgram compiled = CompiledProgram.of(wide, LoopDefiner.HIDDEN, 1, all);
        @Nullable CellColumn[] one = Programs.columns(wide, CELLS, new Random(5), true);
        double[][] blocks = new double[outputs.length][CELLS];
        compiled.run(one, 0, CELLS, blocks, 0, true, CompiledProgram.NEVER);
        double[][] fused = new double[outputs.length][CELLS];
        compiled.run(one, 0, CELLS, fused, 0, true, CompiledProgram.NEVER);
        assertThat(compiled.fused().loops()).hasSizeBetween(2, 8);
        assertThat(Arrays.deepEquals(fused, blocks)).isTrue();
    }

    @Test
    void whatCallsTheApplicationStaysInBlocksAlone() {
        PointwiseFunction twice = new PointwiseFunction() {
            @Override
            public Signature signature() {
                return Signature.of("twice", "two times a value", "value");
            }

            @Override
            public double apply(double[] arguments) {
                return 2 * arguments[0];
            }

            @Override
            public Unit unit(List<Unit> arguments) {
                return arguments.get(0);
            }
        };
        Programs steps = new Programs();
        int x = steps.leaf("x");
        Program mixed = steps.build(steps.step(new CallFunction(twice, Origin.NONE, false), x),
                steps.step(Arithmetic.ADD, x, steps.number(1)));
        CompiledProgram compiled = CompiledProgram.of(mixed, LoopDefiner.HIDDEN, 1, 0, 1);
        @Nullable CellColumn[] one = {new Programs.ArrayColumn(new double[] {1, 2, 3}, true), null, null, null};
        for (int run = 0; run < 2; run++) {
            double[][] out = new double[2][3];
            compiled.run(one, 0, 3, out, 0, true, CompiledProgram.NEVER);
            assertThat(out).isDeepEqualTo(new double[][] {{2, 4, 6}, {2, 3, 4}});
        }
        assertThat(compiled.fused()).isNotNull();
        assertThat(ProgramDescription.run(mixed, true)).contains("1 of 2 KPIs in 1 generated loop\n");
    }

    private double[] run(CompiledProgram compiled, boolean fusing) {
        double[][] out = new double[1][CELLS];
        compiled.run(columns, 0, CELLS, out, 0, fusing, CompiledProgram.NEVER);
        return out[0];
    }
}

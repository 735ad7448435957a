package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.internal.fused.LoopDefiner;

/** What a program needs to run: buffers, memory, time to stop. */
class CompiledProgramTest {

    // --- buffers

    @Test
    void aRatioNeedsTwoBuffers() {
        assertThat(Programs.margin().compiled().bufferCount()).isEqualTo(2);
    }

    @Test
    void aSumOfManyTermsNeedsTwoBuffers() {
        Programs steps = new Programs();
        int sum = steps.leaf("x0");
        for (int i = 1; i < 50; i++) {
            sum = steps.step(Arithmetic.ADD, sum, steps.leaf("x" + i));
        }
        assertThat(steps.build(sum).compiled().bufferCount()).isEqualTo(2);
    }

    @Test
    void aSumWrittenFromTheRightNeedsTwoBuffersToo() {
        Programs steps = new Programs();
        int sum = steps.leaf("x0");
        for (int i = 1; i < 50; i++) {
            sum = steps.step(Arithmetic.ADD, steps.leaf("x" + i), sum);
        }
        assertThat(steps.build(sum).compiled().bufferCount()).isEqualTo(2);
    }

    /** A full tree of depth n needs n + 1 registers (Sethi and Ullman 1970). */
    @ParameterizedTest
    @CsvSource({"1, 2", "2, 3", "3, 4", "6, 7"})
    void aFullTreeNeedsABufferMoreThanItIsDeep(int depth, int buffers) {
        Programs steps = new Programs();
        int[] leaf = {0};
        int root = tree(steps, depth, leaf);
        assertThat(leaf[0]).isEqualTo(1 << depth);
        assertThat(steps.build(root).compiled().bufferCount()).isEqualTo(buffers);
    }

    private static int tree(Programs steps, int depth, int[] leaf) {
        return depth == 0 ? steps.leaf("x" + leaf[0]++)
                : steps.step(Arithmetic.MULTIPLY, tree(steps, depth - 1, leaf), tree(steps, depth - 1, leaf));
    }

    @Test
    void manyKpisOneAfterTheOtherNeedNoMoreBuffersThanOne() {
        Programs steps = new Programs();
        Integer[] outputs = IntStream.range(0, 100)
                .mapToObj(i -> steps.step(Arithmetic.DIVIDE, steps.leaf("a" + i), steps.leaf("b" + i)))
                .toArray(Integer[]::new);
        assertThat(steps.build(outputs).compiled().bufferCount()).isEqualTo(2);
    }

    // --- memory

    @ParameterizedTest
    @CsvSource({"12, false", "12, true", "5000, false", "5000, true", "200000, false", "200000, true"})
    void aRepeatedRunAllocatesNothing(int cells, boolean fusing) throws ReflectiveOperationException {
        Program program = withChoices();
        CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, 0, 1, 2);
        for (boolean inPlace : new boolean[] {false, true}) {
            @Nullable CellColumn[] columns = Programs.columns(program, cells, new Random(2), inPlace);
            double[][] out = new double[3][cells];
            Scratch scratch = new Scratch();
            Runnable run = () -> compiled.run(scratch, columns, 0, cells, out, 0, fusing, CompiledProgram.NEVER);
            for (int i = 0; i < 50; i++) {
                run.run();
            }
            long least = Long.MAX_VALUE;
            for (int i = 0; i < 10; i++) {
                long before = allocated();
                long between = allocated();
                run.run();
                least = Math.min(least, allocated() - between - (between - before));
            }
            assertThat(least).isLessThan(64);
        }
    }

    private static Program withChoices() {
        Programs steps = new Programs();
        int a = steps.leaf("a");
        int b = steps.leaf("b");
        int ratio = steps.step(Arithmetic.DIVIDE, steps.step(Arithmetic.SUBTRACT, a, b), a);
        int holds = steps.step(Choice.AND, steps.step(Compare.GREATER, a, steps.number(10)),
                steps.step(Choice.NOT, steps.step(Compare.EQUAL, a, b)));
        int chosen = steps.step(Choice.IF, holds, steps.call("max", steps.number(0), ratio), steps.number(7));
        return steps.build(steps.step(Choice.ELSE, chosen, b), ratio, a);
    }

    /** The bytes that this thread has allocated. The tests read the module no other way. */
    private static long allocated() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getThreadAllocatedBytes", long.class).invoke(threads, Thread.currentThread().getId());
    }

    // --- stopping, and side by side

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void stopsWhenItIsTold(boolean fusing) {
        Program program = Programs.margin();
        CompiledProgram compiled = CompiledProgram.of(program, LoopDefiner.HIDDEN, 1, 0);
        int cells = 20 * CompiledProgram.CELLS_BETWEEN_LOOKS;
        @Nullable CellColumn[] columns = Programs.columns(program, cells, new Random(2), true);
        double[][] out = new double[1][cells];
        compiled.run(columns, 0, 1, out, 0, fusing, CompiledProgram.NEVER);
        Arrays.fill(out[0], 7);
        AtomicInteger looks = new AtomicInteger();
        assertThatThrownBy(() -> compiled.run(columns, 0, cells, out, 0, fusing, () -> looks.incrementAndGet() == 3))
                .isInstanceOf(CancellationException.class);
        assertThat(out[0][2 * CompiledProgram.CELLS_BETWEEN_LOOKS - 1]).isNotEqualTo(7);
        assertThat(out[0][3 * CompiledProgram.CELLS_BETWEEN_LOOKS]).isEqualTo(7);
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        Program program = Programs.random(new Random(4), 30, 2);
        int cells = 40_000;
        @Nullable CellColumn[] columns = Programs.columns(program, cells, new Random(5), false);
        CompiledProgram compiled = program.compiled();
        double[][] expected = new double[2][cells];
        compiled.run(columns, 0, cells, expected, 0, false, CompiledProgram.NEVER);
        double[][] out = new double[2][cells];
        CompletableFuture<?>[] tasks = IntStream.range(0, 40).mapToObj(i -> CompletableFuture.runAsync(() ->
                        compiled.run(columns, 1000 * i, 1000 * (i + 1), out, 1000 * i, false, CompiledProgram.NEVER)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(tasks).join();
        assertThat(Arrays.deepEquals(out, expected)).isTrue();
    }

    // --- sharing

    @Test
    void theSameCallAtTwoPlacesIsOneStep() {
        Programs steps = new Programs();
        int x = steps.leaf("x");
        assertThat(steps.call("sqrt", x)).isEqualTo(steps.call("sqrt", x));
    }

    @Test
    void theDescriptionSaysWhatIsShared() {
        Programs steps = new Programs();
        int revenue = steps.leaf("revenue");
        int profit = steps.step(Arithmetic.SUBTRACT, revenue, steps.leaf("cogs"));
        Program program = steps.build(profit, steps.step(Arithmetic.DIVIDE, profit, revenue));
        assertThat(ProgramDescription.steps(program)).isEqualTo("""
                #0 input revenue, for 2 KPIs
                #1 input cogs, for 2 KPIs
                #2 - #0 #1, for 2 KPIs
                #3 / #2 #0
                """);
        assertThat(ProgramDescription.run(program, true)).isEqualTo(
                "in blocks of 512 cells, with 2 buffers; from 30,000,000 cells on all in 1 generated loop\n");
        assertThat(ProgramDescription.run(program, false)).isEqualTo("in blocks of 512 cells, with 2 buffers\n");
    }
}

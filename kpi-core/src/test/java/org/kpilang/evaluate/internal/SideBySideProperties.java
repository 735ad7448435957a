package org.kpilang.evaluate.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.kpilang.evaluate.Execution;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Progress;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;

/** How slices are handed to threads changes no bit of any result. */
class SideBySideProperties {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(3);

    @AfterContainer
    static void end() {
        POOL.shutdown();
    }

    @Provide
    Arbitrary<Question> questions() {
        return Questions.any();
    }

    /** Begins tasks in another order than they were given, and some of them after everything is done. */
    private static final class Shuffling implements Executor {

        private final List<Runnable> held = new ArrayList<>();
        private final Random random;

        Shuffling(long seed) {
            this.random = new Random(seed);
        }

        @Override
        public synchronized void execute(Runnable task) {
            held.add(task);
            Collections.shuffle(held, random);
            if (random.nextInt(3) > 0) {
                POOL.execute(held.remove(0));
            }
        }

        synchronized void runLate() {
            held.forEach(Runnable::run);
        }
    }

    private static Stage stage(Question question) {
        try {
            return Planner.plan(question.evaluation()).stage();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }

    private static double[][] run(Stage stage, Execution execution, int tile) {
        double[][] outputs = new double[stage.program().outputs().size()][stage.cells()];
        new StageRun(stage, new LeafStore(), execution, tile, 1).run(outputs, new Watch(Progress.SILENT, 1));
        return outputs;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyTasksTilesAndExecutorsGiveTheSameBits(@ForAll("questions") Question question,
            @ForAll @IntRange(min = 1, max = 4) int tile, @ForAll long seed) {
        Stage stage = stage(question);
        Columns expected = stage.run(Execution.DEFAULT.fusing(false));
        Shuffling shuffling = new Shuffling(seed);
        for (int tasks : new int[] {1, 2, 3, 8}) {
            for (Executor executor : List.of(POOL, shuffling, (Executor) Runnable::run)) {
                double[][] outputs = run(stage, Execution.on(executor, tasks), tile);
                for (int output = 0; output < outputs.length; output++) {
                    // Compares bits, of NaN too
                    assertThat(outputs[output]).as("KPI %s with %s tasks", output, tasks)
                            .isEqualTo(expected.output(output));
                }
            }
        }
        shuffling.runLate();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anotherRunInTheSameMemoryGivesTheSameBits(@ForAll("questions") Question question,
            @ForAll @IntRange(min = 1, max = 4) int tile) {
        Stage stage = stage(question);
        double[][] first = run(stage, Execution.DEFAULT, stage.tile());
        double[][] outputs = new double[first.length][stage.cells()];
        StageRun again = new StageRun(stage, new LeafStore(), Execution.on(POOL, 2), tile, 1);
        for (int i = 0; i < 3; i++) {
            for (double[] output : outputs) {
                Arrays.fill(output, i);
            }
            again.outdated();
            again.run(outputs, new Watch(Progress.SILENT, 1));
            for (int output = 0; output < first.length; output++) {
                assertThat(outputs[output]).isEqualTo(first[output]);
            }
        }
    }
}

package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.ago;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.number;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.plus;
import static org.kpilang.evaluate.SmallModel.select;
import static org.kpilang.evaluate.SmallModel.statistic;
import static org.kpilang.evaluate.SmallModel.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.expression.Call;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.function.PointwiseFunction;
import org.kpilang.function.Signature;
import org.kpilang.model.Model;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;
import org.kpilang.unit.Unit;

/** Many slices: memory, threads, and one KPI after the other. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PanelTest {

    private static final Period JANUARY = Period.parse("2024-01");
    private static final int PERIODS = 12;

    private static SmallModel inputs() {
        return new SmallModel().dimensions("region", "shop").flows("a", "b");
    }

    /** KPIs over the same leaves, among them shares of a total, windows and a statistic. */
    private static Model model(int more) {
        SmallModel model = inputs()
                .kpi("margin", over(minus(name("a"), name("b")), name("a")))
                .kpi("share", over(name("a"), select(name("a"), new Selector.All(List.of("shop")))))
                .kpi("trailing", select(name("a"), last(3, PeriodUnit.MONTH)))
                .kpi("change", minus(name("b"), select(name("b"), ago(1, PeriodUnit.MONTH))))
                .kpi("mean", statistic("avg", over(name("a"), name("b")), new Stretch.Periods(3, PeriodUnit.MONTH, 0)));
        for (int i = 0; i < more; i++) {
            model.kpi("k" + i, times(plus(name("a"), number(i)), name("b")));
        }
        return model.build();
    }

    private static Facts facts(Model model, int shops) {
        FactsBuilder facts = Facts.builder(model);
        RowTable table = facts.table("shops", Grain.MONTH).dimensions("region", "shop").inputs("a", "b");
        for (int shop = 0; shop < shops; shop++) {
            for (int period = 0; period < PERIODS; period++) {
                table.row(JANUARY.plus(period), "r" + shop % 7, "s" + shop)
                        .value("a", 100 + (shop * 31 + period * 7) % 50).value("b", 1 + (shop + period) % 40);
            }
        }
        return facts.build();
    }

    private static Evaluation evaluation(Model model, int shops) {
        return Evaluation.of(model, facts(model, shops)).by("region", "shop");
    }

    private static long allocated(Runnable work) {
        long before = allocated();
        work.run();
        return allocated() - before;
    }

    /** The bytes that this thread has allocated. The tests read the module no other way. */
    private static long allocated() {
        try {
            Object threads = Class.forName("java.lang.management.ManagementFactory").getMethod("getThreadMXBean").invoke(null);
            return (long) Class.forName("com.sun.management.ThreadMXBean")
                    .getMethod("getThreadAllocatedBytes", long.class).invoke(threads, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesHardlyMoreMemoryThanItsResults() {
        Plan plan = evaluation(model(10), 4_000).plan();
        plan.run();
        long cells = (long) plan.kpis().size() * plan.slices().size() * PERIODS;

        // All that is allocated, garbage included, for 15 results of 3 leaves of their own and one that is shared
        assertThat(allocated(plan::run) / (double) cells).isBetween(8.0, 8.8);
    }

    @Test
    void workingItOutAgainAllocatesNothingForACell() {
        long[] allocated = new long[2];
        for (int i = 0; i < 2; i++) {
            Plan plan = evaluation(model(3), i == 0 ? 1_000 : 4_000).plan();
            Evaluator evaluator = plan.evaluator();
            Result first = evaluator.run();
            double[] values = values(first);
            evaluator.run();
            allocated[i] = Long.MAX_VALUE;
            for (int run = 0; run < 5; run++) {
                allocated[i] = Math.min(allocated[i], allocated(evaluator::run));
            }
            assertThat(evaluator.run()).isSameAs(first);
            assertThat(values(first)).isEqualTo(values);
        }

        // Four times the slices: a few objects for each task, none for a slice or a cell
        assertThat(allocated[1]).isLessThan(16_384);
        assertThat(allocated[1] - allocated[0]).isLessThan(2_048);
    }

    private static double[] values(Result result) {
        double[] values = new double[result.kpis().size() * result.slices().size() * PERIODS];
        int at = 0;
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int period = 0; period < PERIODS; period++) {
                    values[at++] = result.valueOr(kpi, slice, period, Double.NaN);
                }
            }
        }
        return values;
    }

    /** Of all that is allocated, what grows with the slices is the same for ten KPIs and for forty. */
    @Test
    void aStreamOfMoreKpisTakesNoMoreMemory() {
        long[][] allocated = new long[2][2];
        long column = 0;
        for (int more = 0; more < 2; more++) {
            for (int size = 0; size < 2; size++) {
                Plan plan = evaluation(model(more == 0 ? 5 : 35), size == 0 ? 1_000 : 4_000).plan();
                plan.stream(one -> {});
                allocated[more][size] = allocated(() -> plan.stream(one -> {}));
                column = 8L * plan.slices().size() * PERIODS;
            }
        }
        long few = allocated[0][1] - allocated[0][0];
        long many = allocated[1][1] - allocated[1][0];

        assertThat(many - few).isBetween(-column / 4, column / 4);
        // One column of results, and those of leaves that later KPIs read too
        assertThat(few).isLessThan(5 * column);
    }

    @Test
    void aStreamHasTheLimitOfCellsForEachKpi() {
        Model model = model(5);
        Evaluation evaluation = evaluation(model, 100);
        long column = (long) evaluation.plan().slices().size() * PERIODS;
        Plan plan = evaluation.limits(model.limits().with(Limit.CELLS, 2 * column)).plan();
        AtomicInteger handed = new AtomicInteger();

        plan.stream(one -> handed.incrementAndGet());

        assertThat(handed).hasValue(10);
        assertThatThrownBy(plan::run).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("at most " + String.format(Locale.ROOT, "%,d", 2 * column));
        assertThatThrownBy(() -> evaluation.limits(model.limits().with(Limit.CELLS, column - 1)).plan())
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("each KPI has");
    }

    @Test
    void findsSlicesByTheirMembers() {
        Result result = evaluation(model(0), 1_000).run();

        assertThat(result.slices()).hasSize(1_000 + 7 + 1).endsWith(Slice.TOTAL);
        Slice shop = Slice.of("shop", "s8").and("region", "r1");
        assertThat(result.slices().get(result.slices().indexOf(shop))).isEqualTo(shop);
        assertThat(result.slices()).contains(Slice.of("region", "r6"))
                .doesNotContain(Slice.of("region", "r7"), Slice.of("shop", "s8"), Slice.of("colour", "red"), shop.and("x", "y"));
        assertThat(result.value("share", shop, JANUARY).orElseThrow()).isBetween(0.0, 0.02);
    }

    @Test
    void asksAnySetsOfDimensions() {
        Model model = model(0);
        Evaluation evaluation = Evaluation.of(model, facts(model, 14)).kpis("trailing");

        assertThat(evaluation.by("region", "shop").groupings())
                .containsExactly(List.of("region", "shop"), List.of("region"), List.of());
        assertThat(evaluation.by("region", "shop").totals(Totals.NONE).run().slices()).hasSize(14);
        assertThat(evaluation.by("region", "shop").totals(Totals.ALL).run().slices()).hasSize(14 + 7 + 14 + 1);
        Result some = evaluation.groupings(List.of(List.of("shop"), List.of("region"))).run();
        assertThat(some.dimensions()).containsExactly("shop", "region");
        assertThat(some.slices()).hasSize(14 + 7).startsWith(Slice.of("shop", "s0")).endsWith(Slice.of("region", "r6"));
        assertThatThrownBy(() -> evaluation.groupings(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> evaluation.groupings(List.of(List.of("colour"))).plan())
                .isInstanceOf(DiagnosticException.class).hasMessageContaining("no dimension `colour`");
    }

    // --- threads

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void worksOnOneThreadThatIsTheCallersOwn(int tasks) throws Exception {
        ExecutorService single = Executors.newSingleThreadExecutor();
        try {
            Evaluation evaluation = evaluation(model(0), 2_000);
            double[] expected = values(evaluation.run());
            assertThat(single.submit(() -> values(evaluation.execution(Execution.on(single, tasks)).run())).get())
                    .isEqualTo(expected);
        } finally {
            single.shutdown();
        }
    }

    @Test
    void worksWhereTasksAreRefusedOrNeverBegin() {
        Evaluation evaluation = evaluation(model(0), 2_000);
        double[] expected = values(evaluation.run());
        Executor refusing = task -> {
            throw new RejectedExecutionException();
        };
        List<Runnable> never = new ArrayList<>();

        assertThat(values(evaluation.execution(Execution.on(refusing, 4)).run())).isEqualTo(expected);
        assertThat(values(evaluation.execution(Execution.on(never::add, 4)).run())).isEqualTo(expected);
        assertThat(never).isNotEmpty().allSatisfy(Runnable::run);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void tellsHowFarItIsAndStops(int tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Evaluation evaluation = evaluation(model(40), 4_000);
            Queue<Long> told = new ConcurrentLinkedQueue<>();
            Result result = evaluation.execution(Execution.on(pool, tasks).progress((done, all) -> {
                assertThat(all).isEqualTo(4_008);
                return told.add(done);
            })).run();
            assertThat(told).contains((long) result.slices().size()).hasSizeGreaterThan(10);

            AtomicInteger calls = new AtomicInteger();
            Evaluation stopped = evaluation.execution(
                    Execution.on(pool, tasks).progress((done, all) -> calls.incrementAndGet() < 3));
            assertThatThrownBy(stopped::run).isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> stopped.plan().stream(one -> {})).isInstanceOf(CancellationException.class);
        } finally {
            pool.shutdown();
        }
        assertThat(pool.isShutdown()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void throwsWhatFailsOnAnyThreadAfterAllHaveStopped(int tasks) throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        Failing function = new Failing(running);
        Model model = Model.check(inputs().kpi("k", Call.of("f", name("a"))).definitions(),
                FunctionRegistry.standard().with(function)).orThrow();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Evaluation evaluation = evaluation(model, 10_000).execution(Execution.on(pool, tasks));
            assertThatThrownBy(evaluation::run).isInstanceOf(DiagnosticException.class)
                    .hasRootCauseMessage("of the application");
            assertThat(running).hasValue(0);
        } finally {
            pool.shutdown();
        }
        assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    /** Fails for one cell of many. */
    private record Failing(AtomicInteger running) implements PointwiseFunction {

        @Override
        public Signature signature() {
            return Signature.of("f", "of the application", "value");
        }

        @Override
        public double apply(double[] arguments) {
            running.incrementAndGet();
            try {
                if (arguments[0] == 149) {
                    throw new IllegalStateException("of the application");
                }
                return arguments[0];
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public Unit unit(List<Unit> arguments) {
            return arguments.get(0);
        }
    }
}

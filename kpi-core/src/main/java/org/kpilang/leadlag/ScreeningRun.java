package org.kpilang.leadlag;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.kpilang.source.Progress;

/** Tests the pairs of a screening, block by block, on as many threads as it is given. */
final class ScreeningRun {

    private static final int BLOCK = 64;
    /** Fewer periods are not tested; the pair says so by itself. */
    private static final int FEWEST = 24;

    private final TimingTest test;
    /** One for each direction. */
    private final TimingTest[] tests;
    private final Directions directions;
    private final AlignedSeries series;
    private final Pairs pairs;
    private final Progress progress;
    private final double[] chances;
    private final @Nullable TimingFinding[] kept;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    /** What was worked out of complete series alone. Two threads may do so at once, with the same outcome. */
    private final AtomicReferenceArray<TimingTest.@Nullable Side> candidates;
    private final AtomicReferenceArray<TimingTest.@Nullable Side> outcomes;

    ScreeningRun(TimingTest test, AlignedSeries series, Pairs pairs, Directions directions, Progress progress) {
        this.test = test;
        this.tests = Arrays.stream(Direction.values()).map(test::direction).toArray(TimingTest[]::new);
        this.directions = directions;
        this.series = series;
        this.pairs = pairs;
        this.progress = progress;
        this.chances = new double[pairs.count()];
        this.kept = new TimingFinding[pairs.count()];
        this.candidates = new AtomicReferenceArray<>(series.size());
        this.outcomes = new AtomicReferenceArray<>(series.size());
    }

    PairFindings run(Executor executor, int tasks) {
        CompletableFuture<?>[] running = new CompletableFuture<?>[tasks];
        for (int i = 0; i < tasks; i++) {
            running[i] = CompletableFuture.runAsync(this::work, executor);
        }
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CancellationException cancelled) {
                throw cancelled;
            } else if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            } else if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw e;
        }
        return new PairFindings(pairs, series.names(), directions, series.periods(), chances, kept, candidates::get,
                outcomes::get);
    }

    private void work() {
        while (true) {
            int from = next.getAndAdd(BLOCK);
            if (from >= chances.length || from < 0) {
                return;
            }
            int to = Math.min(chances.length, from + BLOCK);
            for (int pair = from; pair < to; pair++) {
                test(pair, pairs.candidate(pair), pairs.outcome(pair));
            }
            if (!progress.reached(done.addAndGet(to - from), chances.length)) {
                next.set(chances.length);
                throw new CancellationException("the screening was stopped");
            }
        }
    }

    private void test(int pair, int candidate, int outcome) {
        int periods = series.periods();
        TimingTest directed = tests[direction(candidate, outcome).ordinal()];
        if (!series.isComplete(candidate) || !series.isComplete(outcome) || periods < FEWEST) {
            TimingFinding finding = directed.test(series.row(candidate), series.row(outcome));
            chances[pair] = finding.chance();
            kept[pair] = finding.call() == null ? finding.withoutScales() : finding;
            return;
        }
        TimingTest.Side x = side(candidates, candidate, true);
        TimingTest.Side y = side(outcomes, outcome, false);
        if (x.series() == null || y.series() == null) {
            chances[pair] = Double.NaN;
            return;
        }
        PairTest tested = directed.pair(x.series(), y.series(), periods);
        chances[pair] = tested.chance();
        kept[pair] = tested.isRelated() ? tested.finding() : null;
    }

    private Direction direction(int candidate, int outcome) {
        return directions.of(series.names().get(candidate), series.names().get(outcome));
    }

    private TimingTest.Side side(AtomicReferenceArray<TimingTest.@Nullable Side> sides, int which, boolean candidate) {
        TimingTest.Side side = sides.get(which);
        if (side == null) {
            side = candidate ? test.scaledCandidate(series.row(which)) : test.scaledOutcome(series.row(which));
            sides.set(which, side);
        }
        return side;
    }
}

package org.kpilang.leadlag;

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
    private final AlignedSeries series;
    private final Pairs pairs;
    private final Progress progress;
    private final TimingFinding[] findings;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    /** What was worked out of complete series alone. Two threads may do so at once, with the same outcome. */
    private final AtomicReferenceArray<TimingTest.@Nullable Side> candidates;
    private final AtomicReferenceArray<TimingTest.@Nullable Side> outcomes;

    ScreeningRun(TimingTest test, AlignedSeries series, Pairs pairs, Progress progress) {
        this.test = test;
        this.series = series;
        this.pairs = pairs;
        this.progress = progress;
        this.findings = new TimingFinding[pairs.count()];
        this.candidates = new AtomicReferenceArray<>(series.size());
        this.outcomes = new AtomicReferenceArray<>(series.size());
    }

    TimingFinding[] run(Executor executor, int tasks) {
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
        return findings;
    }

    private void work() {
        while (true) {
            int from = next.getAndAdd(BLOCK);
            if (from >= findings.length || from < 0) {
                return;
            }
            int to = Math.min(findings.length, from + BLOCK);
            for (int pair = from; pair < to; pair++) {
                findings[pair] = test(pairs.candidate(pair), pairs.outcome(pair));
            }
            if (!progress.reached(done.addAndGet(to - from), findings.length)) {
                next.set(findings.length);
                throw new CancellationException("the screening was stopped");
            }
        }
    }

    private TimingFinding test(int candidate, int outcome) {
        TimingFinding finding;
        int periods = series.row(candidate).length;
        if (series.isComplete(candidate) && series.isComplete(outcome) && periods >= FEWEST) {
            finding = test.test(side(candidates, candidate, true), side(outcomes, outcome, false), periods);
        } else {
            finding = test.test(series.row(candidate), series.row(outcome));
        }
        return finding.call() == null ? finding.withoutScales() : finding;
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

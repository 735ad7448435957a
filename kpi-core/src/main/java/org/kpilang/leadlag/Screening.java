package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import org.kpilang.series.Series;
import org.kpilang.source.Progress;

/**
 * Tests many pairs and keeps the share of false findings among all findings below a bound: of fifty unrelated
 * candidates, two or three would look related each by itself.
 *
 * <pre>{@code
 * List<ScreenedPair> ranked = Screening.of(TimingTest.of(Grain.MONTH)).against("revenue", revenue, candidates);
 * }</pre>
 *
 * <p>Relations that hold come first, the surest before the others; then pairs without a relation, then those that could
 * not be tested. The order in which candidates are given does not matter, nor does the number of threads. What belongs
 * to one series alone is worked out once, and the result takes some 25 bytes for each pair without a relation: its
 * pairs are made when they are asked for. Immutable and thread-safe, as are its results.
 */
public final class Screening {

    private static final double SHARE = 0.05;

    private final TimingTest test;
    private final FalseDiscovery correction;
    private final double share;
    private final Directions directions;
    private final Progress progress;
    private final Executor executor;
    private final int tasks;

    private Screening(TimingTest test, FalseDiscovery correction, double share, Directions directions,
            Progress progress, Executor executor, int tasks) {
        this.test = Objects.requireNonNull(test, "test is null");
        this.correction = Objects.requireNonNull(correction, "correction is null");
        this.share = share;
        this.directions = Objects.requireNonNull(directions, "directions is null");
        this.progress = Objects.requireNonNull(progress, "progress is null");
        this.executor = Objects.requireNonNull(executor, "executor is null");
        this.tasks = tasks;
    }

    /** A screening on the calling thread, with at most five false findings among a hundred. */
    public static Screening of(TimingTest test) {
        return new Screening(test, FalseDiscovery.ANY_DEPENDENCE, SHARE, (candidate, outcome) -> test.direction(),
                Progress.SILENT, Runnable::run, 1);
    }

    /**
     * With another correction, and another share of false findings.
     *
     * @param most between 0 and 1
     */
    public Screening correction(FalseDiscovery other, double most) {
        if (!(most > 0 && most < 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + most);
        }
        return new Screening(test, other, most, directions, progress, executor, tasks);
    }

    /** Says which pairs are expected to rise together, and which against each other, whose tests become one-sided. */
    public Screening directions(Directions known) {
        return new Screening(test, correction, share, known, progress, executor, tasks);
    }

    /** Tells somebody how many pairs are tested, on the threads that work on them. */
    public Screening progress(Progress told) {
        return new Screening(test, correction, share, directions, told, executor, tasks);
    }

    /**
     * Works on an executor of the caller.
     *
     * @param threads how many tasks are given to it at once; at least 1
     */
    public Screening on(Executor workers, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        return new Screening(test, correction, share, directions, progress, workers, threads);
    }

    /**
     * Tests all candidates against one outcome.
     *
     * @throws IllegalArgumentException if the series are of different grains or calendars
     * @throws CancellationException    if the progress was told to stop
     */
    public List<ScreenedPair> against(String name, Series outcome, Map<String, Series> candidates) {
        Map<String, Series> all = new TreeMap<>(candidates);
        all.remove(name);
        List<String> names = new ArrayList<>(all.keySet());
        Map<String, Series> together = new LinkedHashMap<>(all);
        together.put(name, outcome);
        return screen(AlignedSeries.of(together), Pairs.against(names.size()));
    }

    /**
     * Tests every series against every other, each pair once, with the name that sorts first as the candidate.
     *
     * @throws IllegalArgumentException if the series are of different grains or calendars
     * @throws CancellationException    if the progress was told to stop
     */
    public List<ScreenedPair> all(Map<String, Series> series) {
        Map<String, Series> sorted = new TreeMap<>(series);
        return screen(AlignedSeries.of(sorted), Pairs.all(sorted.size()));
    }

    private List<ScreenedPair> screen(AlignedSeries series, Pairs pairs) {
        return new ScreenedPairs(new ScreeningRun(test, series, pairs, directions, progress).run(executor, tasks),
                correction, share);
    }
}

package org.kpilang.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kpilang.leadlag.Screening;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Every series of 120 months against every other, on two threads. {@code -Dbench.series=1415} makes a million pairs;
 * fewer are counted up to a million.
 */
public final class ScreeningStudy implements Study {

    private static final int POINTS = 120;
    private static final int THREADS = 2;

    @Override
    public void run(Recorder recorder) throws Exception {
        int count = Integer.getInteger("bench.series", Settings.size(150, 450));
        Map<String, Series> series = new HashMap<>();
        for (int i = 0; i < count; i++) {
            series.put("s" + i, Series.of(Period.parse("2010-01"), TimingBenchmark.walk(POINTS, i)));
        }
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            Screening screening = Screening.of(TimingTest.of(Grain.MONTH)).on(workers, THREADS);
            screening.all(Map.of("a", series.get("s0"), "b", series.get("s1"), "c", series.get("s2")));
            long start = System.nanoTime();
            int pairs = screening.all(series).size();
            double seconds = (System.nanoTime() - start) / 1e9;
            recorder.add(new Measurement("timing", "all pairs of series of 120 months, 2 threads", "kpi", pairs, "time",
                    seconds, "s"));
            recorder.add(new Measurement("timing", "all pairs of series of 120 months, 2 threads", "kpi", pairs,
                    "for a million pairs", seconds / pairs * 1e6, "s"));
        } finally {
            workers.shutdown();
        }
    }
}

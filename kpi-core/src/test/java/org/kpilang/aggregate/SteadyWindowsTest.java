package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long rows, which are answered batch by batch, against the general way and against exact arithmetic. */
class SteadyWindowsTest {

    private static final int LENGTH = 10_000;
    private static final int ORIGIN = -17;

    /** Ordinary values, some of them far from the others; and gaps, the first and last of which are long. */
    private static double[] row(double gaps, int decades) {
        Random random = new Random(5);
        double[] values = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            values[i] = random.nextGaussian() * Math.pow(10, decades * random.nextDouble());
            if (gaps > 0 && (random.nextDouble() < gaps || i % 5000 < 40 || i > LENGTH - 500)) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0", "2, 0.2, 3", "3, 0, 9", "12, 0.2, 9", "12, 0, 2", "2, 0, 3",
        "7, 0, 9", "16, 0, 2", "31, 0, 3", "32, 0, 2", "32, 0.2, 3", "33, 0.2, 3", "365, 0, 2",
        "365, 0.3, 40", "3000, 0.1, 5", "9999, 0, 3"})
    void everyWayComesToTheSame(int width, double gaps, int decades) {
        double[] values = row(gaps, decades);
        // The first and the last windows reach out of the row.
        int[] lo = IntStream.range(-3, LENGTH - width + 3).toArray();
        int[] hi = Arrays.stream(lo).map(i -> i + width - 1).toArray();
        requireTheSame(values, lo, hi, Math.max(1, width / 10));
    }

    /** Means often lie in the middle between two doubles then. */
    @ParameterizedTest
    @CsvSource({"4.9e-324, 6", "4.9e-324, 49", "1e-150, 6", "1e-200, 98", "1, 49"})
    void smallMultiplesOfOneNumber(double unit, int width) {
        double[] values = new Random(7).doubles(LENGTH).map(each -> Math.floor(10 * each) * unit).toArray();
        int[] lo = IntStream.rangeClosed(0, LENGTH - width).toArray();
        int[] hi = Arrays.stream(lo).map(i -> i + width - 1).toArray();
        requireTheSame(values, lo, hi, 1);
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "12, 0.2", "365, 0", "365, 0.1", "3000, 0"})
    void windowsMayMoveOnSteadilyNowAndThen(int width, double gaps) {
        int[] lo = new int[LENGTH];
        int[] hi = new int[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            // They grow from the start of the row, move on, stand still for a while, and leave values out here and there.
            hi[i] = i < 5000 ? i : Math.max(4999, i - 100 + (i > 9000 ? i % 7 / 6 : 0));
            lo[i] = Math.max(0, hi[i] - width + 1);
        }
        requireTheSame(row(gaps, 2), lo, hi, 97);
    }

    /** Against the general way; sums and means, every so many windows, against exact ones. */
    private static void requireTheSame(double[] values, int[] lo, int[] hi, int step) {
        for (Aggregate aggregate : new Aggregate[] {Aggregates.MINIMUM, Aggregates.MAXIMUM, Aggregates.DEVIATION,
            Aggregates.COUNT}) {
            double[] expected = answers(new SlidingWindow(aggregate), values, lo, hi);
            assertThat(answers(WindowSummary.of(aggregate), values, lo, hi)).isEqualTo(expected);
        }
        double[] sums = answers(WindowSummary.of(Aggregates.SUM), values, lo, hi);
        double[] means = answers(WindowSummary.of(Aggregates.MEAN), values, lo, hi);
        for (int i = 0; i < lo.length; i += step) {
            double[] known = Rows.known(values, lo[i], hi[i]);
            BigDecimal exact = Arrays.stream(known).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sums[i]).isEqualTo(Double.valueOf(known.length == 0 ? Double.NaN : exact.doubleValue()));
            ExactSum sum = new ExactSum();
            Arrays.stream(known).forEach(sum::add);
            sum.remove(sums[i]);
            double mean = known.length == 0 ? Double.NaN
                    : RunningTotals.mean(sums[i], sum.value(), known.length);
            assertThat(means[i]).isEqualTo(Double.valueOf(mean));
        }
    }

    private static double[] answers(WindowSummary summary, double[] values, int[] lo, int[] hi) {
        double[] results = new double[lo.length];
        summary.run(values, 0, Windows.of(lo, hi, LENGTH, ORIGIN), results, 0, new int[lo.length]);
        return results;
    }
}

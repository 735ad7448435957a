package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trailing windows on which other systems keep residues of values long gone. */
class SlidingWindowTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void slidesExactly(String source, Aggregate aggregate, int length, double[] values, double[] expected) {
        assertThat(Rows.trailing(new SlidingWindow(aggregate), length, values)).isEqualTo(expected);
        assertThat(Rows.trailing(WindowSummary.of(aggregate), length, values)).isEqualTo(expected);
    }

    static Stream<Arguments> slidesExactly() {
        return Stream.of(
                Arguments.of("pandas#19308", Aggregates.SUM, 2, row(1.0001, 1.0001, 1.0001, 1.0001, 1.0001, 0, 0, 0, 0, 0),
                        row(2.0002, 2.0002, 2.0002, 2.0002, 1.0001, 0, 0, 0, 0)),
                Arguments.of("pandas#36031", Aggregates.SUM, 3, row(3002399751580331.0, -0.0, -0.0, -0.0, -0.0),
                        row(3002399751580331.0, 0, 0)),
                Arguments.of("polars#24738", Aggregates.SUM, 2, row(2.06, 0.888889, 0, 0, 0, 0),
                        row(2.06 + 0.888889, 0.888889, 0, 0, 0)),
                Arguments.of("1e16 leaves", Aggregates.SUM, 2, row(1e16, 1, 1, 1), row(1e16, 2, 2)),
                Arguments.of("a huge value leaves", Aggregates.SUM, 2, row(Double.MAX_VALUE, Double.MAX_VALUE, 2, 3, 4),
                        row(Double.NaN, Double.MAX_VALUE, 5, 7)),
                Arguments.of("ta4j, maximum", Aggregates.MAXIMUM, 5, row(1, 2, 3, 4, 3, 4, 5, 6, 4, 3, 3, 4, 3, 2),
                        row(4, 4, 5, 6, 6, 6, 6, 6, 4, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void slides(String source, Aggregate aggregate, int length, double[] values, double[] expected) {
        assertThat(Rows.trailing(new SlidingWindow(aggregate), length, values)).containsExactly(expected, within(1e-12));
        assertThat(Rows.trailing(WindowSummary.of(aggregate), length, values)).containsExactly(expected, within(1e-12));
    }

    static Stream<Arguments> slides() {
        double[] bars = row(1, 2, 3, 4, 3, 4, 5, 4, 3, 3, 4, 3, 2);
        return Stream.of(
                Arguments.of("ajcr/rolling#20", Aggregates.DEVIATION, 3,
                        row(138, 136, 137, 137, 135, 136, 135, 135, 135),
                        roots(1, 1 / 3.0, 4 / 3.0, 1, 1 / 3.0, 1 / 3.0, 0)),
                Arguments.of("ajcr/rolling#25", Aggregates.DEVIATION, 3, row(0, 1, 1, 1), row(Math.sqrt(1 / 3.0), 0)),
                Arguments.of("ta4j, variance", Aggregates.DEVIATION, 4, row(1, 2, 3, 4, 3, 4, 5, 4, 3, 0, 9),
                        roots(5 / 3.0, 2 / 3.0, 1 / 3.0, 2 / 3.0, 2 / 3.0, 2 / 3.0, 14 / 3.0, 14)),
                Arguments.of("ta4j, mean of 3", Aggregates.MEAN, 3, bars,
                        row(2, 3, 10 / 3.0, 11 / 3.0, 4, 13 / 3.0, 4, 10 / 3.0, 10 / 3.0, 10 / 3.0, 3)),
                Arguments.of("ta4j, mean of 2", Aggregates.MEAN, 2, bars,
                        row(1.5, 2.5, 3.5, 3.5, 3.5, 4.5, 4.5, 3.5, 3, 3.5, 3.5, 2.5)));
    }

    /** The general way to answer, or the fastest. */
    private static WindowSummary way(Aggregate aggregate, boolean fast) {
        return fast ? WindowSummary.of(aggregate) : new SlidingWindow(aggregate);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsLeftOfWhatLeft(boolean fast) {
        // pandas#24208
        double[] sums = Rows.trailing(way(Aggregates.SUM, fast), 7, 123, 0, 1.123456789, 0, 0, 0, 0, 0, 0, 0);
        assertThat(sums[sums.length - 1]).isZero();

        // pandas#38488
        double[] tenZeros = Arrays.copyOf(new Random(3).doubles(10, 0, 1e6).toArray(), 20);
        double[] afterRandom = Rows.trailing(way(Aggregates.SUM, fast), 6, tenZeros);
        assertThat(Arrays.copyOfRange(afterRandom, 10, 15)).containsOnly(0);

        // xarray#7128
        double[] rain = Stream.of(repeated(0, 3), repeated(0.57392103, 16), repeated(2.29551022, 14),
                repeated(0.57383408, 6), repeated(0, 31)).flatMapToDouble(DoubleStream::of).toArray();
        double[] afterRain = Rows.trailing(way(Aggregates.SUM, fast), 24, rain);
        assertThat(Arrays.copyOfRange(afterRain, afterRain.length - 8, afterRain.length)).containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void equalNumbersHaveNoDeviationOnceOthersHaveLeft(boolean fast) {
        // ajcr/rolling#25 and #20
        assertThat(Rows.trailing(way(Aggregates.DEVIATION, fast), 3, 0, 1, 1, 1)[1]).isZero();
        assertThat(Rows.trailing(way(Aggregates.DEVIATION, fast), 3, 138, 136, 137, 137, 135, 136, 135, 135, 135)[6])
                .isZero();
        // numpy#9631, prometheus#4927
        for (double value : new double[] {6715266981.538051, 1.5990505637277868}) {
            assertThat(Rows.trailing(way(Aggregates.DEVIATION, fast), 3, repeated(value, 50))).containsOnly(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aVarianceOfTinyNumbersIsNeverNegative(boolean fast) {
        // pandas#52407; relative comparison, as the numbers span seventy powers of ten
        double[] deviations = Rows.trailing(way(Aggregates.DEVIATION, fast), 3, 0, 0, 3.16188252e-18,
                2.95781651e-16, 2.23153542e-51, 0, 0, 5.39943432e-48, 1.3820626e-73, 0);
        double[] variances = {3.332500e-36, 2.885385e-32, 2.885385e-32, 2.916226e-32, 1.65991678e-102, 9.71796366e-96,
            9.71796366e-96, 9.71796366e-96};
        for (int i = 0; i < variances.length; i++) {
            assertThat(deviations[i] * deviations[i] / variances[i]).isCloseTo(1, within(1e-6));
        }
    }

    /** Windows of which so many values must be known; those that begin before the row are among them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Atlas, avg, 3, 2, 0 1 -1 - - 0 1 1 1 0, - .5 0 0 - - .5 .6666666666666666 1 .6666666666666666",
        "Atlas after a huge value, avg, 2, 1, 0 1e300 2 3, 0 5e299 5e299 2.5",
        "kdb+, avg, 5, 1, - 2 - 5 7 -, - 2 2 3.5 4.666666666666667 4.666666666666667",
        "pandas, avg, 2, 2, 1 3 - 3 5, - 2 - - 4",
        "pandas, count, 3, 0, 1 2 3 - 4 5 6, 1 2 3 2 2 2 3",
        "pandas, sum, 3, 2, 0 1 2 3 4 5 6 7 8 9, - 1 3 6 9 12 15 18 21 24",
        "Essbase, sum, 3, 3, 11 12 13, - - 36",
        "Essbase, first, 3, 3, 20 25 21, - - 20",
        "Essbase, last, 3, 3, 25 21 30, - - 30"
    })
    void countsWhatIsKnown(String source, String statistic, int length, int needed, String values, String expected) {
        double[] row = numbers(values);
        int[] hi = IntStream.range(0, row.length).toArray();
        int[] lo = IntStream.of(hi).map(i -> i - length + 1).toArray();
        int[] known = new int[row.length];
        double[] results = new double[row.length];
        Statistics.named(statistic).orElseThrow().summary()
                .run(row, 0, Windows.of(lo, hi, row.length, 0), results, 0, known);
        for (int i = 0; i < row.length; i++) {
            results[i] = known[i] < needed ? Double.NaN : results[i];
        }
        assertThat(results).isEqualTo(numbers(expected));
    }

    private static double[] numbers(String text) {
        return Stream.of(text.split(" "))
                .mapToDouble(number -> number.equals("-") ? Double.NaN : Double.parseDouble(number)).toArray();
    }

    @Test
    void aMillionValuesInWindowsOfAnyLengthTakeLinearTime() {
        // One value entering and one leaving costs the same in a window of 3 and of 500,000: counted, not timed.
        for (int length : new int[] {3, 500_000}) {
            CountingSum aggregate = new CountingSum();
            Rows.trailing(new SlidingWindow(aggregate), length, new double[1_000_000]);
            assertThat(aggregate.steps).isLessThan(5_000_000);
        }
    }

    private static final class CountingSum implements Aggregate {

        private long steps;

        @Override
        public int width() {
            return Aggregates.SUM.width();
        }

        @Override
        public void clear(double[] state, int at) {
            Aggregates.SUM.clear(state, at);
        }

        @Override
        public void add(double[] state, int at, double value, double position) {
            steps++;
            Aggregates.SUM.add(state, at, value, position);
        }

        @Override
        public void merge(double[] state, int at, double[] later, int laterAt) {
            steps++;
            Aggregates.SUM.merge(state, at, later, laterAt);
        }

        @Override
        public double finish(double[] state, int at) {
            return Aggregates.SUM.finish(state, at);
        }
    }

    private static double[] row(double... values) {
        return values;
    }

    private static double[] roots(double... variances) {
        return DoubleStream.of(variances).map(Math::sqrt).toArray();
    }

    private static double[] repeated(double value, int times) {
        double[] result = new double[times];
        Arrays.fill(result, value);
        return result;
    }
}

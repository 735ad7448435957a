package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** That the summary of a window depends on its own periods and values alone, to the last bit. */
class WindowIndependenceProperties {

    private static final int HISTORY = 60;

    /** A row that starts at an ordinal, and windows over it by ordinals. */
    record Question(double[] values, int origin, int[] first, int[] last) {

        int[] lo(int from) {
            return Arrays.stream(first).map(ordinal -> ordinal - from).toArray();
        }

        int[] hi(int from) {
            return Arrays.stream(last).map(ordinal -> ordinal - from).toArray();
        }

        @Override
        public String toString() {
            return Arrays.toString(values) + " at " + origin + " from " + Arrays.toString(first) + " to "
                    + Arrays.toString(last);
        }
    }

    /** Any windows, windows of one length, and windows that start together. */
    private enum Shape { ANY, SLIDING, TO_DATE }

    @Provide
    Arbitrary<Question> questions() {
        return Combinators.combine(rows(), Arbitraries.integers().between(-50, 30_000), Arbitraries.of(Shape.values()),
                        Arbitraries.integers().between(1, 70), Arbitraries.integers().between(-5, 40),
                        Rows.ends(40), Rows.ends(40))
                .as((values, origin, shape, length, start, los, his) -> {
                    int[] lo = shape == Shape.ANY ? los
                            : IntStream.range(0, 30).map(i -> shape == Shape.SLIDING ? start + i : start).toArray();
                    int[] hi = shape == Shape.ANY ? his
                            : IntStream.range(0, 30).map(i -> start + (shape == Shape.SLIDING ? length : 1) + i - 1)
                                    .toArray();
                    return new Question(values, origin, Arrays.stream(lo).map(i -> origin + i).toArray(),
                            Arrays.stream(hi).map(i -> origin + i).toArray());
                }).withoutEdgeCases();
    }

    private static Arbitrary<double[]> rows() {
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(0.01, 1e6);
        Arbitrary<Double> wild = Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 1),
                Arbitraries.doubles().between(-1e12, 1e12),
                Arbitraries.of(0.0, -0.0, 0.1, Double.MIN_VALUE, 1e-300, 1e100, -1e100, 1.7e308, -1.7e308));
        return Arbitraries.of(0.0, 0.2).flatMap(gaps -> Arbitraries.frequencyOf(
                        Tuple.of(2, ordinary.injectNull(gaps).array(Double[].class).ofMaxSize(HISTORY)),
                        Tuple.of(1, wild.injectNull(gaps).array(Double[].class).ofMaxSize(HISTORY))))
                .map(values -> Arrays.stream(values).mapToDouble(value -> value == null ? Double.NaN : value).toArray());
    }

    @Provide
    Arbitrary<String> statistics() {
        return Arbitraries.of(Statistics.names());
    }

    private static WindowSummary summary(String statistic) {
        NamedStatistic named = Statistics.named(statistic).orElseThrow();
        return named.arguments() == 1 ? named.summary(0.3) : named.summary();
    }

    private static double[] run(WindowSummary summary, double[] values, int origin, int[] lo, int[] hi, int[] known) {
        double[] results = new double[lo.length];
        summary.run(values, 0, Windows.of(lo, hi, values.length, origin), results, 0, known);
        return results;
    }

    @Property(tries = 1000)
    void aWindowAloneOverItsOwnValuesComesToTheSame(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question) {
        int origin = question.origin;
        double[] values = question.values;
        int[] known = new int[question.first.length];
        double[] together = run(summary(statistic), values, origin, question.lo(origin), question.hi(origin), known);
        WindowSummary alone = summary(statistic);
        for (int i = 0; i < together.length; i++) {
            int from = Math.min(Math.max(question.first[i] - origin, 0), values.length);
            int to = Math.max(from, Math.min(question.last[i] + 1 - origin, values.length));
            int[] ofOne = new int[1];
            double[] one = run(alone, Arrays.copyOfRange(values, from, to), origin + from,
                    new int[] {question.first[i] - origin - from}, new int[] {question.last[i] - origin - from}, ofOne);
            assertThat(Double.doubleToLongBits(one[0])).as("window %d: %s or %s", i, one[0], together[i])
                    .isEqualTo(Double.doubleToLongBits(together[i]));
            assertThat(ofOne[0]).isEqualTo(known[i]);
        }
    }

    @Property
    void otherWindowsAndMoreHistoryDoNotShow(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question, @ForAll("questions") Question more,
            @ForAll @IntRange(max = HISTORY) int earlier, @ForAll @IntRange(min = 1, max = 9) int every) {
        // Everything further on lies outside the windows only behind the row; so windows that leave the row are left out.
        int origin = question.origin;
        int end = origin + question.values.length - 1;
        int[] some = IntStream.range(0, question.first.length)
                .filter(i -> question.first[i] >= origin && question.last[i] <= end).toArray();
        int[] first = Arrays.stream(some).map(i -> question.first[i]).toArray();
        int[] last = Arrays.stream(some).map(i -> question.last[i]).toArray();
        Question inside = new Question(question.values, origin, first, last);
        double[] expected = run(summary(statistic), question.values, origin, inside.lo(origin), inside.hi(origin),
                new int[some.length]);

        double[] longer = new double[earlier + question.values.length + more.values.length];
        Arrays.fill(longer, 0, earlier, 1e9);
        System.arraycopy(question.values, 0, longer, earlier, question.values.length);
        System.arraycopy(more.values, 0, longer, earlier + question.values.length, more.values.length);
        int[] picked = IntStream.range(0, some.length).filter(i -> i % every == 0).toArray();
        Question fewer = new Question(longer, origin - earlier,
                Arrays.stream(picked).map(i -> first[i]).toArray(), Arrays.stream(picked).map(i -> last[i]).toArray());
        double[] results = run(summary(statistic), longer, fewer.origin, fewer.lo(fewer.origin), fewer.hi(fewer.origin),
                new int[picked.length]);
        for (int i = 0; i < picked.length; i++) {
            assertThat(Double.doubleToLongBits(results[i])).as("window %d", picked[i])
                    .isEqualTo(Double.doubleToLongBits(expected[picked[i]]));
        }
    }

    @Property(tries = 1000)
    void aSumIsTheExactOneRoundedOnce(@ForAll("questions") Question question) {
        int origin = question.origin;
        int[] lo = question.lo(origin);
        int[] hi = question.hi(origin);
        double[] sums = run(summary("sum"), question.values, origin, lo, hi, new int[lo.length]);
        for (int i = 0; i < sums.length; i++) {
            double[] known = Rows.known(question.values, lo[i], hi[i]);
            double exact = Arrays.stream(known).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            double expected = known.length == 0 || Double.isInfinite(exact) ? Double.NaN : exact;
            assertThat(sums[i]).as("window %d", i).isEqualTo(Double.valueOf(expected));
        }
    }

    @Property(tries = 1000)
    void aMeanIsWithinAnUlpOfTheExactOneAndAmongTheValues(@ForAll("questions") Question question) {
        int origin = question.origin;
        int[] lo = question.lo(origin);
        int[] hi = question.hi(origin);
        double[] means = run(summary("avg"), question.values, origin, lo, hi, new int[lo.length]);
        for (int i = 0; i < means.length; i++) {
            double[] known = Rows.known(question.values, lo[i], hi[i]);
            if (known.length == 0) {
                assertThat(means[i]).isNaN();
                continue;
            }
            BigDecimal sum = Arrays.stream(known).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
            double exact = sum.divide(BigDecimal.valueOf(known.length), new MathContext(60)).doubleValue();
            assertThat(Math.abs(means[i] - exact)).as("window %d", i).isLessThanOrEqualTo(Math.ulp(exact));
            assertThat(means[i]).isBetween(Arrays.stream(known).min().orElseThrow() + 0.0,
                    Arrays.stream(known).max().orElseThrow() + 0.0);
        }
    }
}

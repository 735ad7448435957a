package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WindowSummaryProperties {

    /** A row and windows over it. */
    record Question(double[] values, int[] lo, int[] hi) {

        Windows windows() {
            return Windows.of(lo, hi, values.length, 0);
        }

        @Override
        public String toString() {
            return Arrays.toString(values) + " from " + Arrays.toString(lo) + " to " + Arrays.toString(hi);
        }
    }

    @Provide
    Arbitrary<Question> questions() {
        return Arbitraries.integers().between(0, 30).flatMap(windows ->
                Combinators.combine(Rows.wholeNumbers(), Rows.ends(windows), Rows.ends(windows)).as(Question::new)).withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> statistics() {
        return Arbitraries.of(Statistics.names());
    }

    private static WindowSummary summary(String statistic) {
        NamedStatistic named = Statistics.named(statistic).orElseThrow();
        return named.arguments() == 1 ? named.summary(0.3) : named.summary();
    }

    @Property
    void everyWindowIsAnsweredAsIfItWereAlone(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question) {
        double[] values = question.values;
        double[] results = Rows.slide(summary(statistic), values, question.lo, question.hi);
        for (int i = 0; i < results.length; i++) {
            double[] only = Rows.only(values, question.lo[i], question.hi[i]);
            double alone = Rows.slide(summary(statistic), only, new int[] {-5}, new int[] {45})[0];
            if (Double.isNaN(alone)) {
                assertThat(results[i]).isNaN();
            } else {
                assertThat(results[i]).isCloseTo(alone, within(1e-9));
            }
        }
    }

    @Property
    void theKnownValuesOfEveryWindowAreCounted(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question) {
        int[] known = new int[question.lo.length];
        summary(statistic).run(question.values, 0, question.windows(), new double[known.length], 0, known);
        for (int i = 0; i < known.length; i++) {
            assertThat(known[i]).isEqualTo(Rows.known(question.values, question.lo[i], question.hi[i]).length);
        }
    }

    @Property
    void aWindowWithoutKnownValueHasNoSummaryButACountOfZero(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question) {
        double[] results = Rows.slide(summary(statistic), question.values, question.lo, question.hi);
        for (int i = 0; i < results.length; i++) {
            if (Rows.known(question.values, question.lo[i], question.hi[i]).length == 0) {
                assertThat(results[i]).isEqualTo(Double.valueOf(statistic.equals("count") ? 0 : Double.NaN));
            }
        }
    }

    @Property
    void aRowInsideALargerArrayIsAnsweredTheSame(@ForAll("statistics") String statistic,
            @ForAll("questions") Question question) {
        int length = question.values.length;
        double[] larger = new double[length + 7];
        Arrays.fill(larger, 1e9);
        System.arraycopy(question.values, 0, larger, 3, length);
        int windows = question.lo.length;
        double[] results = new double[windows + 5];
        summary(statistic).run(larger, 3, question.windows(), results, 2, new int[windows]);
        assertThat(Arrays.copyOfRange(results, 2, windows + 2))
                .isEqualTo(Rows.slide(summary(statistic), question.values, question.lo, question.hi));
        assertThat(results[0]).isZero();
        assertThat(results[windows + 2]).isZero();
    }

    @Property
    void aSecondRunDoesNotRememberTheFirst(@ForAll("statistics") String statistic,
            @ForAll("questions") Question first, @ForAll("questions") Question second) {
        WindowSummary used = summary(statistic);
        Rows.slide(used, first.values, first.lo, first.hi);
        assertThat(Rows.slide(used, second.values, second.lo, second.hi))
                .isEqualTo(Rows.slide(summary(statistic), second.values, second.lo, second.hi));
    }

    @Property
    void windowsMayComeInAnyOrder(@ForAll("statistics") String statistic, @ForAll("questions") Question question,
            @ForAll Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, question.lo.length).boxed().toList());
        Collections.shuffle(order, random);
        int[] lo = order.stream().mapToInt(i -> question.lo[i]).toArray();
        int[] hi = order.stream().mapToInt(i -> question.hi[i]).toArray();
        double[] expected = Rows.slide(summary(statistic), question.values, question.lo, question.hi);
        assertThat(Rows.slide(summary(statistic), question.values, lo, hi))
                .isEqualTo(order.stream().mapToDouble(i -> expected[i]).toArray());
    }
}

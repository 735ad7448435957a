package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Many rows at once come to what their values do one by one, to the last bit. */
class RowSummaryProperties {

    @Provide
    Arbitrary<Aggregate> aggregates() {
        return Arbitraries.of(Aggregates.SUM, Aggregates.MEAN, Aggregates.MAXIMUM, Aggregates.MINIMUM, Aggregates.COUNT);
    }

    @Property
    void placesAreSummarisedAsIfEachWereAlone(@ForAll("aggregates") Aggregate aggregate,
            @ForAll @IntRange(max = 20) int rows, @ForAll @IntRange(min = 1, max = 300) int places,
            @ForAll @DoubleRange(min = 0, max = 0.3) double gaps, @ForAll long seed) {
        Random random = new Random(seed);
        RowSummary summary = RowSummary.of(aggregate, places);
        // What was there before is forgotten.
        summary.add(places - 1, 1e9);
        summary.clear();
        double[] states = new double[places * aggregate.width()];
        int[] known = new int[places];
        for (int place = 0; place < places; place++) {
            aggregate.clear(states, place * aggregate.width());
        }
        for (int row = 0; row < rows; row++) {
            double[] values = random.doubles(places + 3).map(each -> random.nextDouble() < gaps ? Double.NaN
                    : (each - 0.5) * Math.pow(10, random.nextInt(40))).toArray();
            boolean whole = true;
            for (int place = 0; place < places; place++) {
                whole &= !Double.isNaN(values[place]);
                if (!Double.isNaN(values[place])) {
                    aggregate.add(states, place * aggregate.width(), values[place], 0);
                    known[place]++;
                }
            }
            summary.add(values, whole && random.nextBoolean());
        }
        for (int place = 0; place < places; place++) {
            assertThat(summary.isKnown(place)).isEqualTo(known[place] > 0);
            if (known[place] > 0) {
                assertThat(summary.finish(place))
                        .isEqualTo(Double.valueOf(aggregate.finish(states, place * aggregate.width())));
            }
        }
    }

    @Property
    void sumsOfWindowsOverRowsMadeReadyAreThoseOverEachRow(@ForAll @IntRange(max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 700) int length, @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 4) int step, @ForAll @DoubleRange(min = 0, max = 0.2) double gaps,
            @ForAll @IntRange(max = 40) int decades, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles((long) rows * length)
                .map(each -> random.nextDouble() < gaps ? Double.NaN
                        : (each - 0.5) * Math.pow(10, decades * random.nextDouble())).toArray();
        int count = length / step + 3;
        int[] lo = new int[count];
        int[] hi = new int[count];
        for (int i = 0; i < count; i++) {
            hi[i] = i * step - 1;
            lo[i] = step == 4 ? i / 4 * 16 : hi[i] - width + 1;
        }
        Windows windows = Windows.of(lo, hi, length, 0);
        RowTotals totals = new RowTotals();
        totals.take(new double[length], 1, length);
        totals.take(values, rows, length);
        for (int row = 0; row < rows; row++) {
            double[] expected = new double[count + 1];
            double[] found = new double[count + 1];
            int[] expectedKnown = new int[count];
            int[] known = new int[count];
            WindowSummary.of(Aggregates.SUM).run(values, row * length, windows, expected, 1, expectedKnown);
            totals.sums(row, windows, found, 1, known);
            assertThat(found).isEqualTo(expected);
            assertThat(known).isEqualTo(expectedKnown);
        }
    }
}

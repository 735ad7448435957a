package org.kpilang.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** A quantile of windows with many values is that of the values in their order, to the last bit. */
class QuantileWindowProperties {

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void isTheQuantileOfTheSortedValues(@ForAll @IntRange(min = 1, max = 400) int length,
            @ForAll @IntRange(min = 1, max = 60) int windows, @ForAll @DoubleRange(min = 0, max = 1) double fraction,
            @ForAll @IntRange(min = 1, max = 1000) int sizes, @ForAll boolean overlapping, @ForAll long seed) {
        Random random = new Random(seed);
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextInt(10) == 0 ? Double.NaN : (random.nextInt(sizes) - sizes / 2) / 7.0;
        }
        int[] lo = new int[windows];
        int[] hi = new int[windows];
        int from = -2;
        int to = -2;
        for (int i = 0; i < windows; i++) {
            from = overlapping ? from + random.nextInt(3) : to + 1 + random.nextInt(2);
            to = Math.max(to, from - 1 + random.nextInt(2 * length / windows + 2));
            lo[i] = from;
            hi[i] = to;
        }
        double[] expected = new double[windows];
        double[] found = new double[windows];
        int[] known = new int[windows];
        int[] counted = new int[windows];
        new SortedWindow(fraction).run(values, 0, Windows.of(lo, hi, length, 0), expected, 0, known);
        new QuantileWindow(fraction).run(values, 0, Windows.of(lo, hi, length, 0), found, 0, counted);
        assertThat(found).containsExactly(expected);
        assertThat(counted).containsExactly(known);
    }
}

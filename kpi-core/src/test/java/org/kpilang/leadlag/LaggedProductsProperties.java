package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LaggedProductsProperties {

    @Property
    void eachSumIsTheOneOfItsShiftAloneToTheLastBit(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = -39, max = 39) int first, @ForAll @IntRange(min = 1, max = 30) int shifts) {
        Random random = new Random(seed);
        double[] earlier = random.doubles(count).toArray();
        double[] later = random.doubles(count).toArray();
        double[] sums = new double[shifts];
        LaggedProducts.sum(earlier, later, first, sums);
        for (int i = 0; i < shifts; i++) {
            double expected = 0;
            for (int t = 0; t < count; t++) {
                int before = t - first - i;
                expected += before >= 0 && before < count ? earlier[before] * later[t] : 0;
            }
            assertThat(sums[i]).isEqualTo(expected);
        }
    }
}

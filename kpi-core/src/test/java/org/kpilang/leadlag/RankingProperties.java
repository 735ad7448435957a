package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RankingProperties {

    @Provide
    static Arbitrary<double[]> keys() {
        return Arbitraries.of(0.0, 0.25, 0.5, 1.0, Double.POSITIVE_INFINITY).array(double[].class).ofMaxSize(70);
    }

    @Property
    void smallKeysComeFirstAndOfEqualOnesTheFirst(@ForAll("keys") double[] keys) {
        int[] expected = IntStream.range(0, keys.length).boxed().sorted(Comparator.comparingDouble(i -> keys[i]))
                .mapToInt(Integer::intValue).toArray();
        assertThat(Ranking.ascending(keys)).isEqualTo(expected);
    }
}

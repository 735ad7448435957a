package org.kpilang.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ShortestDecimalProperties {

    @Property
    void aDecimalOfFifteenDigitsSurvives(@ForAll @LongRange(min = -999_999_999_999_999L, max = 999_999_999_999_999L)
            long unscaled, @ForAll @IntRange(min = -250, max = 250) int scale) {
        BigDecimal decimal = BigDecimal.valueOf(unscaled, scale);

        assertThat(ShortestDecimal.of(decimal.doubleValue())).isEqualByComparingTo(decimal);
    }

    @Property
    void readsBackTheSameDouble(@ForAll double value) {
        assertThat(ShortestDecimal.of(value).doubleValue()).isEqualTo(value + 0.0);
    }
}

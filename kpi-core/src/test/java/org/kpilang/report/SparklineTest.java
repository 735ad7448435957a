package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void hasEightLevelsFromTheSmallestToTheLargest() {
        assertThat(Sparkline.of("x", 0, 1, 2, 3, 4, 5, 6, 7).text()).isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Sparkline.of("x", 8, 1, 4).ascii()).isEqualTo("#_~");
    }

    @Test
    void gapsStayGapsAndWhatDoesNotChangeIsInTheMiddle() {
        assertThat(Sparkline.of("x", 1, Double.NaN, 2).text()).isEqualTo("▁ █");
        assertThat(Sparkline.of("x", 3, 3).text()).isEqualTo("▄▄");
        assertThat(Sparkline.of("x", Double.NaN, Double.POSITIVE_INFINITY).text()).isEqualTo("  ");
        assertThat(Sparkline.of("x").text()).isEmpty();
    }

    @Test
    void theWidestRangeOfDoublesHasLevelsToo() {
        assertThat(Sparkline.of("x", -Double.MAX_VALUE, 0, Double.MAX_VALUE).text()).isEqualTo("▁▅█");
    }

    @Test
    void aLineIsBrokenAtAGapAndAValueAloneIsADot() {
        String svg = Sparkline.of("x", 1, 2, Double.NaN, 1, Double.NaN, 2, 3).element();
        assertThat(svg.split("M", -1)).hasSize(4);
        assertThat(svg).contains("class=\"dot\"", "<desc>higher than at the start, with gaps</desc>");
        assertThat(Sparkline.of("x", Double.NaN).element()).contains("<desc>no values</desc>").doesNotContain("<path");
    }

    @Test
    void theLastPeriodsAreKept() {
        assertThat(Sparkline.of("x", 5, 1, 2).last(2).text()).isEqualTo("▁█");
        assertThat(Sparkline.of("x", 5, 1, 2).last(9).text()).isEqualTo("█▁▃");
    }
}

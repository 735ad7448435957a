package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.scorecard.BenchmarkComparison;

class BenchmarkComparisonTest {

    private static BenchmarkComparison of(String properties, double value) {
        return BenchmarkComparison.of(Business.scorecard("input a, market : level\nkpi k = a { " + properties + " }",
                Map.of("a", Business.values(value), "market", Business.values(3))), 0, 0, 0);
    }

    @Test
    void theGapToABenchmarkIsPositiveWhereWeAreBetter() {
        BenchmarkComparison higher = of("better higher benchmark \"industry\" 2.6 benchmark market", 2.8);
        assertThat(higher.gaps().get("industry")).isCloseTo(0.2, within(1e-12));
        assertThat(higher.gaps().get("benchmark")).as("a series").isCloseTo(-0.2, within(1e-12));
        assertThat(higher.rank()).hasValue(0.5);
        BenchmarkComparison lower = of("better lower benchmark \"industry\" 2.6 benchmark market", 2.8);
        assertThat(lower.gaps().get("industry")).isCloseTo(-0.2, within(1e-12));
        assertThat(lower.gaps().get("benchmark")).isCloseTo(0.2, within(1e-12));
    }

    @ParameterizedTest(name = "better {0}: {1} is at {2}")
    @CsvSource({"higher, 3.5, 0.6", "lower, 3.5, 0.4", "higher, 3, 0.5", "higher, 9, 1", "lower, 9, 0", "lower, 0, 1",
        "between 2 and 3, 2.5, 0.8", "between 2 and 3, 4.2, 0.2"})
    void theRankIsTheShareOfPeersThatAreBehind(String better, double value, double rank) {
        var scorecard = Business.scorecard("input a : level\nkpi k = a { better " + better + " }",
                Map.of("a", Business.values(value)));
        Map<String, Double> peers = new LinkedHashMap<>();
        for (int peer = 1; peer <= 5; peer++) {
            peers.put("peer " + peer, (double) peer);
        }
        assertThat(BenchmarkComparison.with(scorecard, 0, 0, 0, peers).rank().getAsDouble())
                .isCloseTo(rank, within(1e-12));
    }

    @Test
    void withoutAValueOrPeersThereIsNoRank() {
        assertThat(BenchmarkComparison.of(Business.scorecard("input a : level\nkpi k = a / (a - a) { benchmark 5 }",
                Map.of("a", Business.values(1))), 0, 0, 0).gaps()).isEmpty();
        assertThat(of("better higher", 5).rank()).isEmpty();
    }
}

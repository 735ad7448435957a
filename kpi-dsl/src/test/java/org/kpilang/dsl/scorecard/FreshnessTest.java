package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpilang.evaluate.Freshness;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;

class FreshnessTest {

    private static final Model MODEL = Business.model("""
            input a, b, c, d : flow
            kpi k = a / b
            kpi l = a
            kpi m = c
            kpi n = 5
            """);
    private static final Facts FACTS = Business.facts(
            Map.of("a", Business.values(1, 2, 3), "b", Business.values(1), "d", Business.values(1)));

    @ParameterizedTest(name = "on {0}, with {1} days allowed: {2} periods for {3} days")
    @CsvSource({"2024-03-20, 0, 0, 0", "2024-04-30, 0, 0, 0", "2024-05-01, 0, 1, 1", "2024-05-31, 0, 1, 31",
        "2024-06-01, 0, 2, 32", "2024-05-05, 5, 0, 0", "2024-05-06, 5, 1, 1", "2025-04-01, 0, 12, 336"})
    void factsAreStaleWhenThoseOfAWholePeriodAreMissing(LocalDate day, int allowed, int missing, long days) {
        Freshness fresh = Freshness.of(MODEL.input("a").orElseThrow(), FACTS, day, allowed);
        assertThat(fresh.missing()).isEqualTo(missing);
        assertThat(fresh.days()).isEqualTo(days);
        assertThat(fresh.isStale()).isEqualTo(missing > 0);
    }

    @Test
    void aKpiIsAsStaleAsTheStalestOfItsInputs() {
        LocalDate day = LocalDate.of(2024, 4, 10);
        assertThat(Freshness.ofKpi(MODEL, "k", FACTS, day, 0))
                .hasValueSatisfying(fresh -> assertThat(fresh).hasToString("b: up to 2024-01, 2 months missing for 41 days"));
        assertThat(Freshness.ofKpi(MODEL, "l", FACTS, day, 0))
                .hasValueSatisfying(fresh -> assertThat(fresh).hasToString("a: up to 2024-03, up to date"));
        assertThat(Freshness.ofKpi(MODEL, "m", FACTS, day, 0))
                .hasValueSatisfying(fresh -> assertThat(fresh).hasToString("c: no facts"));
        assertThat(Freshness.ofKpi(MODEL, "n", FACTS, day, 0)).isEmpty();
    }

    @Test
    void theStalestComesFirstAndWhatNobodyAsksIsLeftOut() {
        assertThat(Freshness.of(MODEL, FACTS, LocalDate.of(2024, 4, 10), 0))
                .extracting(fresh -> fresh.input().name()).containsExactly("c", "b", "a");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> Freshness.ofKpi(MODEL, "x", FACTS, LocalDate.EPOCH, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Freshness.of(MODEL, FACTS, LocalDate.EPOCH, -1));
    }
}

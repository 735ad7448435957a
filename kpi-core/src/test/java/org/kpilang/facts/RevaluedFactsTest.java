package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class RevaluedFactsTest {

    private static final BigDecimal LONG = new BigDecimal("0.12345678901234567890123");

    private final Facts facts = Facts.startingAt("2024-01").column("a", 1, 2, 3).column("b", 4, 5).build();

    private static InputFacts of(Facts facts, String input) {
        return facts.of(input).orElseThrow();
    }

    @Test
    void changesSomeFactsOfOneInputAndNothingElse() {
        Facts other = facts.revalued("a", fact -> fact == 1 ? BigDecimal.TEN : null, false);
        assertThat(other).isEqualTo(Facts.startingAt("2024-01").column("a", 1, 10, 3).column("b", 4, 5).build());
        assertThat(facts).isEqualTo(Facts.startingAt("2024-01").column("a", 1, 2, 3).column("b", 4, 5).build());
    }

    @Test
    void keepsDecimalsIfTheyAreAskedFor() {
        assertThat(of(facts.revalued("a", fact -> LONG, true), "a").decimal(0)).isEqualTo(LONG);
        Facts rounded = facts.revalued("a", fact -> LONG, false);
        assertThat(of(rounded, "a").hasLongDecimals()).isFalse();
        assertThat(of(rounded, "a").value(0)).isEqualTo(LONG.doubleValue());
    }

    @Test
    void aChangedFactForgetsTheDecimalThatItWas() {
        Facts decimals = Facts.startingAt("2024-01").column("a", LONG, LONG).build();
        Facts other = decimals.revalued("a", fact -> fact == 0 ? BigDecimal.ONE : null, true);
        assertThat(of(other, "a").decimal(0)).isEqualByComparingTo("1");
        assertThat(of(other, "a").decimal(1)).isEqualTo(LONG);
    }

    @Test
    void refusesWhatIsNoFact() {
        assertThatThrownBy(() -> facts.revalued("c", fact -> null, false)).isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("no facts of c");
        assertThatThrownBy(() -> facts.revalued("a", fact -> new BigDecimal("1e400"), false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too large");
        Facts visits = Facts.builder().identities("seen", new LocalDate[] {LocalDate.of(2024, 1, 1)}, new String[] {"x"})
                .build();
        assertThatThrownBy(() -> visits.revalued("seen", fact -> BigDecimal.ONE, false))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("identities");
    }
}

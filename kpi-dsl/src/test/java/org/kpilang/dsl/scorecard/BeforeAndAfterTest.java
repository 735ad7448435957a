package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.kpilang.scorecard.BeforeAndAfter;
import org.kpilang.time.Period;

class BeforeAndAfterTest {

    private static BeforeAndAfter of(String better, String event, int length, double... values) {
        return BeforeAndAfter.of(Business.result("input a : level\nkpi k = a { " + better + " }", Map.of("a", values)), 0,
                0, Period.parse(event), length);
    }

    @Test
    void theMeansOnBothSidesAreCompared() {
        BeforeAndAfter campaign = of("better higher", "2024-04", 3, 100, 10, 12, 15, 18, 900);
        assertThat(campaign.before().getAsDouble()).isEqualTo((100 + 10 + 12) / 3.0);
        assertThat(of("better higher", "2024-04", 2, 100, 10, 12, 15, 18, 900).change()).hasValue(16.5 - 11);
        assertThat(of("better lower", "2024-04", 2, 100, 10, 12, 15, 18, 900).improvement()).hasValue(11 - 16.5);
        assertThat(of("", "2024-04", 2, 100, 10, 12, 15, 18, 900).improvement()).isEmpty();
        assertThat(of("", "2024-04", 2, 100, 10, 12, 15, 18, 900).apart()).isTrue();
        assertThat(campaign.apart()).isFalse();
        assertThat(campaign.known()).isEqualTo(6);
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(of("", "2024-01", 3, 5, 6).before()).isEmpty();
        assertThat(of("", "2024-01", 3, 5, 6).change()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> of("", "2025-01", 3, 5, 6));
    }
}

package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.testing.Business.number;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Reference;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Property;
import org.kpilang.model.Property.Better.Way;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

class MovementTest {

    private static final Numbers NUMBERS = Numbers.of(Business.since("2024-01").currency("EUR").input("a", "EUR")
            .kpi("k", null, Reference.to("a")).model());

    private static Optional<KpiVersion> better(Way way) {
        boolean between = way == Way.BETWEEN;
        return Business.since("2024-01").input("a", null).kpi("k", null, Reference.to("a"),
                new Property.Better(way, between ? number("1") : null, between ? number("2") : null, Origin.NONE))
                .model().kpi("k").map(kpi -> kpi.latest());
    }

    private static String text(double before, double now, Unit unit, Way way) {
        return Movement.of(before, now, unit, better(way))
                .map(movement -> (movement.text(NUMBERS) + " " + movement.verdict().word()).strip()).orElse("unknown");
    }

    @Test
    void percentsAndScoresMoveByPointsAndAmountsByAShare() {
        assertThat(text(0.40, 0.42, Unit.PERCENT, Way.HIGHER)).isEqualTo("↑ +2.0 points better");
        assertThat(text(36, 30, Unit.POINTS, Way.HIGHER)).isEqualTo("↓ -6.0 points worse");
        assertThat(text(200, 250, Unit.of("EUR"), Way.HIGHER)).isEqualTo("↑ +25.0% better");
    }

    @Test
    void whatIsNotAboveZeroHasNoShares() {
        assertThat(text(0, 3, Unit.of("EUR"), Way.HIGHER)).isEqualTo("↑ +3.00 better");
        assertThat(text(-5, -3, Unit.of("EUR"), Way.LOWER)).isEqualTo("↑ +2.00 worse");
        assertThat(text(Double.MIN_VALUE, 1, Unit.ANY, Way.HIGHER)).isEqualTo("↑ +1 better");
    }

    @Test
    void theDirectionDecidesWhatIsBetter() {
        assertThat(text(200, 250, Unit.ANY, Way.LOWER)).isEqualTo("↑ +25.0% worse");
        assertThat(text(200, 250, Unit.ANY, Way.BETWEEN)).isEqualTo("↑ +25.0%");
        assertThat(text(200, 200, Unit.ANY, Way.LOWER)).isEqualTo("→ 0.0%");
        assertThat(Movement.of(1, 2, Unit.ANY, Optional.empty()).orElseThrow().verdict())
                .isEqualTo(Movement.Verdict.NEUTRAL);
    }

    @Test
    void withoutTwoValuesThereIsNoChange() {
        assertThat(text(Double.NaN, 1, Unit.ANY, Way.HIGHER)).isEqualTo("unknown");
        assertThat(text(1, Double.NaN, Unit.ANY, Way.HIGHER)).isEqualTo("unknown");
        assertThat(text(-Double.MAX_VALUE, Double.MAX_VALUE, Unit.ANY, Way.HIGHER)).isEqualTo("unknown");
    }
}

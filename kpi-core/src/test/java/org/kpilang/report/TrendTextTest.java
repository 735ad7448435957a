package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kpilang.testing.Business.number;
import static org.kpilang.testing.Business.shownIn;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Reference;
import org.kpilang.model.Property;
import org.kpilang.model.Property.Better.Way;
import org.kpilang.scorecard.Trends;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

/** Changes in a few characters. */
class TrendTextTest {

    private static final String NOTHING_BETTER = "";

    /** The change between two months of a KPI in a unit, with its verdict. */
    private static String text(double before, double now, String unit, String better) {
        List<Property> properties = new ArrayList<>();
        if (unit.equals("percent")) {
            properties.add(shownIn(Unit.PERCENT));
        }
        if (!better.equals(NOTHING_BETTER)) {
            Way way = Way.valueOf(better);
            properties.add(new Property.Better(way, way == Way.BETWEEN ? number("100") : null,
                    way == Way.BETWEEN ? number("220") : null, Origin.NONE));
        }
        Business business = Business.since("2024-01").currency("EUR");
        Result result = business.input("a", unit.equals("percent") || unit.isEmpty() ? null : unit)
                .kpi("k", null, Reference.to("a"), properties.toArray(Property[]::new)).facts("a", before, now)
                .ask().run();
        return Trends.of(result).previous("k", "2024-02")
                .map(trend -> (TrendText.of(trend, Numbers.of(result.model()))
                        + " " + TrendText.verdict(trend)).strip())
                .orElse("unknown");
    }

    @Test
    void percentsAndScoresMoveByPointsAndAmountsByAShare() {
        assertThat(text(0.40, 0.43, "percent", "HIGHER")).isEqualTo("↑ +3.0 points better");
        assertThat(text(36, 30, "points", "HIGHER")).isEqualTo("↓ -6.0 points worse");
        assertThat(text(200, 210, "EUR", "HIGHER")).isEqualTo("↑ +5.0% better");
    }

    @Test
    void theWordsTellHowLargeAChangeIs() {
        assertThat(text(0.40, 0.51, "percent", "HIGHER")).isEqualTo("↑ +11.0 points much better");
        assertThat(text(200, 150, "EUR", "HIGHER")).isEqualTo("↓ -25.0% much worse");
        assertThat(text(200, 202, "EUR", "HIGHER")).isEqualTo("→ +1.0% better");
    }

    @Test
    void whatIsNotAboveZeroHasNoShares() {
        assertThat(text(0, 3, "EUR", "HIGHER")).isEqualTo("↑ +3.00 better");
        assertThat(text(-5, -3, "EUR", "LOWER")).isEqualTo("↑ +2.00 worse");
    }

    @Test
    void theDirectionDecidesWhatIsBetter() {
        assertThat(text(200, 210, "", "LOWER")).isEqualTo("↑ +5.0% worse");
        assertThat(text(200, 230, "", "BETWEEN")).isEqualTo("↑ +15.0% much worse");
        assertThat(text(200, 200, "", "LOWER")).isEqualTo("→ 0.0%");
        assertThat(text(200, 250, "", NOTHING_BETTER)).isEqualTo("↑ +25.0%");
    }

    @Test
    void withoutTwoValuesThereIsNoChange() {
        assertThat(text(Double.NaN, 1, "", "HIGHER")).isEqualTo("unknown");
        assertThat(text(1, Double.NaN, "", "HIGHER")).isEqualTo("unknown");
    }
}

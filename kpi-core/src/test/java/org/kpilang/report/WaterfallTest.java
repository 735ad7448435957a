package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Reference;
import org.kpilang.report.Waterfall.Step;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

class WaterfallTest {

    private static final Numbers NUMBERS = Numbers.of(Business.since("2024-01").currency("EUR").input("a", "EUR")
            .kpi("k", null, Reference.to("a")).facts("a", 1).ask().model());

    private static Waterfall revenue(Step... steps) {
        return Waterfall.of("Revenue", Unit.of("EUR"), NUMBERS, "2023", 100, "2024", 140).steps(List.of(steps));
    }

    @Test
    void eachBarBeginsWhereTheOneBeforeEnded() {
        assertThat(revenue(new Step("Price", 60), new Step("Volume", -40), new Step("Mix", 20)).text()).isEqualTo("""
                Revenue
                  2023    100.00 EUR  ████████████████████
                  Price       +60.00                      ▓▓▓▓▓▓▓▓▓▓▓▓
                  Volume      -40.00                          ░░░░░░░░
                  Mix         +20.00                          ▓▓▓▓
                  2024    140.00 EUR  ████████████████████████████
                """);
    }

    @Test
    void whatIsNotExplainedIsSaidAndRoundingIsNot() {
        assertThat(names(revenue(new Step("Price", 30)))).containsExactly("2023", "Price", "Not explained", "2024");
        assertThat(names(revenue(new Step("Price", 40 + 1e-12)))).containsExactly("2023", "Price", "2024");
    }

    private static List<String> names(Waterfall waterfall) {
        return ((Block.Table) waterfall.alternative()).rows().stream().map(row -> row.get(0).plain()).toList();
    }

    @Test
    void aPercentChangesByPoints() {
        assertThat(Waterfall.of("Margin", Unit.PERCENT, NUMBERS, "May", 0.4, "June", 0.425)
                .steps(List.of(new Step("Price", 0.03), new Step("Cost", -0.005))).description())
                .isEqualTo("From 40.0% (May) to 42.5% (June): Price +3.0 points, Cost -0.5 points.");
    }

    @Test
    void smallContributionsToLargeValuesCanBeSeen() {
        String small = Waterfall.of("Revenue", Unit.ANY, NUMBERS, "a", 1_000_000, "b", 1_002_000)
                .steps(List.of(new Step("Price", 2000))).element();
        assertThat(small).contains("cut off at the left");
        assertThat(revenue(new Step("Price", 40)).element()).doesNotContain("cut off");
    }

    @Test
    void riseAndFallHaveTheirSignAndTheirStyle() {
        assertThat(revenue(new Step("Price", 60), new Step("Volume", -20)).svg())
                .contains("class=\"rise\"", "class=\"fall\"", ">+60.00</text>", ">-20.00</text>");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> new Step("x", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Waterfall.of("x", Unit.ANY, NUMBERS, "a", Double.NaN, "b", 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

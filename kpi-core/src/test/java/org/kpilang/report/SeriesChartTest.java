package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Reference;
import org.kpilang.testing.Business;
import org.kpilang.unit.Unit;

class SeriesChartTest {

    private static final Numbers NUMBERS = Numbers.of(Business.since("2024-01").currency("EUR").input("a", "EUR")
            .kpi("k", null, Reference.to("a")).facts("a", 1).ask().model());
    private static final List<String> MONTHS = List.of("2024-01", "2024-02", "2024-03", "2024-04");

    private static SeriesChart margin() {
        return SeriesChart.of("Margin", Unit.PERCENT, NUMBERS, MONTHS, 0.4, Double.NaN, 0.45, 0.38);
    }

    @Test
    void saysInWordsWhatThereIsToSee() {
        SeriesChart chart = margin().target(0.42, 0.42, 0.43, 0.44)
                .signals(List.of(new SeriesChart.Signal(3, "below the lower limit"))).openFrom(3);
        assertThat(chart.description()).isEqualTo("From 40.0% in 2024-01 to 38.0% in 2024-04; lowest 38.0% in 2024-04,"
                + " highest 45.0% in 2024-03. 1 period has no value. The target in 2024-04 is 44.0%. Signals: 2024-04,"
                + " below the lower limit. From 2024-04 on the facts are not complete.");
        assertThat(chart.text()).isEqualTo("Margin\n2024-01  ▃ █▁  2024-04\n" + chart.description() + "\n");
        assertThat(SeriesChart.of("x", Unit.ANY, NUMBERS, List.of("a", "b"), Double.NaN, Double.NaN).description())
                .isEqualTo("No values from a to b.");
    }

    @Test
    void everythingThatIsDrawnIsInTheTable() {
        Block.Table table = (Block.Table) margin().target(0.42, Double.NaN, 0.43, 0.44)
                .limits(new double[] {.4, .4, .4, .4}, new double[] {.3, .3, .3, .3}, new double[] {.5, .5, .5, .5})
                .projection(new double[] {Double.NaN, Double.NaN, Double.NaN, .41},
                        new double[] {Double.NaN, Double.NaN, Double.NaN, .39},
                        new double[] {Double.NaN, Double.NaN, Double.NaN, .43})
                .beside("industry", .5, .5, .5, .5)
                .signals(List.of(new SeriesChart.Signal(2, "high"))).alternative();
        assertThat(table.columns()).extracting(heading -> heading.text().plain()).containsExactly("Period", "Value",
                "Target", "Centre", "Lower limit", "Upper limit", "Expected", "At least", "At most", "industry",
                "Signal");
        assertThat(table.rows().get(1)).extracting(Phrase::plain)
                .containsExactly("2024-02", "–", "–", "40.0%", "30.0%", "50.0%", "–", "–", "–", "50.0%", "");
        assertThat(table.rows().get(2)).extracting(Phrase::plain).endsWith("50.0%", "high");
    }

    @Test
    void eachSortOfLineIsDrawnInItsOwnWay() {
        String svg = margin().target(0.42, 0.42, 0.43, 0.44)
                .limits(new double[] {.4, .4, .4, .4}, new double[] {.3, .3, .3, .3}, new double[] {.5, .5, .5, .5})
                .projection(new double[] {Double.NaN, Double.NaN, Double.NaN, .41},
                        new double[] {Double.NaN, Double.NaN, Double.NaN, .39},
                        new double[] {Double.NaN, Double.NaN, Double.NaN, .43})
                .signals(List.of(new SeriesChart.Signal(2, "high"))).openFrom(3).svg();
        assertThat(svg).contains("<style>", "class=\"values\"", "class=\"target\"", "class=\"centre\"",
                "class=\"limit\"", "class=\"limits\"", "class=\"projected\"", "class=\"band\"", "class=\"signal\"", "class=\"hatch\"",
                "class=\"last hollow\"");
        assertThat(margin().element()).doesNotContain("<style>", "class=\"target\"", "class=\"limit\"",
                "class=\"signal\"", "class=\"open\"");
    }

    @Test
    void theAxisHasRoundTicksInTheUnit() {
        assertThat(margin().element()).contains(">38%</text>", ">46%</text>");
        assertThat(SeriesChart.of("Sales", Unit.of("EUR"), NUMBERS, MONTHS, 1_200_000, 2_400_000, 900_000, 1).element())
                .contains(">0.5M</text>", ">2.5M</text>", "Value, EUR");
        assertThat(SeriesChart.of("Sales", Unit.of("EUR"), NUMBERS.in(Locale.GERMANY), MONTHS, 0, 1, 2, 2.4).element())
                .contains(">0,5</text>", ">2,5</text>");
        assertThat(SeriesChart.of("Tiny", Unit.ANY, NUMBERS, List.of("a"), 3e-9).element()).contains("E-9</text>");
    }

    @Test
    void periodsAreToldAtRegularDistancesUpToTheLast() {
        List<String> months = IntStream.range(0, 60)
                .mapToObj(month -> String.format(Locale.ROOT, "%d-%02d", 2020 + month / 12, month % 12 + 1)).toList();
        String svg = SeriesChart.of("x", Unit.ANY, NUMBERS, months, new double[60]).element();
        assertThat(svg).contains(">2024-12</text>", ">2023-12</text>", ">2020-12</text>")
                .doesNotContain(">2024-11</text>");
    }

    @Test
    void figuresThatDoNotFitThePeriodsAreRefused() {
        assertThatThrownBy(() -> margin().target(1, 2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 figures for 4 periods");
        assertThatThrownBy(() -> SeriesChart.of("x", Unit.ANY, NUMBERS, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> margin().signals(List.of(new SeriesChart.Signal(4, "late"))))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}

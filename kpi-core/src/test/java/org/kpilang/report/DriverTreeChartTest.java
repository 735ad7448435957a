package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.report.DriverTreeChart.Node;

class DriverTreeChartTest {

    private static final Node REVENUE = new Node("Revenue", "1.2M", "+4%", Tone.GOOD, List.of(
            new Node("Customers", "400", "+6%", Tone.GOOD, List.of(
                    new Node("New", "30", "", Tone.NEUTRAL, List.of()),
                    new Node("Lost", "6", "+2", Tone.BAD, List.of()))),
            new Node("Price", "3,000", "-2%", Tone.BAD, List.of())));

    @Test
    void asTextItIsATreeOfLines() {
        assertThat(DriverTreeChart.of("What drives revenue", REVENUE).text()).isEqualTo("""
                What drives revenue
                  Revenue: 1.2M, +4%
                  ├─ Customers: 400, +6%
                  │  ├─ New: 30
                  │  └─ Lost: 6, +2
                  └─ Price: 3,000, -2%
                """);
    }

    @Test
    void asAPictureItHasABoxForEachAndAListBesides() {
        DriverTreeChart tree = DriverTreeChart.of("What drives revenue", REVENUE);
        assertThat(tree.element().split("<rect", -1)).hasSize(6);
        assertThat(tree.element()).contains("box good", "box bad", ">◆ Price</text>");
        Block.Bullets list = (Block.Bullets) tree.alternative();
        assertThat(list.items().get(0).below().get(0).below()).extracting(item -> item.text().plain())
                .containsExactly("New: 30", "Lost: 6, +2");
    }

    @Test
    void aTreeThatNobodyReadsIsRefused() {
        Node node = new Node("x", "1", "", Tone.NEUTRAL, List.of());
        for (int i = 0; i < 40; i++) {
            node = new Node("x", "1", "", Tone.NEUTRAL, List.of(node));
        }
        Node deep = node;
        assertThatThrownBy(() -> DriverTreeChart.of("deep", deep)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tree of more than 32 levels");
    }
}

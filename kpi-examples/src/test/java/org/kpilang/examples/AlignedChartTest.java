package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kpilang.leadlag.Alignment;
import org.kpilang.report.AlignedChart;
import org.kpilang.time.Period;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The picture is read back by a parser of XML, which the module of the core does not see. */
class AlignedChartTest {

    private static final String HOSTILE = "</title><script>alert('1')</script>&\u0000";

    /** A candidate that comes two months earlier, against the outcome or not. */
    private static Alignment alignment(int months, double correlation) {
        List<Alignment.Point> points = new ArrayList<>();
        for (int t = 0; t < months + 2; t++) {
            double wave = 2 * Math.sin(t / 3.0);
            points.add(new Alignment.Point(t + 1, t < 2 ? Double.NaN : Math.signum(correlation) * wave,
                    t < months ? wave : Double.NaN));
        }
        return new Alignment(1, 2, correlation, points);
    }

    @Test
    void bothStandAboveEachOtherMovedByTheLead() {
        assertThat(AlignedChart.of(alignment(24, 0.9), "ads", "sales", Period.parse("2023-12")).text()).isEqualTo("""
                growth of ads and sales by month, without season
                    ▇████▇▆▅▄▂▁▁▁▁▁▂▃▅▆▇████  ads, 2 months later
                  ▅▆▇████▇▆▅▄▂▁▁▁▁▁▂▃▅▆▇██    sales
                  2024-01            2026-02
                """);
    }

    @Test
    void whatMovesAgainstTheOutcomeIsDrawnUpsideDown() {
        String along = AlignedChart.of(alignment(24, 0.9), "ads", "sales", Period.parse("2023-12")).text();
        String against = AlignedChart.of(alignment(24, -0.9), "ads", "sales", Period.parse("2023-12")).text();
        assertThat(against).isEqualTo(along.replace("2 months later", "2 months later, upside down"));
    }

    @Test
    void manyPeriodsShareAColumn() {
        List<String> lines = AlignedChart.of(alignment(500, 0.9), "ads", "sales", Period.parse("1980-01")).text()
                .lines()
                .toList();
        assertThat(lines.get(1).length()).isLessThanOrEqualTo(2 + 64 + 2 + "ads, 2 months later".length());
        assertThat(lines.get(3)).startsWith("  1980-02 ").endsWith("2021-11");
    }

    @Test
    void nothingBreaksOutOfThePictureAndItsStylesAreItsOwn() throws Exception {
        String svg = AlignedChart.of(alignment(24, -0.9), HOSTILE, "sales", Period.parse("2023-12")).svg();

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .contains(HOSTILE.replace('\u0000', '\uFFFD'));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent()).endsWith(
                ", 2 months later, upside down; the correlation is -0.90");
        for (String rule : document.getElementsByTagName("style").item(0).getTextContent().split("}")) {
            assertThat(rule.substring(rule.lastIndexOf("){") + 1)).matches("\\{?\\.kpi-aligned .*|");
        }
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        assertThat(AlignedChart.of(alignment(24, 0.9), "\u001B[2J", "sales", Period.parse("2023-12")).text())
                .contains("<U+001B>[2J").doesNotContain("\u001B");
    }
}

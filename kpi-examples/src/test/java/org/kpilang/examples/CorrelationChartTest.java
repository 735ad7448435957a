package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.kpilang.leadlag.Correlogram;
import org.kpilang.report.CorrelationChart;
import org.kpilang.time.Grain;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The picture is read back by a parser of XML, which the module of the core does not see. */
class CorrelationChartTest {

    private static final String HOSTILE = "</title><script>alert('1')</script>&\u0000";

    @Test
    void nothingBreaksOutOfThePicture() throws Exception {
        List<Correlogram.Point> points = IntStream.rangeClosed(-12, 12)
                .mapToObj(lead -> new Correlogram.Point(lead, lead == 4 ? -0.8 : 0.1, 0.5)).toList();
        String svg = CorrelationChart.of(new Correlogram(3, points), HOSTILE, "sales", Grain.MONTH).svg();

        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .contains(HOSTILE.replace('\u0000', '\uFFFD'));
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("the largest correlation is -0.80, at a lead of 4; 1 of 25 leads are beyond chance");
        assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(26);
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        List<Correlogram.Point> points = List.of(new Correlogram.Point(0, 0.4, 0.5));
        assertThat(CorrelationChart.of(new Correlogram(1, points), "\u001B[2J", "sales", Grain.MONTH).text())
                .contains("<U+001B>[2J").doesNotContain("\u001B");
    }
}

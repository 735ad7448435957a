package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.source.Origin;

/** What companies published comes out of their own facts. */
class ReportedFiguresTest {

    static Stream<Arguments> examples() {
        return Stream.of(Arguments.of(new Southwest(), 24), Arguments.of(new MatchGroup(), 10),
                Arguments.of(new Netflix(), 6), Arguments.of(new OnlineShop(), 5),
                Arguments.of(new MusicShop(), 4), Arguments.of(new JaffleShop(), 3), Arguments.of(new Telecom(), 6),
                Arguments.of(new Demo(), 58));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areReproduced(Example example, int count) throws IOException {
        assertThat(example.figures()).hasSize(count).allSatisfy(figure ->
                assertThat(figure.isReproduced()).as(figure.toString()).isTrue());
    }

    @Test
    void areShownWithTheirDifference() throws IOException {
        List<String> lines = FigureTable.of(new Demo().figures()).lines().toList();
        assertThat(lines).hasSize(1 + 58 + 2);
        assertThat(lines.get(lines.size() - 1)).isEqualTo("58 of 58 figures reproduced within half a unit of their last digit.");
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Southwest Airlines +load factor +2012 +80\\.3 +80\\.2847 +-0\\.0153  %"));
    }

    @ParameterizedTest
    @CsvSource({
        "southwest/southwest.kpi, load_factor, supply", "southwest/southwest.kpi, load_factor.length_of_haul, supply",
        "match/match.kpi, arpu.reported_average_per_day, saas", "netflix/netflix.kpi, arpu.reported_average, saas",
        "netflix/netflix.kpi, operating_margin, finance", "netflix/netflix.kpi, revenue_growth_yoy, finance",
        "shop/shop.kpi, conversion_rate, ecommerce", "shop/shop.kpi, pages_per_session, ecommerce",
        "music/music.kpi, avg_order_value, sales", "jaffle/jaffle.kpi, avg_order_value, sales",
        "telecom/telecom.kpi, customer_churn, saas", "telecom/telecom.kpi, gross_mrr_churn, saas",
        "telecom/telecom.kpi, arpa, saas"})
    void areOfKpisOfTheCatalogue(String file, String kpi, String trade) throws IOException {
        Origin origin = Resources.model(file).kpi(kpi).orElseThrow().definition().origin();
        assertThat(origin.describe()).startsWith("standard/" + trade + ".kpi:");
    }
}

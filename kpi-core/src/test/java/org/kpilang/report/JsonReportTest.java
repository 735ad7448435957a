package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.expression.Reference;
import org.kpilang.model.Property;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.source.Origin;
import org.kpilang.testing.Business;

class JsonReportTest {

    private static JsonNode read(Result result) throws JsonProcessingException {
        return new ObjectMapper().readTree(JsonReport.of(result).text());
    }

    @Test
    void oneObjectWithASeriesForEachSlice() {
        assertThat(JsonReport.of(Sample.whole().ask().from("2024-01").to("2024-02").kpis("gross_margin", "cac").run()))
                .hasToString("""
                        {
                          "calendar": "gregorian",
                          "grain": "month",
                          "periods": ["2024-01", "2024-02"],
                          "dimensions": [],
                          "kpis": [
                            {
                              "id": "gross_margin",
                              "title": "Gross margin",
                              "unit": "percent",
                              "series": [
                                {
                                  "slice": {},
                                  "values": [0.4, 0.39224310275889646],
                                  "targets": [0.38, 0.4],
                                  "statuses": ["green", "amber"]
                                }
                              ]
                            },
                            {
                              "id": "cac",
                              "title": "Customer acquisition cost",
                              "unit": "USD / customer",
                              "series": [
                                {
                                  "slice": {},
                                  "values": [50, null],
                                  "absent": [
                                    {"period": "2024-02", "reasons": [{"code": "ZERO_DIVISOR", "message": \
                        "new_customers is 0 in 2024-02", "place": null}]}
                                  ]
                                }
                              ]
                            }
                          ]
                        }
                        """);
    }

    @Test
    void anIndependentReaderGetsEveryCellBack() throws JsonProcessingException {
        Result result = Sample.byRegion().ask().by("region").run();
        Scorecard scorecard = Scorecard.of(result);

        JsonNode json = read(result);

        assertThat(json.get("kpis")).hasSize(3);
        for (int kpi = 0; kpi < 3; kpi++) {
            JsonNode series = json.get("kpis").get(kpi).get("series");
            assertThat(series).hasSameSizeAs(result.slices());
            for (int slice = 0; slice < result.slices().size(); slice++) {
                JsonNode one = series.get(slice);
                for (int period = 0; period < result.periods(); period++) {
                    JsonNode value = one.get("values").get(period);
                    assertThat(value.isNull() ? Double.NaN : value.asDouble())
                            .isEqualTo(Double.valueOf(result.valueOr(kpi, slice, period, Double.NaN)));
                    if (kpi == 0) {
                        assertThat(one.get("targets").get(period).asDouble())
                                .isEqualTo(scorecard.targetOr(kpi, slice, period, -1));
                        assertThat(one.get("statuses").get(period).asText())
                                .isEqualTo(scorecard.status(kpi, slice, period).orElse(""));
                    }
                }
            }
        }
    }

    @Test
    void anIndependentReaderGetsEveryNameBack() throws JsonProcessingException {
        Result result = Sample.hostile().ask().kpis("revenue_total").by("region").run();
        List<String> read = new ArrayList<>();
        read(result).get("kpis").get(0).get("series")
                .forEach(series -> read.add(series.get("slice").path("region").asText(null)));

        List<String> expected = new ArrayList<>();
        result.slices().forEach(slice -> expected.add(slice.member("region").orElse(null)));
        assertThat(read).isEqualTo(expected);
        assertThat(expected).containsAll(Sample.HOSTILE);
    }

    @Test
    void theTextIsSafeInsideAPage() {
        String json = JsonReport.of(Sample.hostile().ask().by("region").run()).text();

        assertThat(json).doesNotContain("</", "\u2028", "\u001B").contains("<\\/script>");
    }

    @Test
    void halfACharacterIsEscaped() {
        assertThat(JsonWriter.text("a\uD83Db\uDE00c")).isEqualTo("\"a\\ud83db\\ude00c\"");
        assertThat(JsonWriter.text("\uD83D\uDE00")).isEqualTo("\"\uD83D\uDE00\"");
        assertThat(JsonWriter.text(null)).isEqualTo("null");
    }

    @Test
    void versionsVariantsAndComparisonsAreThereIfThereAreAny() {
        Business business = Business.since("2024-01").input("a", null)
                .kpi("k", null, Reference.to("a"), new Property.Until("2024-01", Origin.NONE),
                        new Property.Baseline(Business.number("90"), null, Origin.NONE),
                        new Property.Benchmark("industry", Business.number("2.6"), Origin.NONE))
                .variant("k", "K", "other", Reference.to("a"))
                .facts("a", 1, 2);

        assertThat(JsonReport.of(business.ask().run()).text()).contains("""
                      "id": "k",
                      "title": "k",
                      "defined": "as defined then",
                      "versions": ["until 2024-01", null],
                      "unit": null,
                      "series": [
                        {
                          "slice": {},
                          "values": [1, null],
                          "baselines": [90, null],
                          "benchmarks": {"industry": [2.6, null]},
                          "absent": [
                            {"period": "2024-02", "reasons": [{"code": "NOT_DEFINED", "message": \
                "no definition of k holds in 2024-02; the last one ended with 2024-01", "place": null}]}
                          ]
                """, """
                      "id": "k.other",
                      "title": "K (other)",
                      "variant": "other",
                      "unit": null,
                """);
    }
}

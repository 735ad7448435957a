package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Four pairs step by step against the reference: growth, season, model, and every lead of every scale. */
class TimingStepsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void everyStepAgreesWithTheReference() throws IOException {
        JsonNode cases;
        try (InputStream file = TimingStepsTest.class.getResourceAsStream("steps.json")) {
            cases = new ObjectMapper().readTree(file);
        }
        Map<String, CaseFile.Pair> pairs = new HashMap<>(CaseFile.pairs("pipeline_inputs.csv"));
        pairs.putAll(CaseFile.pairs("synth_series.csv.gz"));
        pairs.putAll(CaseFile.pairs("option_series.csv"));
        assertThat(cases).hasSize(4);
        for (JsonNode expected : cases) {
            check(expected, pairs.get(expected.get("case").asText()));
        }
    }

    private static void check(JsonNode expected, CaseFile.Pair pair) {
        int season = expected.get("season").asInt();
        TimingTest test = TimingTest.ofSeason(season).largestLead(expected.get("max_lag").asInt())
                .logarithms(expected.get("log_x").asBoolean(), expected.get("log_y").asBoolean());
        ScaledSeries candidate = test.scaledCandidate(pair.x()).series();
        ScaledSeries outcome = test.scaledOutcome(pair.y()).series();
        PreparedSeries x = candidate.prepared();
        PreparedSeries y = outcome.prepared();
        agree(x.growth(), expected.get("x_prepared"));
        agree(y.growth(), expected.get("y_prepared"));
        assertThat(x.seasonFreedom()).isCloseTo(expected.get("season_df_x").asDouble(), CLOSE);
        assertThat(y.seasonFreedom()).isCloseTo(expected.get("season_df_y").asDouble(), CLOSE);
        agree(x.model().coefficients(), expected.get("ar_x"));
        agree(y.model().coefficients(), expected.get("ar_y"));
        agree(x.model().autocorrelations(24), expected.get("rho_x"));
        agree(y.model().autocorrelations(24), expected.get("rho_y"));
        List<ScaleTest> scales = test.pair(candidate, outcome, pair.x().length).scales();
        assertThat(scales).hasSize(expected.get("scales").size());
        for (int i = 0; i < scales.size(); i++) {
            check(scales.get(i), expected.get("scales").get(i));
        }
    }

    private static void check(ScaleTest test, JsonNode expected) {
        assertThat(test.terms()).isEqualTo(expected.get("m").asInt());
        assertThat(test.variance()).isCloseTo(expected.get("V").asDouble(), CLOSE);
        assertThat(test.smoothness()).isCloseTo(expected.get("theta").asDouble(), CLOSE);
        assertThat(test.lead()).isEqualTo(expected.get("best_lag").asInt());
        assertThat(test.familyChance()).isCloseTo(expected.get("p_family").asDouble(), CLOSE);
        List<Double> correlations = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        for (int lead = -test.most(); lead <= test.most(); lead++) {
            correlations.add(test.correlation(lead));
            chances.add(test.chance(lead));
        }
        agree(correlations.stream().mapToDouble(Double::doubleValue).toArray(), expected.get("q"));
        agree(chances.stream().mapToDouble(Double::doubleValue).toArray(), expected.get("p"));
    }

    private static void agree(double[] actual, JsonNode expected) {
        assertThat(actual).hasSize(expected.size());
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected.get(i).asDouble(), CLOSE);
        }
    }
}

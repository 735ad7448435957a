package org.kpilang.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kpilang.leadlag.ScreenedPair;
import org.kpilang.leadlag.Screening;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.series.Series;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

class TimingReportTest {

    private static final TimingTest TEST = TimingTest.of(Grain.MONTH);
    private static final String HOSTILE = "=a<b>\"&'";

    /** A candidate with a harmful name that leads by four months, one that does not move, and one of its own. */
    private static Map<String, Series> candidates() {
        Map<String, Series> series = new LinkedHashMap<>();
        series.put(HOSTILE, levels(4));
        series.put("still", Series.of(Period.parse("2015-01"), new double[100]));
        series.put("other", levels(-1));
        return series;
    }

    private static Series levels(int ahead) {
        Random random = new Random(ahead < 0 ? 99 : 5);
        double[] moves = random.doubles(120, -1, 1).toArray();
        double[] levels = new double[100];
        double level = 100;
        for (int t = 0; t < levels.length; t++) {
            level *= 1.01 + 0.03 * moves[t + 10 + Math.max(0, ahead)];
            levels[t] = level;
        }
        return Series.of(Period.parse("2015-01"), levels);
    }

    private static List<ScreenedPair> pairs() {
        return Screening.of(TEST).against("sales", levels(0), candidates());
    }

    @Test
    void aTableForPeople() {
        assertThat(TimingReport.of(pairs(), Grain.MONTH).text()).isEqualTo("""
                Candidate  Timing      Lead   Range  Correlation    Chance  Sure
                ─────────  ──────────  ────  ──────  ───────────  ────────  ────
                =a<b>"&'   leading        4  4 to 4         0.99  < 0.0001  high
                other      none found                               1.0000
                still      not tested

                =a<b>"&' comes about 4 months before sales; chance alone would show as much in less than 1 of 1,000,000 \
                unrelated pairs
                still and sales cannot be compared: one of the two does not move, or moves with the season alone

                1 of 3 relations hold after the correction for testing many; first is not the same as cause
                """);
        assertThat(TimingReport.of(List.of(), Grain.MONTH).text()).isEqualTo("there is nothing to compare\n");
    }

    /** The names of columns are whatever a file says. */
    @Test
    void controlCharactersDoNotReachTheTerminal() {
        List<ScreenedPair> pairs = Screening.of(TEST).against("\u001B[2J", levels(0), Map.of("\u001B[1A", levels(4)));
        assertThat(TimingReport.of(pairs, Grain.MONTH).text()).contains("<U+001B>[1A", "<U+001B>[2J")
                .doesNotContain("\u001B");
    }

    @Test
    void rowsForASpreadsheet() {
        List<String> lines = TimingCsvReport.of(pairs()).text().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith("\"'=a<b>\"\"&'\",sales,leading,4,4,4,0.98");
        assertThat(lines.get(3)).isEqualTo("still,sales,abstain,,,,,,,,,,,,,100,CONSTANT,unknown");
        assertThat(lines).allMatch(line -> line.replaceAll("\"[^\"]*\"\"[^\"]*\"", "x").split(",", -1).length == 18);
    }

    @Test
    void aDocumentForPrograms() throws Exception {
        JsonNode json = new ObjectMapper().readTree(TimingJsonReport.of(pairs(), Grain.MONTH).text());
        assertThat(json.get("grain").asText()).isEqualTo("month");
        assertThat(json.get("pairs").get(0).get("candidate").asText()).isEqualTo(HOSTILE);
        assertThat(json.get("pairs").get(0).get("call").get("lead").asInt()).isEqualTo(4);
        assertThat(json.get("pairs").get(1).get("call").isNull()).isTrue();
        assertThat(json.get("pairs").get(2).get("abstention").asText()).isEqualTo("CONSTANT");
    }
}

package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers of an independent reference procedure to 1,165 pairs, figure by figure. */
class TimingCasesTest {

    private static final double TOLERANCE = 1e-9;

    @Test
    void answersTheSyntheticPairsAsTheReferenceDoes() {
        Map<String, CaseFile.Pair> pairs = CaseFile.pairs("synth_series.csv.gz");
        Map<String, NamedCsvRecord> cases = byId("synth_cases.csv");
        List<String> differences = new ArrayList<>();
        List<NamedCsvRecord> expected = CaseFile.rows("synth_expected.csv");
        for (NamedCsvRecord row : expected) {
            String id = row.getField("case_id");
            CaseFile.Pair pair = pairs.get(id);
            TimingTest test = TimingTest.ofSeason(Integer.parseInt(cases.get(id).getField("season")));
            TimingFinding finding = test.test(pair.x(), pair.y());
            compare(row, finding, differences);
            compareFastest(row, finding, differences);
        }
        assertThat(expected).hasSize(1_073);
        assertThat(differences).isEmpty();
    }

    @Test
    void answersPairsWithOptionsAndHardPairsAsTheReferenceDoes() {
        Map<String, CaseFile.Pair> pairs = CaseFile.pairs("option_series.csv");
        Map<String, NamedCsvRecord> cases = byId("option_cases.csv");
        List<String> differences = new ArrayList<>();
        List<NamedCsvRecord> expected = CaseFile.rows("option_expected.csv");
        for (NamedCsvRecord row : expected) {
            CaseFile.Pair pair = pairs.get(row.getField("case_id"));
            compare(row, test(cases.get(row.getField("case_id"))).test(pair.x(), pair.y()), differences);
        }
        assertThat(expected).hasSize(92);
        assertThat(differences).isEmpty();
    }

    private static TimingTest test(NamedCsvRecord options) {
        TimingTest test = TimingTest.ofSeason(Integer.parseInt(options.getField("season")));
        if (!options.getField("max_lag").isEmpty()) {
            test = test.largestLead(Integer.parseInt(options.getField("max_lag")));
        }
        if (!options.getField("tolerance").isEmpty()) {
            test = test.tolerance(Integer.parseInt(options.getField("tolerance")));
        }
        if (!options.getField("alpha").isEmpty()) {
            test = test.significance(Double.parseDouble(options.getField("alpha")));
        }
        String sign = options.getField("sign");
        if (!sign.isEmpty()) {
            test = test.direction(sign.equals("1") ? Direction.SAME
                    : sign.equals("-1") ? Direction.OPPOSITE : Direction.UNKNOWN);
        }
        if (options.getField("horizon").equals("fastest")) {
            test = test.horizon(Horizon.FASTEST);
        }
        return test.logarithms(flag(options.getField("log_x")), flag(options.getField("log_y")));
    }

    private static Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text.equals("1"));
    }

    private static void compare(NamedCsvRecord row, TimingFinding finding, List<String> differences) {
        same(row, "predicted_class", word(finding.timing()), differences);
        close(row, "p_value", finding.abstention() != null ? null : finding.chance(), differences);
        same(row, "reason", finding.abstention() == null ? "" : finding.abstention().name(), differences);
        TimingFinding.Call call = finding.call();
        same(row, "lead", call == null ? "" : call.lead(), differences);
        same(row, "lead_lo", call == null ? "" : call.lowestLead(), differences);
        same(row, "lead_hi", call == null ? "" : call.highestLead(), differences);
        same(row, "scale", call == null ? "" : call.scale(), differences);
        close(row, "r", call == null ? null : call.correlation(), differences);
        close(row, "neff", call == null ? null : call.effectiveSample(), differences);
        same(row, "confidence", call == null ? "" : call.confidence(), differences);
        same(row, "single_episode", call == null ? "" : call.singleEpisode(), differences);
    }

    private static void compareFastest(NamedCsvRecord row, TimingFinding finding, List<String> differences) {
        TimingFinding.Call fastest = finding.fastest();
        same(row, "fastest_class", fastest == null ? "" : word(fastest.timing()), differences);
        same(row, "fastest_lead", fastest == null ? "" : fastest.lead(), differences);
        same(row, "fastest_scale", fastest == null ? "" : fastest.scale(), differences);
    }

    private static String word(TimingClass timing) {
        return timing.name().toLowerCase(Locale.ROOT);
    }

    private static void same(NamedCsvRecord row, String column, Object actual, List<String> differences) {
        if (!row.getField(column).equals(actual.toString())) {
            differences.add(row.getField("case_id") + " " + column + " " + row.getField(column) + " but " + actual);
        }
    }

    /** To 1e-9, and for small chances to 1e-9 of themselves. */
    private static void close(NamedCsvRecord row, String column, Double actual, List<String> differences) {
        String text = row.getField(column);
        if (text.isEmpty() || actual == null) {
            same(row, column, actual == null ? "" : actual, differences);
            return;
        }
        double expected = Double.parseDouble(text);
        double scale = column.equals("p_value") && expected > 1e-100 ? expected : Math.max(1, Math.abs(expected));
        if (!(Math.abs(actual - expected) <= TOLERANCE * scale)) {
            differences.add(row.getField("case_id") + " " + column + " " + expected + " but " + actual);
        }
    }

    private static Map<String, NamedCsvRecord> byId(String name) {
        Map<String, NamedCsvRecord> rows = new HashMap<>();
        CaseFile.rows(name).forEach(row -> rows.put(row.getField("case_id"), row));
        return rows;
    }
}

package org.kpilang.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.probability.ChiSquared;
import org.kpilang.probability.Fisher;
import org.kpilang.probability.Normal;
import org.kpilang.probability.Student;

/** The building blocks against R 4.2.2 (stats, lmtest, tseries, urca, mFilter), figure by figure. */
class ReferenceFiguresTest {

    private static final int MOST = 12;

    private final Map<String, CaseFile.Pair> pairs = new HashMap<>();

    @Test
    void everyFigureOfRIsReproduced() {
        List<String> differences = new ArrayList<>();
        List<NamedCsvRecord> rows = CaseFile.rows("r_expected.csv");
        for (NamedCsvRecord row : rows) {
            String quantity = row.getField("quantity");
            double expected = Double.parseDouble(row.getField("value"));
            double actual = row.getField("pair").equals("special")
                    ? special(quantity, row.getField("arg"))
                    : actual(quantity, Integer.parseInt(row.getField("arg")),
                            pairs.computeIfAbsent(row.getField("pair"), ReferenceFiguresTest::pair));
            double tolerance = quantity.startsWith("hp129600") ? 1e-8 : 1e-9;
            boolean relative = quantity.contains("_p_") && expected > 1e-100 || quantity.endsWith("_sf");
            double scale = relative ? expected : Math.max(1, Math.abs(expected));
            if (!(Math.abs(actual - expected) <= tolerance * scale)) {
                differences.add(row.getField("pair") + " " + quantity + " " + row.getField("arg") + ": " + expected
                        + " but " + actual);
            }
        }
        assertThat(rows).hasSize(1_096);
        assertThat(differences).isEmpty();
    }

    private static CaseFile.Pair pair(String name) {
        List<NamedCsvRecord> rows = CaseFile.rows("r_inputs/" + name + ".csv");
        return new CaseFile.Pair(rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("x"))).toArray(),
                rows.stream().mapToDouble(row -> Double.parseDouble(row.getField("y"))).toArray());
    }

    private static double actual(String quantity, int argument, CaseFile.Pair pair) {
        double[] x = pair.x();
        double[] y = pair.y();
        int most = Math.min(MOST, x.length / 4);
        return switch (quantity) {
            case "n" -> x.length;
            case "acf_x" -> Autocorrelation.of(x, most)[argument];
            case "acf_y" -> Autocorrelation.of(y, most)[argument];
            case "pacf_x" -> Autocorrelation.partial(x, most)[argument - 1];
            case "ccf_lead" -> CrossCorrelation.of(x, y, most).at(argument);
            case "ccf_prewhitened_x_burg4_lead" -> Prewhitening.byCandidate(x, y, 4, most).at(argument);
            case "ccf_prewhitened_both_burg4_lead" -> Prewhitening.byBoth(x, y, 4, most).at(argument);
            case "ar_ols_x_p1_phi" -> AutoregressiveModel.leastSquares(x, 1).coefficients()[argument - 1];
            case "ar_ols_x_p4_phi" -> AutoregressiveModel.leastSquares(x, 4).coefficients()[argument - 1];
            case "ar_ols_x_p1_intercept" -> AutoregressiveModel.leastSquares(x, 1).constant();
            case "ar_ols_x_p4_intercept" -> AutoregressiveModel.leastSquares(x, 4).constant();
            case "ar_yw_x_p1_phi" -> AutoregressiveModel.yuleWalker(x, 1).coefficients()[argument - 1];
            case "ar_yw_x_p4_phi" -> AutoregressiveModel.yuleWalker(x, 4).coefficients()[argument - 1];
            case "ar_burg_x_p1_phi" -> AutoregressiveModel.of(x, 1).coefficients()[argument - 1];
            case "ar_burg_x_p4_phi" -> AutoregressiveModel.of(x, 4).coefficients()[argument - 1];
            case "haugh_Q_lead_1..L" -> Prewhitening.Haugh.of(x, y, 4, argument).q();
            case "haugh_p_lead" -> Prewhitening.Haugh.of(x, y, 4, argument).chance();
            case "granger_F_x_to_y" -> GrangerTest.of(x, y, argument).f();
            case "granger_p_x_to_y" -> GrangerTest.of(x, y, argument).chance();
            case "granger_df2_x_to_y" -> GrangerTest.of(x, y, argument).remainingFreedom();
            case "granger_F_y_to_x" -> GrangerTest.of(y, x, argument).f();
            case "granger_p_y_to_x" -> GrangerTest.of(y, x, argument).chance();
            case "pearson_t_lag0" -> PearsonTest.of(x, y).t();
            case "pearson_p_lag0" -> PearsonTest.of(x, y).chance();
            case "kpss_level_lshort" -> Stationarity.kpss(x);
            case "adf_t_k4_x" -> Stationarity.dickeyFuller(x, argument);
            case "hp129600_cycle_y" -> HodrickPrescott.cycle(y, 129_600)[argument - 1];
            default -> throw new AssertionError(quantity);
        };
    }

    private static double special(String quantity, String arguments) {
        double[] given = Arrays.stream(arguments.split(";"))
                .mapToDouble(part -> Double.parseDouble(part.substring(part.indexOf('=') + 1))).toArray();
        return switch (quantity) {
            case "t_sf" -> Student.upperTail(given[0], given[1]);
            case "f_sf" -> Fisher.upperTail(given[0], given[1], given[2]);
            case "chisq_sf" -> ChiSquared.upperTail(given[1], given[0]);
            case "norm_isf" -> Normal.upperQuantile(given[0]);
            case "hp_lambda_for_period" -> HodrickPrescott.lambda(given[0]);
            default -> throw new AssertionError(quantity);
        };
    }
}

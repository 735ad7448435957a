package org.kpilang.examples.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.leadlag.Direction;
import org.kpilang.leadlag.Horizon;
import org.kpilang.leadlag.Procedure;
import org.kpilang.leadlag.TimingFinding;
import org.kpilang.leadlag.TimingTest;
import org.kpilang.report.Numbers;

/**
 * Many pairs from files, tested one by one. Cases have a {@code case_id} and may have {@code season, max_lag, tolerance,
 * alpha, sign, expected_sign, log_x, log_y, horizon}; series have {@code case_id, role, values}, where the values of
 * candidate {@code x} and outcome {@code y} are parted by semicolons, and an empty one is a missing period.
 */
final class PreparedPairs {

    private static final String HEADER = "case_id,predicted_class,lead,p_value,lead_lo,lead_hi,scale,r,neff,confidence,"
            + "single_episode,fastest_class,fastest_lead,fastest_scale,reason\n";

    private final String cases;
    private final String series;
    private final String out;
    private final Procedure procedure;

    PreparedPairs(String cases, String series, String out, Procedure procedure) {
        this.cases = cases;
        this.series = series;
        this.out = out;
        this.procedure = procedure;
    }

    void run(PrintWriter messages, ProgressBar progress) throws IOException {
        progress.begin("reading " + series);
        Map<String, TimingTest> tests = new LinkedHashMap<>();
        read(cases, row -> tests.put(id(cases, row), test(row)));
        Map<String, double[]> candidates = new HashMap<>();
        Map<String, double[]> outcomes = new HashMap<>();
        read(series, row -> (field(row, "role").equals("x") ? candidates : outcomes).put(id(series, row), values(row)));
        try (BufferedWriter writer = Files.newBufferedWriter(Path.of(out), StandardCharsets.UTF_8)) {
            writer.write(HEADER);
            progress.begin("testing pairs");
            int tested = 0;
            for (Map.Entry<String, TimingTest> test : tests.entrySet()) {
                double[] x = candidates.get(test.getKey());
                double[] y = outcomes.get(test.getKey());
                if (x == null || y == null) {
                    throw new RefusedException(series + " has no " + (x == null ? "x" : "y") + " of the case "
                            + test.getKey());
                }
                writer.write(test.getKey() + "," + row(test.getValue().procedure(procedure).test(x, y)) + "\n");
                progress.reached(++tested, tests.size());
            }
        } catch (NoSuchFileException e) {
            throw new RefusedException(out + " cannot be written");
        }
        progress.close();
        messages.println(tests.size() + " cases tested; the findings are in " + out);
    }

    private static String row(TimingFinding finding) {
        TimingFinding.Call call = finding.call();
        TimingFinding.Call fastest = finding.fastest();
        return String.join(",", word(finding.timing()),
                call == null ? "" : Integer.toString(call.lead()),
                Double.isNaN(finding.chance()) ? "" : Numbers.exact(finding.chance()),
                call == null ? ",,,,,," : call.lowestLead() + "," + call.highestLead() + "," + call.scale() + ","
                        + Numbers.exact(call.correlation()) + "," + Numbers.exact(call.effectiveSample()) + ","
                        + call.confidence() + "," + call.singleEpisode(),
                fastest == null ? ",," : word(fastest.timing()) + "," + fastest.lead() + "," + fastest.scale(),
                finding.abstention() == null ? "" : finding.abstention().name());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static TimingTest test(NamedCsvRecord row) {
        TimingTest test = TimingTest.ofSeason(integer(row, "season").orElse(1));
        test = integer(row, "max_lag").map(test::largestLead).orElse(test);
        test = integer(row, "tolerance").map(test::tolerance).orElse(test);
        String alpha = field(row, "alpha");
        test = alpha.isEmpty() ? test : test.significance(number(row, "alpha", alpha));
        int sign = integer(row, "sign").or(() -> integer(row, "expected_sign")).orElse(0);
        test = test.direction(sign > 0 ? Direction.SAME : sign < 0 ? Direction.OPPOSITE : Direction.UNKNOWN);
        test = field(row, "horizon").equalsIgnoreCase("fastest") ? test.horizon(Horizon.FASTEST) : test;
        return test.logarithms(flag(field(row, "log_x")), flag(field(row, "log_y")));
    }

    private static @Nullable Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text.equals("1") || text.equalsIgnoreCase("true"));
    }

    private static Optional<Integer> integer(NamedCsvRecord row, String column) {
        String text = field(row, column);
        return text.isEmpty() ? Optional.empty() : Optional.of((int) number(row, column, text));
    }

    private static double[] values(NamedCsvRecord row) {
        String[] parts = field(row, "values").split(";", -1);
        double[] values = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].isBlank() ? Double.NaN : number(row, "values", parts[i].strip());
        }
        return values;
    }

    private static double number(NamedCsvRecord row, String column, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, as an infinite number is.
        }
        throw new RefusedException("line " + row.getStartingLineNumber() + ": " + column + " is no number: `" + text + "`");
    }

    private static String id(String file, NamedCsvRecord row) {
        String id = field(row, "case_id");
        if (id.isEmpty()) {
            throw new RefusedException(file + " has a row without a case_id, on line " + row.getStartingLineNumber());
        }
        return id;
    }

    private static String field(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private interface Use {
        void of(NamedCsvRecord row);
    }

    private static void read(String name, Use use) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            rows.forEach(use::of);
        } catch (NoSuchFileException e) {
            throw new RefusedException("there is no file " + name);
        } catch (CsvParseException e) {
            throw new RefusedException(name + " cannot be read: " + e.getMessage());
        }
    }
}

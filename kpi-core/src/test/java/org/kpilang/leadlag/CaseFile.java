package org.kpilang.leadlag;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The files of cases beside the tests; their README says where they come from. */
final class CaseFile {

    /** Candidate and outcome of a case. */
    record Pair(double[] x, double[] y) {}

    private CaseFile() {}

    static List<NamedCsvRecord> rows(String name) {
        try (InputStream stream = Objects.requireNonNull(CaseFile.class.getResourceAsStream(name), name);
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pairs of a file of series, by the id of the case. */
    static Map<String, Pair> pairs(String name) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        Map<String, double[]> candidates = new LinkedHashMap<>();
        for (NamedCsvRecord row : rows(name)) {
            double[] values = values(row.getField("values"));
            if (row.getField("role").equals("x")) {
                candidates.put(row.getField(0), values);
            } else {
                pairs.put(row.getField(0), new Pair(candidates.get(row.getField(0)), values));
            }
        }
        return pairs;
    }

    private static double[] values(String text) {
        return Arrays.stream(text.split(";", -1))
                .mapToDouble(value -> value.isEmpty() ? Double.NaN : Double.parseDouble(value)).toArray();
    }
}

package org.kpilang.examples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;

/** The models and data of the examples, which are packed with the classes. */
final class Resources {

    private Resources() {}

    /** The text of a file beside the examples, such as {@code netflix/netflix.kpi}. */
    static String text(String file) throws IOException {
        try (InputStream resource = Resources.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IOException("there is no " + file);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The model of a file. */
    static Model model(String file) throws IOException {
        return KpiLanguage.check(SourceText.of(file, text(file))).orThrow();
    }

    /** The rows of a CSV file, for facts to be read from. */
    static CsvRows rows(String file) throws IOException {
        return CsvRows.of(new StringReader(text(file)));
    }

    /** The rows of a CSV file by the names of its columns. */
    static List<NamedCsvRecord> records(String file, char separator) throws IOException {
        return CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text(file)).stream().toList();
    }
}

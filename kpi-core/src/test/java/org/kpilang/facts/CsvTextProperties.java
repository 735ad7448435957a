package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** CSV is read as another reader reads it, in whatever pieces it comes. */
class CsvTextProperties {

    /** Whatever there may be, with many quotes, separators and line breaks. */
    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings().withChars("a\",\n\r 1").ofMaxLength(30).map(text -> "x,y\n" + text);
    }

    /** Texts that are put between quotes where it is needed, or for no reason. */
    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> cell = Arbitraries.strings().withChars("ab\",;\n\r é😀").ofMaxLength(6)
                .flatMap(text -> Arbitraries.of(true, false).map(quoted -> quoted || text.matches("(?s).*[\",\n\r].*")
                        ? '"' + text.replace("\"", "\"\"") + '"' : text));
        Arbitrary<String> row = cell.list().ofMinSize(1).ofMaxSize(4).map(cells -> String.join(",", cells));
        return row.list().ofMaxSize(6).flatMap(rows -> Arbitraries.of("\n", "\r\n", "\r")
                .flatMap(end -> Arbitraries.of("", end).map(last -> "x,y\n" + String.join(end, rows) + last)));
    }

    /** Rows with their lines, and a mark where it is no CSV. Rows of blanks alone are left out, as the library does. */
    private static List<String> expected(String text) {
        List<String> rows = new ArrayList<>();
        try {
            for (CsvRecord row : CsvReader.builder().allowUnclosedQuote(false)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(new StringReader(text))) {
                add(rows, new TextRow((int) row.getStartingLineNumber(), row.getFields()));
            }
        } catch (CsvParseException e) {
            rows.add("no CSV");
        }
        return rows;
    }

    private static void add(List<String> rows, TextRow row) {
        if (!row.isBlank()) {
            rows.add(row.line() + ": " + row.cells());
        }
    }

    private static List<String> found(String text, int buffer) throws IOException {
        CsvScan scan = new CsvScan(new StringReader(text), null, buffer);
        List<String> rows = new ArrayList<>();
        try {
            while (scan.next()) {
                add(rows, scan.row());
            }
        } catch (IOException e) {
            rows.add("no CSV");
        }
        return rows;
    }

    @Property(tries = 3_000)
    void anythingIsReadAsFastCsvReadsIt(@ForAll("anything") String text, @ForAll @IntRange(min = 1, max = 40) int buffer)
            throws IOException {
        assertThat(found(text, buffer)).isEqualTo(expected(text));
    }

    @Property(tries = 2_000)
    void whatIsWrittenIsReadAsFastCsvReadsIt(@ForAll("written") String text,
            @ForAll @IntRange(min = 1, max = 40) int buffer) throws IOException {
        assertThat(found(text, buffer)).isEqualTo(expected(text)).doesNotContain("no CSV");
    }

    /** The way with texts and the way without come to the same facts, or to the same messages. */
    @Property(tries = 1_000)
    void tablesAreReadAsRowsOfTextsAre(@ForAll("tables") String text) throws IOException {
        FactsBuilder scanned = read(CsvText.of(new StringReader(text)));
        CsvText csv = CsvText.of(new StringReader(text));
        FactsBuilder copied = read(csv::next);

        assertThat(scanned.check().diagnostics()).isEqualTo(copied.check().diagnostics());
        assertThat(scanned.check().value()).isEqualTo(copied.check().value());
    }

    private static FactsBuilder read(TextRows rows) throws IOException {
        return Facts.builder().read(TextTable.of("t.csv", rows).dimensions("region").inputs("revenue", "cost")
                .duplicates(DuplicateRule.SUM));
    }

    @Provide
    Arbitrary<String> tables() {
        Arbitrary<String> row = Arbitraries.of("2024-01", "2024-02", " 2024-03 ", "2024-13", "", "2024-01-01")
                .flatMap(period -> Arbitraries.of("US", "\"US\"", " EMEA", "\"a, \"\"b\"\"\"", "")
                .flatMap(region -> Arbitraries.of("1", "-2.5", " 1e3 ", "", "x", "\"4\"", "1,2")
                .map(value -> period + "," + region + "," + value + ",7")));
        return Arbitraries.of("\n", "\r\n").flatMap(end -> row.list().ofMaxSize(8)
                .map(rows -> "period,region,revenue,cost" + end + String.join(end, rows)));
    }
}

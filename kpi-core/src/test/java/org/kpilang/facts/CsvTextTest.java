package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.source.DiagnosticRenderer;

class CsvTextTest {

    private static FactsBuilder read(String text) throws IOException {
        return Facts.builder().read(TextTable.of("orders.csv", CsvText.of(new StringReader(text)))
                .dimensions("region").inputs("revenue"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheSeparatorInTheFirstLine(String separator) throws IOException {
        Facts facts = read("month,region,revenue\n2024-01,US,2\n".replace(",", separator)).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 US 2.0");
    }

    @Test
    void skipsAByteOrderMarkBeforeAQuote() throws IOException {
        assertThat(Shown.of(read("\uFEFF\"month\",region,revenue\n2024-01,US,2").build(), "revenue"))
                .isEqualTo("2024-01 US 2.0");
    }

    @Test
    void namesTheLineInWhichARowStarts() throws IOException {
        FactsBuilder builder = read("month,region,revenue\r\n\r\n2024-01,\"U\r\nS\",1\r2024-02,\"a \"\"b\"\"\",x\n");

        assertThat(DiagnosticRenderer.render(builder.check().diagnostics())).isEqualTo("""
                orders.csv:5:19: error KPI-D003: `x` is not a number
                  2024-02,"a ""b\""",x
                                    ^
                  hint: write a plain number such as 1234.5 or -1.2e3, or leave the cell empty
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "'month,region,revenue;2024-01,\"US,1;' | the quote that opens a cell in line 2 is not closed",
        "'month,region,revenue;2024-01,\"U;S\"x,1' | a cell goes on after its closing quote in line 3"})
    void refusesWhatIsNoCsvAndNamesTheLine(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'))).isInstanceOf(IOException.class).hasMessage(message);
    }

    @Test
    void refusesARowThatIsTooLong() {
        String long17 = "x".repeat(1 << 24) + "xx";

        assertThatThrownBy(() -> read("month,region,revenue\n\"" + long17)).isInstanceOf(IOException.class)
                .hasMessageStartingWith("the row in line 2 is longer than 16777216 characters");
    }

    @Test
    void showsTheFirstRowAndReadsItAgain() throws IOException {
        CsvText csv = CsvText.of(new StringReader("\nmonth, revenue\n2024-01,2\n"));

        List<String> header = csv.header();
        assertThat(header).containsExactly("month", " revenue").isEqualTo(csv.header());
        assertThat(csv.next()).isEqualTo(new TextRow(2, header));
        assertThat(csv.next()).isEqualTo(new TextRow(3, List.of("2024-01", "2")));
        assertThat(csv.next()).isNull();
        assertThatIllegalStateException().isThrownBy(csv::header);
        assertThat(CsvText.of(new StringReader("\n")).header()).isEmpty();
    }

    @Test
    void readsAFileAndRefusesOneThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.csv");
        Files.writeString(file, "month,region,revenue\n2024-01,Ω😀,2\n");
        try (CsvText csv = CsvText.of(file)) {
            assertThat(csv.header()).hasSize(3);
            assertThat(csv.next()).isNotNull();
            assertThat(csv.next()).isEqualTo(new TextRow(2, List.of("2024-01", "Ω😀", "2")));
        }
        Files.write(file, "month,r\u00e9gion\n".getBytes(StandardCharsets.ISO_8859_1));
        try (CsvText csv = CsvText.of(file)) {
            assertThatThrownBy(csv::next).isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void readsManyColumns() throws IOException {
        String cells = "\"a \"\"b\"\"\",".repeat(40);
        CsvText csv = CsvText.of(new StringReader("x" + ",y".repeat(40) + "\n" + cells + "1\n\"\"\"\"" + ",2".repeat(40)));

        assertThat(csv.next()).isNotNull();
        assertThat(csv.next().cells()).hasSize(41).startsWith("a \"b\"").endsWith("a \"b\"", "1");
        assertThat(csv.next().cells()).hasSize(41).startsWith("\"", "2").endsWith("2");
    }

    /** More rows than fit into a buffer or a block of a column. */
    @Test
    void readsManyRows() throws IOException {
        int rows = 150_000;
        StringBuilder text = new StringBuilder("day,region,revenue\n");
        for (int i = 0; i < rows; i++) {
            text.append(LocalDate.ofEpochDay(i % 1000)).append(",R").append(i / 1000).append(',').append(i / 4.0)
                    .append('\n');
        }
        InputFacts revenue = read(text.toString()).build().of("revenue").orElseThrow();

        assertThat(revenue.size()).isEqualTo(rows);
        assertThat(revenue.cells()).isEqualTo(150);
        double sum = 0;
        for (int fact = 0; fact < rows; fact++) {
            sum += revenue.value(fact);
        }
        assertThat(sum).isEqualTo(rows * (rows - 1.0) / 8);
    }
}

package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalCommandTest {

    private static final String MODEL = """
            currency USD
            unit customer
            dimension region
            input revenue, cost : USD flow
            input customers : customer stock
            kpi margin "Gross margin" = (revenue - cost) / revenue {
              unit percent
              better higher
              target 42%
              status green >= 42%, amber >= 38%, red otherwise
            }
            kpi arpa = revenue / customers
            """;
    private static final String FACTS = """
            month,region,revenue,cost,customers
            2024-01,EMEA,200,120,10
            2024-01,APAC,100,70,5
            2024-02,EMEA,220,121,11
            2024-02,APAC,110,66,0
            """;

    @TempDir
    private Path folder;
    private Path model;
    private Path facts;

    @BeforeEach
    void write() throws IOException {
        model = Files.writeString(folder.resolve("saas.kpi"), MODEL);
        facts = Files.writeString(folder.resolve("saas.csv"), FACTS);
    }

    private Outcome eval(String... options) {
        List<String> arguments = new ArrayList<>(List.of("eval", model.toString(), "--facts", facts.toString()));
        arguments.addAll(List.of(options));
        return Outcome.of(arguments.toArray(String[]::new));
    }

    @Test
    void writesATableForPeople() {
        Outcome outcome = eval();
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results().lines()).anySatisfy(line ->
                assertThat(line).matches("Gross margin +percent +36\\.7% +43\\.3% +42\\.0% +green"));
    }

    @Test
    void writesCsvForPrograms() {
        assertThat(eval("--format", "csv")).isEqualTo(new Outcome(0, """
                kpi,period,value,unit,reason
                margin,2024-01,0.36666666666666664,percent,
                margin,2024-02,0.43333333333333335,percent,
                arpa,2024-01,20,USD / customer,
                arpa,2024-02,30,USD / customer,
                """, ""));
    }

    /** Results go to the nearest cent, and what is written with more digits than a double has stays as it is. */
    @Test
    void worksOutDecimals() throws IOException {
        Files.writeString(facts, """
                month,region,revenue,cost,customers
                2024-01,EMEA,0.1,0,3
                2024-01,APAC,90071992547409.93,0,0
                2024-02,EMEA,-0.05,0.3,4
                2024-02,APAC,0.1,0,0
                """);

        assertThat(eval("--format", "csv", "--by", "region", "--decimals", "2")).isEqualTo(new Outcome(0, """
                kpi,period,region,value,unit,reason
                margin,2024-01,APAC,1.00,percent,
                margin,2024-02,APAC,1.00,percent,
                margin,2024-01,EMEA,1.00,percent,
                margin,2024-02,EMEA,7.00,percent,
                margin,2024-01,,1.00,percent,
                margin,2024-02,,-5.00,percent,
                arpa,2024-01,APAC,,USD / customer,ZERO_DIVISOR
                arpa,2024-02,APAC,,USD / customer,ZERO_DIVISOR
                arpa,2024-01,EMEA,0.03,USD / customer,
                arpa,2024-02,EMEA,-0.01,USD / customer,
                arpa,2024-01,,30023997515803.34,USD / customer,
                arpa,2024-02,,0.01,USD / customer,
                """, ""));
        assertThat(eval("--format", "csv", "--kpi", "arpa", "--decimals", "3", "--rounding", "up").results())
                .contains("arpa,2024-01,30023997515803.344,").contains("arpa,2024-02,0.013,");
        assertThat(eval("--format", "json", "--kpi", "arpa", "--decimals", "2", "--rounding", "HALF-UP").results())
                .contains("\"values\": [30023997515803.34, 0.01]");
    }

    @Test
    void showsDecimalsAsTheyAreAsked() {
        assertThat(eval("--decimals", "4", "--kpi", "arpa,margin", "--rounding", "down").results().lines())
                .anySatisfy(line -> assertThat(line)
                        .matches("Gross margin +percent +36\\.66% +43\\.33% +42\\.0% +green"))
                .anySatisfy(line -> assertThat(line).matches("arpa +USD / customer +20\\.0000 +30\\.0000.*"));
    }

    @Test
    void writesDimensionsAndReasons() {
        assertThat(eval("--format", "csv", "--by", "region", "--kpi", "arpa", "--from", "2024-02", "--to", "2024-02"))
                .isEqualTo(new Outcome(0, """
                        kpi,period,region,value,unit,reason
                        arpa,2024-02,APAC,,USD / customer,ZERO_DIVISOR
                        arpa,2024-02,EMEA,20,USD / customer,
                        arpa,2024-02,,30,USD / customer,
                        """, ""));
    }

    @Test
    void leavesOutTotals() {
        assertThat(eval("--format", "csv", "--by", "region", "--totals", "none", "--kpi", "arpa", "--from", "2024-01",
                "--to", "2024-01")).isEqualTo(new Outcome(0, """
                        kpi,period,region,value,unit,reason
                        arpa,2024-01,APAC,20,USD / customer,
                        arpa,2024-01,EMEA,20,USD / customer,
                        """, ""));
    }

    @Test
    void addsTotalsOverAnyDimension() throws IOException {
        Files.writeString(model, "dimension region, product\ninput sold : flow\nkpi k = sold\n");
        Files.writeString(facts, "month,region,product,sold\n2024-01,EMEA,car,1\n2024-01,EMEA,van,2\n2024-01,APAC,car,4\n");

        assertThat(eval("--by", "region,product", "--totals", "ALL", "--format", "csv").results()).isEqualTo("""
                kpi,period,region,product,value,unit,reason
                k,2024-01,APAC,car,4,,
                k,2024-01,APAC,,4,,
                k,2024-01,EMEA,car,1,,
                k,2024-01,EMEA,van,2,,
                k,2024-01,EMEA,,3,,
                k,2024-01,,car,5,,
                k,2024-01,,van,2,,
                k,2024-01,,,7,,
                """);
    }

    @Test
    void writesJson() throws IOException {
        Outcome outcome = eval("--format", "JSON", "--kpi", "arpa,margin");
        JsonNode kpis = new ObjectMapper().readTree(outcome.results()).get("kpis");
        assertThat(kpis.findValuesAsText("id")).containsExactly("arpa", "margin");
        assertThat(outcome.messages()).isEmpty();
    }

    @Test
    void asksACoarserGrainThanTheFacts() throws IOException {
        Files.writeString(facts, "2024-03,EMEA,1,1,1\n2024-03,APAC,1,1,1\n", java.nio.file.StandardOpenOption.APPEND);
        assertThat(eval("--format", "csv", "--grain", "quarter", "--kpi", "arpa").results()).isEqualTo("""
                kpi,period,value,unit,reason
                arpa,2024-Q1,316,USD / customer,
                """);
    }

    @Test
    void putsSeveralFilesTogether() throws IOException {
        Path money = Files.writeString(folder.resolve("money.csv"), """
                date;revenue;cost
                2024-01-01;10;4
                2024-01-01;10;4
                2024-01-02;5;3
                """);
        Path heads = Files.writeString(folder.resolve("heads.csv"), "date,customers\n2024-01-01,2\n2024-01-02,2\n");
        Outcome outcome = Outcome.of("eval", model.toString(), "--facts", money.toString(), "--facts", heads.toString(),
                "--duplicates", "sum", "--format", "csv", "--kpi", "arpa");
        assertThat(outcome).isEqualTo(new Outcome(0, """
                kpi,period,value,unit,reason
                arpa,2024-01-01,10,USD / customer,
                arpa,2024-01-02,2.5,USD / customer,
                """, ""));
    }

    @Test
    void refusesDuplicatesUnlessToldWhatTheyMean() throws IOException {
        Files.writeString(facts, "2024-01,EMEA,200,120,10\n", java.nio.file.StandardOpenOption.APPEND);
        Outcome outcome = eval();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).startsWith(facts + ":6:1: error KPI-D004: ")
                .contains("first in " + facts + ":2");
        assertThat(eval("--duplicates", "last", "--format", "csv", "--kpi", "arpa", "--to", "2024-01").results())
                .contains("arpa,2024-01,20,");
    }

    @Test
    void showsWhatIsWrongWithTheModel() throws IOException {
        Files.writeString(model, "input revenue : flow\nkpi double = 2 * revenu\n");
        Outcome outcome = eval();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).startsWith(model + ":2:18: error KPI-N001: ").contains("did you mean `revenue`?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--kpi margn        | did you mean `margin`?",
        "--by country       | there is no dimension `country`",
        "--grain day        | KPI-Q001",
        "--grain fortnight  | `fortnight` is not one of day, week, month, quarter, year",
        "--from 2024-13     | --from: ",
        "--to soon          | --to: ",
        "--from 2024-02 --to 2024-01 | KPI-Q003",
        "--format xml       | Invalid value for option '--format'",
        "--decimals 101     | --decimals: a scale lies between -100 and 100",
        "--decimals two     | Invalid value for option '--decimals'",
        "--rounding half    | `half` is not one of up, down, ceiling, floor, half-up, half-down, half-even",
        "--duplicates maybe | Invalid value for option '--duplicates'",
        "--facts nowhere    | there is no file nowhere"})
    void refusesQuestionsThatDoNotFit(String options, String message) {
        Outcome outcome = eval(options.split(" "));
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).contains(message).doesNotContain("\tat ", "Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                        | the table is empty",
        "'month,revenu'            | did you mean `revenue`?",
        "'region,revenue'          | no column says which period a row is for",
        "'month,region'            | no column is an input",
        "'month,revenue;2024-01,x' | `x` is not a number",
        "'month,revenue;2024-01'   | expected 2 cells as in the first row, found 1",
        "'month,revenue;May,1'     | error KPI-D002",
        "'month,revenue;\"2024-01,1' | cannot be read"})
    void refusesFactsThatCannotBeUsed(String lines, String message) throws IOException {
        Files.writeString(facts, lines.replace(';', '\n'));
        Outcome outcome = eval();
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.messages()).contains(facts.toString(), message).doesNotContain("\tat ", "Exception");
    }

    @Test
    void refusesFilesThatAreNotText() throws IOException {
        Files.write(facts, "month,revenue\n2024-01,1\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(eval()).isEqualTo(new Outcome(2, "", "kpi: " + facts + " is not text in UTF-8\n"));
        Files.delete(facts);
        Files.createDirectory(facts);
        assertThat(eval()).isEqualTo(new Outcome(2, "", "kpi: " + facts + " is a directory, not a file\n"));
    }

    private void writeVersions() throws IOException {
        Files.writeString(model, """
                dimension region
                input revenue, cost, customers : flow
                kpi churn "Churn" = revenue { until 2024-01  status green >= 1, red otherwise }
                kpi churn "Churn" = cost { since 2024-02  status green >= 1000, red otherwise }
                kpi churn variant per_customer = revenue / customers
                kpi twice = churn.per_customer * 2
                """);
    }

    @Test
    void showsEachPeriodAsItWasDefinedThenOrNow() throws IOException {
        writeVersions();

        assertThat(eval("--kpi", "churn")).isEqualTo(new Outcome(0, """
                                         Status
                KPI    2024-01  2024-02  2024-02
                ─────  ───────  ───────  ───────
                Churn      300      187  red

                Churn: another definition from 2024-02 on
                """, ""));
        assertThat(eval("--kpi", "churn", "--as-defined", "now", "--format", "csv").results())
                .contains("churn,2024-01,190,", "churn,2024-02,187,");
        assertThat(eval("--kpi", "churn", "--as-defined", "2024-01").results())
                .contains("Churn: as defined in 2024-01");
        assertThat(eval("--kpi", "churn", "--as-defined", "once")).isEqualTo(
                new Outcome(2, "", "kpi: --as-defined is then, now, or a period: `once` is no period; expected 2024,"
                        + " 2024-Q3, 2024-07, 2024-W27 or 2024-07-01\n"));
    }

    @Test
    void findsVariantsByTheirNames() throws IOException {
        writeVersions();

        assertThat(eval("--kpi", "churn.per_customer,twice", "--format", "csv").results())
                .contains("churn.per_customer,2024-01,20,", "twice,2024-01,40,");
    }

    @Test
    void anOpenPeriodIsNotJudged() throws IOException {
        writeVersions();

        assertThat(eval("--kpi", "churn", "--open-from", "2024-02").results().lines())
                .anySatisfy(line -> assertThat(line).matches("Churn +300 +187 +open"));
    }
}

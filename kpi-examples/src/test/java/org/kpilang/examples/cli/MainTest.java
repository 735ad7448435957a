package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "eval --help", "leadlag --help", "check --help", "show --help", "explain --help",
            "test --help", "fmt --help", "calc --help", "functions --help", "demo --help"})
    void helps(String command) {
        Outcome outcome = Outcome.of(command.split(" "));
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).startsWith("Usage: kpi ");
        assertThat(outcome.messages()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        assertThat(Outcome.of("--version")).isEqualTo(new Outcome(0, "kpi (not packaged)\n", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "''                      | kpi: Missing required subcommand; see kpi --help",
        "evaluate                | kpi: `evaluate` is not expected here; see kpi --help",
        "check                   | kpi: Missing required parameter: 'MODEL.kpi'; see kpi check --help",
        "check a.kpi b.kpi       | kpi: `b.kpi` is not expected here; see kpi check --help",
        "check a.kpi --pedantic    | kpi: `--pedantic` is not expected here; see kpi check --help",
        "check a.kpi --format x  | kpi: Invalid value for option '--format': `x` is not one of text, json;"
            + " see kpi check --help",
        "demo me                 | kpi: `me` is not expected here; see kpi demo --help",
        "check nowhere.kpi       | kpi: there is no file nowhere.kpi",
        "check a\u0000b          | kpi: there is no file a\u0000b"})
    void refusesInOneSentence(String command, String sentence) {
        assertThat(Outcome.of(command.isEmpty() ? new String[0] : command.split(" ")))
                .isEqualTo(new Outcome(2, "", sentence + "\n"));
    }

    @Test
    void showsTheDemo() {
        Outcome outcome = Outcome.of("demo");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).contains("58 of 58 figures reproduced").contains("Returning_Visitor");
    }

    @Test
    void checksAModel(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.kpi"), "\uFEFFinput a, b : flow\nkpi ratio = a / b\n");
        assertThat(Outcome.of("check", good.toString()))
                .isEqualTo(new Outcome(0, good + ": 1 KPI over 2 inputs, no errors\n", ""));

        Path bad = Files.writeString(folder.resolve("bad.kpi"), """
                input revenue, cost_of_sales : flow
                kpi margin = (revenue - cost_of_sale) / revenue
                """);
        assertThat(Outcome.of("check", bad.toString())).isEqualTo(new Outcome(1, "", bad + """
                :2:25: error KPI-N001: `cost_of_sale` is not defined
                  kpi margin = (revenue - cost_of_sale) / revenue
                                          ^^^^^^^^^^^^
                  hint: did you mean `cost_of_sales`?
                """));
    }

    @Test
    void checksAModelForAProgram(@TempDir Path folder) throws IOException {
        Path good = Files.writeString(folder.resolve("good.kpi"), "input a, b : flow\nkpi ratio = a / b\n");
        assertThat(Outcome.of("check", good.toString(), "--format", "json"))
                .isEqualTo(new Outcome(0, "{\n  \"diagnostics\": []\n}\n", ""));

        Path bad = Files.writeString(folder.resolve("bad.kpi"), "input a : flow\nkpi twice = 2 * b\n");
        Outcome outcome = Outcome.of("check", bad.toString(), "--format", "json");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.results()).contains("\"code\": \"KPI-N001\"", "\"line\": 2", "\"column\": 17",
                "\"endColumn\": 18");
    }

    @Test
    void findsTheFilesThatAModelUsesBesideIt(@TempDir Path folder) throws IOException {
        Path shared = Files.createDirectories(folder.resolve("shared"));
        Path prices = Files.writeString(shared.resolve("prices.kpi"), "input price : level\n");
        Path model = Files.writeString(folder.resolve("model.kpi"), """
                use standard
                use shared.prices
                input cost : level
                kpi markup = markup(price, cost) {
                  unit percent
                  example { price = 150, cost = 100 gives 50% }
                  example { price = 150, cost = 0 gives undefined }
                }
                """);
        Path facts = Files.writeString(folder.resolve("facts.csv"), "period,price,cost\n2024-01,3,2\n");
        assertThat(Outcome.of("check", model.toString()))
                .isEqualTo(new Outcome(0, model + ": 1 KPI over 2 inputs, 2 examples hold, no errors\n", ""));
        assertThat(Outcome.of("eval", model.toString(), "--facts", facts.toString(), "--format", "csv"))
                .isEqualTo(new Outcome(0, "kpi,period,value,unit,reason\nmarkup,2024-01,0.5,percent,\n", ""));

        Files.writeString(prices, "input price : levl\n");
        assertThat(Outcome.of("check", model.toString())).isEqualTo(new Outcome(1, "", prices + """
                :1:15: error KPI-K005: expected a kind of input, found `levl`
                  input price : levl
                                ^^^^
                  hint: did you mean `level`?
                """));
        Files.delete(prices);
        assertThat(Outcome.of("check", model.toString())).isEqualTo(new Outcome(1, "", model + """
                :2:5: error KPI-N007: there is no file `shared.prices`
                  use shared.prices
                      ^^^^^^^^^^^^^
                  hint: there is `standard`
                """));
    }

    @Test
    void runsExamples(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("model.kpi"), """
                input revenue, cost : flow
                kpi margin = (revenue - cost) / revenue {
                  unit percent
                  example { revenue = 200, cost = 123 gives 40% }
                }
                """);
        Outcome wrong = new Outcome(1, "", model + """
                :4:45: error KPI-M004: the example of `margin` gives `40%`, but the formula gives 38.5%
                    example { revenue = 200, cost = 123 gives 40% }
                                                              ^^^
                """);
        assertThat(Outcome.of("check", model.toString())).isEqualTo(wrong);
        Path facts = Files.writeString(folder.resolve("facts.csv"), "period,revenue,cost\n2024-01,3,2\n");
        assertThat(Outcome.of("eval", model.toString(), "--facts", facts.toString())).isEqualTo(wrong);
    }

    @Test
    void refusesFilesThatCannotBeRead(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.kpi"), " \n");
        Path binary = Files.write(folder.resolve("binary.kpi"), new byte[] {(byte) 0xC3, 0x28, 0, 1});
        assertThat(Outcome.of("check", empty.toString())).isEqualTo(new Outcome(2, "", "kpi: " + empty + " is empty\n"));
        assertThat(Outcome.of("check", binary.toString()))
                .isEqualTo(new Outcome(2, "", "kpi: " + binary + " is not text in UTF-8\n"));
        assertThat(Outcome.of("check", folder.toString()))
                .isEqualTo(new Outcome(2, "", "kpi: " + folder + " is a directory, not a file\n"));
    }

    @Test
    void tellsThatResultsCouldNotBeWritten() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        assertThat(Main.run(failing("No space left on device"), messages, "calc", "1 + 1")).isEqualTo(2);
        assertThat(messages).hasToString("kpi: the results could not be written: No space left on device\n");
    }

    @Test
    void saysNothingWhenTheReaderHasSeenEnough() {
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        assertThat(Main.run(failing("Broken pipe"), messages, "demo")).isZero();
        assertThat(messages).hasToString("");
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}

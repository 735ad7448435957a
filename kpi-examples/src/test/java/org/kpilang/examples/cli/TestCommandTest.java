package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {

    @Test
    void passes(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.kpi"), "input a, b : flow\nkpi ratio = a / b\n");
        Path tests = Files.writeString(folder.resolve("shop.kpitest"), """
                model shop.kpi
                given a = 3, b = 4
                when ratio
                then 75%
                """);
        assertThat(Outcome.of("test", tests.toString())).isEqualTo(new Outcome(0, tests + ": 1 test, all passed\n",
                ""));
        assertThat(Outcome.of("test", tests.toString(), tests.toString()).results().lines()).hasSize(2);
    }

    @Test
    void tellsWhatFailed(@TempDir Path folder) throws IOException {
        Path tests = Files.writeString(folder.resolve("shop.kpitest"), """
                given months from 2024-01
                  a  1 2
                when 2 * a
                then 2 5
                when a
                then 1 2
                """);
        assertThat(Outcome.of("test", tests.toString())).isEqualTo(new Outcome(1, tests + """
                :3:1: failed: 2 * a
                            2024-01  2024-02
                  expected        2        5
                  came            2        4
                                           ^
                """ + tests + ": 2 tests, 1 failed\n", ""));
    }

    @Test
    void refusesWhatCannotBeRead(@TempDir Path folder) throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.kpitest"), "model nowhere.kpi\nwhen 1\nthen 1\n");
        Path good = Files.writeString(folder.resolve("good.kpitest"), "when 1 + 1\nthen 3\n");
        Outcome outcome = Outcome.of("test", wrong.toString(), good.toString());
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.messages()).startsWith(wrong + ":1:7: error KPI-T004: there is no file `nowhere.kpi`");
        assertThat(outcome.results()).contains(good + ": 1 test, 1 failed");
        assertThat(Outcome.of("test", "nowhere.kpitest")).isEqualTo(new Outcome(2, "",
                "kpi: there is no file nowhere.kpitest\n"));
        assertThat(Outcome.of("test").exit()).isEqualTo(2);
    }
}

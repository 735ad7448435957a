package org.kpilang.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartCommandTest {

    private static final String GOALS = "saas/goals.kpi";
    private static final String FACTS = "saas/saas.csv";

    @TempDir
    private Path folder;

    @Test
    void withFactsTheHistoryTellsWhatIsAchievable() {
        Outcome outcome = Outcome.of("smart", GOALS, "--facts", FACTS, "--kpi", "churn,nps", "--format", "json");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).contains("\"kpi\": \"churn\"", "\"model\": null",
                "{\"criterion\": \"achievable\", \"outcome\": \"met\", \"reasons\": [\"1% by 2025-03 is reached already");
    }

    @Test
    void withoutFactsItSaysWhatIsNeeded() {
        Outcome outcome = Outcome.of("smart", GOALS);
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.results()).contains("achievable: load facts, so that the target can be held against its history",
                "0 of 4 KPIs meet all five criteria", "timing: 1 leading, 0 coincident, 1 lagging, 1 that does not say",
                "no KPI shows whether `reach` is reached (KPI-M024)");
    }

    @Test
    void namesInFilesDoNotMoveTheCursor() throws IOException {
        String model = Files.writeString(folder.resolve("m.kpi"),
                "input a : flow\nkpi k \"\u001b[2J\" = a { drives l }\nkpi l = a * 2\n").toString();
        assertThat(Outcome.of("smart", model).results()).contains("<U+001B>[2J").doesNotContain("\u001b");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(Outcome.of("smart", GOALS, "--kpi", "chrn")).satisfies(outcome -> {
            assertThat(outcome.exit()).isEqualTo(Main.REFUSED);
            assertThat(outcome.messages()).isEqualTo("kpi: there is no KPI `chrn`; did you mean `churn`?\n");
        });
        assertThat(Outcome.of("smart", GOALS, "--grain", "quarter").messages())
                .isEqualTo("kpi: --grain needs --facts, which tell of the history\n");
    }

    @Test
    void aStrictCheckFailsWhereSomethingIsMissing() throws IOException {
        Outcome strict = Outcome.of("check", GOALS, "--strict");
        assertThat(strict.exit()).isEqualTo(Main.FAILED);
        assertThat(strict.messages()).contains("warning KPI-M022: it is not said when `nps` is looked at");
        assertThat(Outcome.of("check", GOALS).exit()).isZero();
        assertThat(Outcome.of("check", GOALS).messages()).isEmpty();
        assertThat(Outcome.of("check", GOALS, "--strict", "--format", "json").exit()).isEqualTo(Main.FAILED);
        String good = Files.writeString(folder.resolve("m.kpi"), "objective o { key result k to 5 by 2026 }\n"
                + "input a : flow\nkpi k = a { owner \"Ada\" review monthly }\n").toString();
        assertThat(Outcome.of("check", good, "--strict").exit()).isZero();
    }
}

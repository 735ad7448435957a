package org.kpilang.dsl.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.model.DefinitionChanges;
import org.kpilang.model.DefinitionChanges.Change;
import org.kpilang.model.DefinitionChanges.Sort;
import org.kpilang.model.Fingerprint;
import org.kpilang.model.Model;
import org.kpilang.scorecard.DefinitionDifference;
import org.kpilang.time.Grain;

/** What definitions were, what they are, and what that changes. */
class DefinitionsOverTimeTest {

    private static final String MODEL = """
            input revenue, cost : flow
            constant vat = 19%
            define net(x) = x / (1 + vat)
            objective growth "Grow"
            kpi margin = (net(revenue) - cost) / net(revenue) { owner "Finance" }
            kpi double = margin * 2
            kpi costs = cost
            """;

    private static Fingerprint fingerprint(String model, String kpi) {
        Model checked = Business.model(model);
        return Fingerprint.of(checked, checked.kpi(kpi).orElseThrow());
    }

    @Test
    void aFingerprintIsStable() {
        assertThat(fingerprint("input revenue, cost : flow\nkpi margin = (revenue - cost) / revenue", "margin"))
                .as("kept beside figures for years").isEqualTo(fingerprint(
                        "/* same */ input cost : flow input revenue : flow\nkpi margin=( (revenue-cost) )/ revenue{}",
                        "margin"));
        assertThat(fingerprint(MODEL, "margin").figure()).matches("[0-9a-f]{16}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19%|16%", "x / (1 + vat)|x * (1 - vat)", "cost : flow|cost : stock",
        "(net(revenue) - cost)|(net(revenue) - 2 * cost)"})
    void whatGoesIntoTheNumberChangesTheFingerprint(String change) {
        String[] parts = change.split("\\|");
        String changed = MODEL.replace(parts[0], parts[1]);
        assertThat(fingerprint(changed, "margin").figure()).isNotEqualTo(fingerprint(MODEL, "margin").figure());
        assertThat(fingerprint(changed, "double").figure()).as("used by another")
                .isNotEqualTo(fingerprint(MODEL, "double").figure());
    }

    @Test
    void whatIsSaidChangesTheDefinitionAndNotTheFigure() {
        String changed = MODEL.replace("Finance", "Controlling");
        assertThat(fingerprint(changed, "margin").figure()).isEqualTo(fingerprint(MODEL, "margin").figure());
        assertThat(fingerprint(changed, "margin").definition())
                .isNotEqualTo(fingerprint(MODEL, "margin").definition());
        assertThat(fingerprint(MODEL.replace("kpi costs", "kpi other"), "margin"))
                .as("what it does not use").isEqualTo(fingerprint(MODEL, "margin"));
    }

    @Test
    void theChangeLogTellsTheOldAndTheNewText() {
        String changed = MODEL.replace("19%", "16%").replace("kpi costs = cost\n", "kpi spend = cost\n")
                .replace("\"Finance\"", "\"Controlling\"").replace("\"Grow\"", "\"Grow at home\"");
        List<Change> changes = DefinitionChanges.between(Business.model(MODEL), Business.model(changed)).changes();
        assertThat(changes).extracting(Change::toString).containsExactly("objective growth: changed",
                "margin: changed", "double: what it uses has changed: vat", "spend: added", "costs: removed");
        Change margin = changes.get(1);
        assertThat(margin.before())
                .isEqualTo("kpi margin = (net(revenue) - cost) / net(revenue) {\n  owner \"Finance\"\n}");
        assertThat(margin.after())
                .isEqualTo("kpi margin = (net(revenue) - cost) / net(revenue) {\n  owner \"Controlling\"\n}");
        assertThat(margin.parts()).containsExactly("vat");
        assertThat(changes.get(4).after()).isNull();
        assertThat(changes.get(3).sort()).isEqualTo(Sort.ADDED);
    }

    @Test
    void equalModelsHaveNoChanges() {
        assertThat(DefinitionChanges.between(Business.model(MODEL), Business.model("// other\n" + MODEL)).changes())
                .isEmpty();
    }

    private static final String VERSIONS = """
            input lost, customers, other : flow
            kpi churn = lost / customers { until 2024-02 }
            kpi churn = lost / (customers - lost) { since 2024-03 }
            kpi steady = lost
            kpi late = other { since 2024-03 }
            """;
    private static final Map<String, double[]> FACTS = Map.of("lost", Business.values(10, 20, 30, 40),
            "customers", Business.values(100, 100, 100, 100), "other", Business.values(1, 1, 1, 1));

    @Test
    void asDefinedThenIsHeldAgainstAsDefinedNow() {
        Evaluation question = Evaluation.of(Business.model(VERSIONS), Business.facts(FACTS));
        List<DefinitionDifference> differences = DefinitionDifference.between(question.run(),
                question.asDefinedNow().run());
        assertThat(differences).extracting(each -> each.kpi().id() + " " + each.period())
                .containsExactly("churn 2024-01", "churn 2024-02", "late 2024-01", "late 2024-02");
        assertThat(differences.get(1).then()).hasValue(0.2);
        assertThat(differences.get(1).now()).hasValue(0.25);
        assertThat(differences.get(1).difference()).hasValue(0.25 - 0.2);
        assertThat(differences.get(2).then()).isEmpty();
        assertThat(differences.get(2).difference()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void onlyWhatBothHaveIsCompared() {
        Evaluation question = Evaluation.of(Business.model(VERSIONS), Business.facts(FACTS));
        assertThat(DefinitionDifference.between(question.run(),
                question.asDefinedNow().kpis("churn").from("2024-02").run())).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> DefinitionDifference.between(question.run(),
                question.grain(Grain.QUARTER).run()));
    }
}

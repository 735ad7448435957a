package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.SourceText;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** A formula of a user over a model of an application. */
class FormulaOfModelTest {

    private static final Model MODEL = KpiLanguage.model("""
            currency USD
            unit customer
            dimension region
            constant threshold = 100 USD
            define per(amount, count) = amount / count
            input revenue, cost : USD flow range at least 0
            input customers : customer stock
            input price : USD level weighted by units
            input units : flow
            kpi margin = (revenue - cost) / revenue { unit percent  until 2024-01  target 42% }
            kpi margin = (revenue - cost) / cost { unit percent  since 2024-02 }
            kpi arpa = per(revenue, customers)
            kpi formula = revenue
            kpi unrelated = units * 2
            """);

    private static Facts facts() {
        FactsBuilder facts = Facts.builder(MODEL);
        facts.table("facts", Grain.MONTH).dimensions("region").inputs("revenue", "cost", "customers", "price", "units")
                .row(Period.parse("2024-01"), "north").value("revenue", 200).value("cost", 120).value("customers", 4)
                .value("price", 10).value("units", 1)
                .row(Period.parse("2024-02"), "north").value("revenue", 300).value("cost", 150).value("customers", 5)
                .value("price", 20).value("units", 3);
        return facts.build();
    }

    private static double value(String formula, String month) {
        Result result = Formula.parse(formula, MODEL).over(facts()).run();
        return result.value(result.kpis().get(0).id(), month).orElseThrow();
    }

    @Test
    void asksInputsKpisConstantsAndFunctions() {
        assertThat(value("revenue * 2", "2024-01")).isEqualTo(400);
        assertThat(value("margin", "2024-01")).isEqualTo(0.4);
        assertThat(value("margin", "2024-02")).isEqualTo(1);
        assertThat(value("per(revenue, customers) + arpa", "2024-02")).isEqualTo(120);
        assertThat(value("price[last 2 months]", "2024-02")).isEqualTo(17.5);
        assertThat(value("if revenue > threshold then 1 else 0", "2024-01")).isEqualTo(1);
        assertThat(value("formula", "2024-01")).isEqualTo(200);
    }

    @Test
    void asksBySlices() {
        Result result = Formula.parse("share(revenue, region)", MODEL).over(facts()).by("region").run();

        assertThat(result.value(result.kpis().get(0).id(), Slice.of("region", "north"), Period.parse("2024-01"))).hasValue(1);
    }

    @Test
    void keepsUnitsAndKinds() {
        assertThat(Formula.parse("arpa", MODEL).unit()).hasToString("USD / customer");
        assertThat(diagnostic("revenue + customers")).contains("cannot add");
    }

    @Test
    void checksWhatTheFormulaUsesAndNothingElse() {
        Formula formula = Formula.parse("arpa * 2", MODEL);

        assertThat(formula.inputs()).containsExactlyInAnyOrder("revenue", "customers");
    }

    @Test
    void knowsWhatElseCouldHaveBeenMeant() {
        assertThat(diagnostic("revnue / customers")).contains("`revnue` is not defined").contains("did you mean `revenue`?");
        assertThat(diagnostic("parr(revenue, customers)")).contains("parr");
        assertThatThrownBy(() -> Formula.parse("1 +", MODEL)).isInstanceOf(DiagnosticException.class);
    }

    private static String diagnostic(String formula) {
        Checked<Formula> checked = Formula.check(SourceText.ofFormula(formula), MODEL);
        assertThat(checked.value()).isEmpty();
        Diagnostic first = checked.diagnostics().get(0);
        return first.message() + "; " + first.hint();
    }

    @Test
    void warmsUp() {
        assertThatCode(KpiLanguage::warmUp).doesNotThrowAnyException();
    }
}

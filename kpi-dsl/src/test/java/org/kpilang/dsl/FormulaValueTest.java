package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kpilang.source.DiagnosticException;
import org.kpilang.time.Period;

/** A formula on its own, over single numbers and over rows of numbers. */
class FormulaValueTest {

    private static final Period JANUARY = Period.parse("2024-01");

    @Test
    void numbersGiveANumber() {
        Formula margin = Formula.parse("(revenue - cost) / revenue");
        assertThat(margin.inputs()).containsExactly("revenue", "cost");
        assertThat(margin.value(Map.of("revenue", 200, "cost", 120))).hasValue(0.4);
        assertThat(Formula.parse("(1 + 2) * 2 / 4").value(Map.of())).hasValue(1.5);
    }

    @Test
    void absentValueHasAReason() {
        assertThat(Formula.parse("a / b").value(Map.of("a", 1, "b", 0))).isEmpty();
        assertThat(Formula.parse("a / b").why(Map.of("a", 1, "b", 0))).singleElement()
                .hasToString("undefined: b is 0 (formula:1:5)");
        assertThat(Formula.parse("a / 0").why(Map.of("a", 1))).singleElement()
                .hasToString("undefined: a division by 0 (formula:1:5)");
    }

    @Test
    void rowsGiveASeriesAndOpeningMakesABalance() {
        assertThat(Formula.parse("lost / opening(customers)").evaluate(JANUARY,
                Map.of("lost", new double[] {3, 4}, "customers", new double[] {200, 203})))
                .hasToString("2024-01 unknown, 2024-02 0.02");
        assertThat(Formula.parse("x[last 2 months]").evaluate(JANUARY, Map.of("x", new double[] {1, 2, 3})))
                .hasToString("2024-01 unknown, 2024-02 3.0, 2024-03 5.0");
    }

    @Test
    void namesAndNumbersMustFit() {
        Formula sum = Formula.parse("first + second");
        assertThatExceptionOfType(DiagnosticException.class).isThrownBy(() -> sum.value(Map.of("first", 1)))
                .withMessageContaining("the formula needs a value for `second`");
        assertThatExceptionOfType(DiagnosticException.class)
                .isThrownBy(() -> sum.value(Map.of("first", 1, "second", 2, "secnd", 3)))
                .withMessageContaining("did you mean `second`?");
        assertThatIllegalArgumentException().isThrownBy(() -> sum.value(Map.of("first", 1, "second", Double.NaN)));
        assertThatIllegalArgumentException().isThrownBy(() -> sum.evaluate(JANUARY,
                Map.of("first", new double[] {1}, "second", new double[] {1, 2})));
        Map<String, Integer> missing = new HashMap<>(Map.of("first", 1));
        missing.put("second", null);
        assertThatNullPointerException().isThrownBy(() -> sum.value(missing)).withMessage("the value of second is null");
    }
}

package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.Expression;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Bounds;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Checked;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.Origin;

/** Facts outside the range of their input are told, and loaded all the same. */
class FactRangesTest {

    private static final Model MODEL = Model.of(Definitions.of(
            new DimensionDefinition("region", Origin.NONE),
            input("price", Bounds.above(number("0"))),
            input("share", Bounds.between(number("0"), number("1"))),
            input("sales", null)));

    private static InputDefinition input(String name, Bounds range) {
        return new InputDefinition(name, null, InputKind.LEVEL, new AbsentRule.Unknown(), null, null, range, Origin.NONE);
    }

    private static Expression number(String value) {
        return NumberLiteral.of(new BigDecimal(value));
    }

    private static Checked<Facts> read(String... lines) throws IOException {
        return Facts.builder(MODEL).read("prices.csv",
                TextRows.of(Arrays.stream(lines).map(line -> List.of(line.split(",", -1))).toList())).check();
    }

    @Test
    void theFirstOfEachColumnIsNamedWithItsRow() throws IOException {
        Checked<Facts> facts = read("month,region,price,share,sales", "2024-01,EU,5,0.5,-9", "2024-02,EU,0,1.5,1", "2024-02,US,-3,,1");

        assertThat(facts.isValid()).isTrue();
        assertThat(facts.diagnostics()).extracting(Diagnostic::message).containsExactly(
                "`price` for 2024-02, region `EU` is 0, and its range is above 0; so is 1 fact more",
                "`share` for 2024-02, region `EU` is 1.5, and its range is 0 to 1");
        assertThat(facts.diagnostics()).allSatisfy(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.FACT_OUTSIDE_RANGE);
            assertThat(diagnostic.isError()).isFalse();
            assertThat(diagnostic.location()).startsWith("prices.csv:3");
        });
    }

    @Test
    void factsWithinTheirRangeAreNotMentioned() throws IOException {
        assertThat(read("month,price,share", "2024-01,0.01,0", "2024-02,1,1").diagnostics()).isEmpty();
    }

    @Test
    void withoutAModelThereIsNoRange() {
        assertThat(Facts.startingAt("2024-01").column("price", -1).check().diagnostics()).isEmpty();
    }
}

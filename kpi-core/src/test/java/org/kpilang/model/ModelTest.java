package org.kpilang.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kpilang.expression.Call;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.Product;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Sum;
import org.kpilang.source.Origin;
import org.kpilang.unit.Unit;

class ModelTest {

    @Test
    void aModelHoldsWhatWasDefinedInAnOrderThatCanBeWorkedOut() {
        Model model = Model.of(Definitions.of(
                new UnitDefinition("USD", true, Origin.NONE),
                input("revenue", "USD"), input("cost", "USD"),
                KpiDefinition.of("growth_of_margin", Call.of("growth", Reference.to("margin"),
                        new NumberLiteral(java.math.BigDecimal.ONE, NumberLiteral.Suffix.NONE, "year", Origin.NONE))),
                KpiDefinition.of("margin", Product.of(
                        Sum.of(Reference.to("revenue"), Sum.Operator.MINUS, Reference.to("cost")),
                        Product.Operator.DIVIDED_BY, Reference.to("revenue")))));

        assertThat(model.order()).containsExactly("margin", "growth_of_margin");
        assertThat(model.kpis()).extracting(Kpi::id).containsExactly("growth_of_margin", "margin");
        assertThat(model.kpi("margin").orElseThrow().unit()).isEqualTo(Unit.NUMBER);
        assertThat(model.kpi("growth_of_margin").orElseThrow().unit()).isEqualTo(Unit.PERCENT);
        assertThat(model.formula("revenue")).isNull();
    }

    private static InputDefinition input(String name, String unit) {
        return new InputDefinition(name, Unit.of(unit), InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE);
    }
}

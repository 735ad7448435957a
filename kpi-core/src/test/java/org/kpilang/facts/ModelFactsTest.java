package org.kpilang.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.time.FiscalCalendar;
import org.kpilang.time.Grain;

class ModelFactsTest {

    private static final Model MODEL = Model.of(Definitions.of(
            new CalendarDefinition(FiscalCalendar.of(Month.APRIL, FiscalCalendar.Naming.BY_END), Origin.NONE),
            new DimensionDefinition("region", Origin.NONE),
            new DimensionDefinition("week", Origin.NONE),
            input("revenue"), input("Umsätze")));

    private static InputDefinition input(String name) {
        return new InputDefinition(name, null, InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE);
    }

    private static TextRows rows(String... lines) {
        return TextRows.of(Arrays.stream(lines).map(line -> List.of(line.split(",", -1))).toList());
    }

    @Test
    void theModelSaysWhatTheColumnsAre() throws IOException {
        Facts facts = Facts.builder(MODEL)
                .read("orders.csv", rows("Quarter,region,revenue", "FY2025-Q1,EMEA,1", "FY2024-Q4,EMEA,2"))
                .build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("FY2024-Q4 EMEA 2.0\nFY2025-Q1 EMEA 1.0");
        assertThat(facts.calendar()).isEqualTo(MODEL.calendar());
    }

    @Test
    void namesAreTheSameInWhateverFormTheyAreEncoded() throws IOException {
        Facts facts = Facts.builder(MODEL).read("orders.csv", rows("year,Umsa\u0308tze", "FY2025,1")).build();

        assertThat(facts.inputs()).containsExactly("Umsätze");
    }

    @Test
    void aDimensionMayHaveTheNameOfAPeriod() throws IOException {
        Facts facts = Facts.builder(MODEL).read("orders.csv", rows("date,week,revenue", "2024-01,first,1")).build();

        assertThat(Shown.of(facts, "revenue")).isEqualTo("2024-01 first 1.0");
    }

    @Test
    void aColumnThatTheModelDoesNotKnowIsAnError() throws IOException {
        assertThat(Shown.problems(Facts.builder(MODEL).read("orders.csv", rows("date,Region,revenue", "2024-01,US,1"))))
                .isEqualTo("""
                        orders.csv:1:6: error KPI-D001: `Region` is neither a dimension nor an input
                          date,Region,revenue
                               ^^^^^^
                          hint: did you mean `region`?
                        """);
    }

    @Test
    void namesThatTheModelDoesNotKnowAreRefused() {
        FactsBuilder builder = Facts.builder(MODEL);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.startingAt("FY2024").column("revenu", 1))
                .withMessage("`revenu` is not an input of the model; did you mean `revenue`?");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.table("t", Grain.DAY).dimensions("regio"))
                .withMessage("`regio` is not a dimension of the model; did you mean `region`?");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.completeTo(
                MODEL.calendar().parse("FY2024"), "cost")).withMessage("`cost` is not an input of the model");
    }
}

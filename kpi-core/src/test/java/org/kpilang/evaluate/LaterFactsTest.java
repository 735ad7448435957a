package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpilang.expression.Call;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Reference;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.expression.Statistic;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.RowTable;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Origin;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * What is loaded of later periods, of members known or new, changes nothing earlier; and periods of statistics tile.
 */
class LaterFactsTest {

    private static final Period JANUARY = Period.parse("2024-01");

    private static Model model(InputKind kind, AbsentRule absent) {
        return Model.of(Definitions.of(new DimensionDefinition("shop", Origin.NONE),
                new InputDefinition("x", null, kind, absent, null, null, Origin.NONE),
                KpiDefinition.of("k", kind == InputKind.VALUES ? Call.of("avg", Reference.to("x")) : Reference.to("x"))));
    }

    @ParameterizedTest
    @EnumSource(InputKind.class)
    void aNewMemberChangesNoEarlierTotal(InputKind kind) {
        for (AbsentRule absent : new AbsentRule[] {new AbsentRule.Unknown(), new AbsentRule.Zero(),
            new AbsentRule.CarriesForward(0)}) {
            if (kind == InputKind.VALUES && absent instanceof AbsentRule.CarriesForward) {
                continue;
            }
            Model model = model(kind, absent);
            FactsBuilder early = Facts.builder(model);
            rows(early.table("early", Grain.MONTH));
            FactsBuilder late = Facts.builder(model);
            rows(late.table("late", Grain.MONTH)).row(JANUARY.plus(2), "a").value("x", -7)
                    .row(JANUARY.plus(2), "b").value("x", 9);

            Evaluation before = Evaluation.of(model, early.build()).from(JANUARY).to(JANUARY.plus(1));
            Evaluation after = Evaluation.of(model, late.build()).from(JANUARY).to(JANUARY.plus(1));

            assertThat(after.run().series("k")).isEqualTo(before.run().series("k"));
            assertThat(before.run().value("k", "2024-02")).hasValue(-6);
        }
    }

    private static RowTable rows(RowTable table) {
        return table.dimensions("shop").inputs("x")
                .row(JANUARY, "a").value("x", -5).row(JANUARY.plus(1), "a").value("x", -6);
    }

    @Test
    void aSecondMemberEndsWhatCannotBePutTogether() {
        Model model = model(InputKind.LEVEL, new AbsentRule.Unknown());
        FactsBuilder facts = Facts.builder(model);
        rows(facts.table("prices", Grain.MONTH)).row(JANUARY.plus(2), "b").value("x", 9);

        Result result = Evaluation.of(model, facts.build()).run();

        assertThat(result.series("k")).hasToString("2024-01 -5.0, 2024-02 -6.0, 2024-03 unknown");
        assertThat(result.why("k", "2024-03")).singleElement()
                .hasToString("unknown: x is a level, and its slices cannot be put together");
    }

    @Test
    void monthsUpToADayTile() {
        Reference x = Reference.to("x");
        Model model = Model.of(Definitions.of(
                new InputDefinition("x", null, InputKind.FLOW, new AbsentRule.Unknown(), null, null, Origin.NONE),
                KpiDefinition.of("parts",
                        new Statistic("sum", x, new Stretch.Periods(4, PeriodUnit.MONTH, 0), List.of(), Origin.NONE)),
                KpiDefinition.of("whole", Selection.of(x, new Selector.Last(4, PeriodUnit.MONTH, 0)))));
        double[] values = new double[800];
        for (int day = 0; day < values.length; day++) {
            values[day] = day;
        }
        Result result = Evaluation.of(model, Facts.startingAt("2023-01-01").column("x", values).build()).run();

        assertThat(result.series("parts")).isEqualTo(result.series("whole"));
    }
}

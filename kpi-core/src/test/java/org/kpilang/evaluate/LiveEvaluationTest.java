package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kpilang.evaluate.SmallModel.last;
import static org.kpilang.evaluate.SmallModel.minus;
import static org.kpilang.evaluate.SmallModel.name;
import static org.kpilang.evaluate.SmallModel.over;
import static org.kpilang.evaluate.SmallModel.select;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.kpilang.expression.NumberLiteral;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.model.Definitions;
import org.kpilang.model.InputKind;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.source.Diagnostic;
import org.kpilang.source.DiagnosticCode;
import org.kpilang.source.DiagnosticException;
import org.kpilang.source.Limit;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/** What somebody sees who applies updates. */
class LiveEvaluationTest {

    private static final Model MODEL = new SmallModel().dimensions("region").flows("revenue", "cost", "plan")
            .input("buyers", InputKind.DISTINCT, SmallModel.UNKNOWN)
            .kpi("margin", over(minus(name("revenue"), name("cost")), name("revenue")))
            .kpi("quarter", select(name("revenue"), last(3, PeriodUnit.MONTH)))
            .build();
    private static final Period MARCH = Period.parse("2024-03");
    private static final Map<String, String> EMEA = Map.of("region", "EMEA");
    private static final Map<String, String> APAC = Map.of("region", "APAC");
    private static final Slice IN_EMEA = Slice.of("region", "EMEA");

    private static Facts facts() {
        FactsBuilder builder = Facts.builder(MODEL);
        builder.table("t", Grain.MONTH).dimensions("region").inputs("revenue", "cost")
                .row(Period.parse("2024-01"), "EMEA").value("revenue", 200).value("cost", 120)
                .row(Period.parse("2024-02"), "EMEA").value("revenue", 240).value("cost", 120);
        return builder.build();
    }

    private static LiveEvaluation live() {
        return Evaluation.of(MODEL, facts()).by("region").live();
    }

    @Test
    void aNewPeriodChangesWhatReachesOverIt() {
        LiveEvaluation live = live();
        List<String> heard = new ArrayList<>();
        live.onChange(changes -> heard.addAll(changes.toList().stream().map(ValueChange::toString).toList()));
        live.apply(new FactsUpdate().set("revenue", EMEA, MARCH, 250).set("cost", EMEA, MARCH, 150));
        assertThat(heard).containsExactly(
                "margin in 2024-03 (region = EMEA): no value -> 0.4", "margin in 2024-03: no value -> 0.4",
                "quarter in 2024-03 (region = EMEA): no value -> 690.0", "quarter in 2024-03: no value -> 690.0");
        assertThat(live.value("quarter", "2024-03")).hasValue(690);
        assertThat(live.window().lastPeriod()).isEqualTo(MARCH);
    }

    @Test
    void aCorrectionTellsBeforeAndAfter() {
        LiveEvaluation live = live();
        List<ValueChange> heard = new ArrayList<>();
        live.onChange(changes -> changes.forEach(heard::add));
        live.apply(new FactsUpdate().set("cost", EMEA, Period.parse("2024-01"), 100));
        assertThat(heard).extracting(ValueChange::toString).containsExactly(
                "margin in 2024-01 (region = EMEA): 0.4 -> 0.5", "margin in 2024-01: 0.4 -> 0.5");
    }

    @Test
    void aNewMemberIsANewSliceUntilItsFactsAreTakenAway() {
        LiveEvaluation live = live();
        live.apply(new FactsUpdate().set("revenue", APAC, MARCH, 10).set("cost", APAC, MARCH, 5));
        assertThat(live.slices()).hasToString("[region = APAC, region = EMEA, total]");
        assertThat(live.value("margin", Slice.of("region", "APAC"), MARCH)).hasValue(0.5);
        live.apply(new FactsUpdate().remove("revenue", APAC, MARCH).remove("cost", APAC, MARCH));
        assertThat(live.slices()).hasToString("[region = EMEA, total]");
        assertThatThrownBy(() -> live.value("margin", Slice.of("region", "APAC"), MARCH))
                .isInstanceOf(NoSuchElementException.class).hasMessage("the slice region = APAC is not asked");
    }

    @Test
    void anAbsentValueSaysWhy() {
        LiveEvaluation live = live();
        live.apply(new FactsUpdate().set("revenue", EMEA, MARCH, 250));
        assertThat(live.why("margin", IN_EMEA, MARCH)).singleElement().asString()
                .contains("cost has no facts after 2024-02");
        assertThat(live.why("quarter", IN_EMEA, MARCH)).isEmpty();
    }

    @Test
    void whatIsAddedComesToTheSameInAnyOrder() {
        LiveEvaluation one = live();
        LiveEvaluation other = live();
        for (double value : new double[] {0.1, 0.2, 0.3}) {
            one.apply(new FactsUpdate().add("revenue", EMEA, MARCH, value));
        }
        for (double value : new double[] {0.3, 0.2, 0.1}) {
            other.apply(new FactsUpdate().add("revenue", EMEA, MARCH, value));
        }
        assertThat(one.facts()).isEqualTo(other.facts());
    }

    @Test
    void aListenerThatThrowsStopsNobody() {
        LiveEvaluation live = live();
        List<Integer> heard = new ArrayList<>();
        live.onChange(changes -> {
            throw new IllegalArgumentException("first");
        });
        live.onChange(changes -> heard.add(changes.size()));
        assertThatIllegalArgumentException().isThrownBy(() -> live.apply(new FactsUpdate().set("revenue", EMEA, MARCH, 1)))
                .withMessage("first");
        assertThat(heard).hasSize(1);
        assertThat(live.value("quarter", "2024-03")).hasValue(441);
    }

    @Test
    void aListenerMustNotApply() {
        LiveEvaluation live = live();
        live.onChange(changes -> live.apply(new FactsUpdate()));
        assertThatIllegalStateException().isThrownBy(() -> live.apply(new FactsUpdate().set("revenue", EMEA, MARCH, 1)))
                .withMessage("a listener must not apply an update");
    }

    @Test
    void nobodyIsCalledWhenNothingChanges() {
        LiveEvaluation live = live();
        live.onChange(changes -> {
            throw new AssertionError(changes);
        });
        live.apply(new FactsUpdate().set("revenue", EMEA, Period.parse("2024-01"), 200));
        live.apply(new FactsUpdate());
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        LiveEvaluation live = live();
        refuses(live, new FactsUpdate().set("revenue", EMEA, MARCH, 1).set("revenu", EMEA, MARCH, 1),
                DiagnosticCode.UNKNOWN_NAME);
        refuses(live, new FactsUpdate().set("revenue", EMEA, Period.parse("2024"), 1), DiagnosticCode.MIXED_GRAINS);
        refuses(live, new FactsUpdate().set("revenue", Map.of(), MARCH, 1), DiagnosticCode.MIXED_GRAINS);
        refuses(live, new FactsUpdate().addIdentity("revenue", EMEA, MARCH, "c1"), DiagnosticCode.MIXED_FACTS);
        assertThat(live.facts()).isEqualTo(facts());
        assertThatIllegalArgumentException().isThrownBy(() -> new FactsUpdate().set("revenue", EMEA, MARCH, Double.NaN));
    }

    private static void refuses(LiveEvaluation live, FactsUpdate update, DiagnosticCode code) {
        assertThatThrownBy(() -> live.apply(update)).isInstanceOfSatisfying(DiagnosticException.class,
                e -> assertThat(e.diagnostics()).extracting(Diagnostic::code).containsExactly(code));
    }

    @Test
    void growthStaysWithinTheLimits() {
        LiveEvaluation live = Evaluation.of(MODEL, facts()).by("region")
                .limits(MODEL.limits().with(Limit.CELLS, 8)).live();
        refuses(live, new FactsUpdate().set("revenue", EMEA, MARCH, 1), Limit.CELLS.code());
        refuses(live, new FactsUpdate().set("revenue", APAC, Period.parse("2024-02"), 1), Limit.CELLS.code());
        assertThat(live.facts()).isEqualTo(facts());
        live.apply(new FactsUpdate().set("revenue", EMEA, Period.parse("2024-02"), 1));
        assertThat(live.window().length()).isEqualTo(2);
    }

    @Test
    void identitiesMustBeKeptToTellNewOnes() {
        Facts kept = identities(true);
        LiveEvaluation live = counting(kept);
        live.apply(new FactsUpdate().addIdentity("buyers", EMEA, MARCH, "c1").addIdentity("buyers", EMEA, MARCH, "c9"));
        assertThat(live.value("buyers_now", "2024-03")).hasValue(2);
        live.apply(new FactsUpdate().removeIdentity("buyers", EMEA, MARCH, "c1"));
        assertThat(live.value("buyers_now", "2024-03")).hasValue(1);
        refuses(counting(identities(false)), new FactsUpdate().addIdentity("buyers", EMEA, MARCH, "c1"),
                DiagnosticCode.REQUEST_NOT_VALID);
    }

    private static Facts identities(boolean keep) {
        FactsBuilder builder = Facts.builder(MODEL);
        builder.table("sales", Grain.MONTH).dimensions("region").identities("buyers")
                .row(MARCH, "EMEA").identity("buyers", "c1");
        return (keep ? builder.keepIdentities() : builder).build();
    }

    private static LiveEvaluation counting(Facts facts) {
        Model model = new SmallModel().dimensions("region").input("buyers", InputKind.DISTINCT, SmallModel.UNKNOWN)
                .kpi("buyers_now", name("buyers")).build();
        return Evaluation.of(model, facts).live();
    }

    @Test
    void aResultDoesNotFollow() {
        LiveEvaluation live = live();
        Result before = live.result();
        live.apply(new FactsUpdate().set("cost", EMEA, Period.parse("2024-01"), 100));
        assertThat(before.value("margin", "2024-01")).hasValue(0.4);
        assertThat(live.result().value("margin", "2024-01")).hasValue(0.5);
    }

    @Test
    void decimalsDoNotFollowTheirFacts() {
        Model model = Model.of(Definitions.of(KpiDefinition.of("one", NumberLiteral.of(BigDecimal.ONE))));
        Evaluation exact = Evaluation.of(model, Facts.startingAt("2024-01").column("x", 1).build())
                .grain(Grain.MONTH).from("2024-01").to("2024-01").decimals(Decimals.scale(2, RoundingMode.HALF_EVEN));
        assertThatThrownBy(exact::live).isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("an evaluation in decimals does not follow its facts");
    }
}

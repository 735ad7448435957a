package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.source.SourceText;
import org.kpilang.testing.Answer;
import org.kpilang.testing.KpiArbitraries;
import org.kpilang.testing.ReferenceEvaluator;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Whatever the facts are, and whether a KPI of the catalogue is asked by month, quarter or year, of a region or in
 * total, it is what its formula means: a ratio of sums is never a mean of ratios, and a balance is never added up.
 */
class CatalogueProperties {

    private static final List<Grain> GRAINS = List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR);
    private static final int ASKED = 2;
    /** What needs figures by week cannot be asked of months. */
    private static final Set<String> BY_WEEK = Set.of("weeks_of_supply.four_weeks");

    private static final Map<String, Model> MODELS = CatalogueTest.files().stream().collect(Collectors.toMap(
            Function.identity(), file -> KpiLanguage.check(SourceText.of("own.kpi",
                    "dimension region\nuse standard." + file)).orThrow()));

    /** The facts of a trade, and how it is asked. */
    record Asked(String file, Facts facts, Grain grain) {

        Model model() {
            return MODELS.get(file);
        }
    }

    @Provide
    Arbitrary<Asked> questions() {
        return Arbitraries.of(CatalogueTest.files()).flatMap(file ->
                KpiArbitraries.facts(MODELS.get(file)).by(Grain.MONTH).periods(13, 26).between(0, 50).complete()
                        .flatMap(facts -> Arbitraries.of(GRAINS).map(grain -> new Asked(file, facts, grain))));
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void everyKpiIsWhatItsFormulaMeans(@ForAll("questions") Asked asked) {
        Evaluation evaluation = Evaluation.of(asked.model(), asked.facts()).grain(asked.grain());
        evaluation = asked.facts().members("region").isEmpty() ? evaluation : evaluation.by("region");
        evaluation = evaluation.kpis(asked.model().kpis().stream().map(Kpi::id).filter(id -> !BY_WEEK.contains(id)).toList());
        Result result = evaluation.run();
        ReferenceEvaluator reference = new ReferenceEvaluator(asked.model(), asked.facts());
        for (int kpi = 0; kpi < result.kpis().size(); kpi++) {
            for (int slice = 0; slice < result.slices().size(); slice++) {
                for (int period = Math.max(0, result.periods() - ASKED); period < result.periods(); period++) {
                    compare(result, reference, kpi, slice, period);
                }
            }
        }
        Statistics.label("cells").coverage(coverage -> coverage.check(true).percentage(share -> share >= 40));
    }

    private static void compare(Result result, ReferenceEvaluator reference, int kpi, int slice, int number) {
        String id = result.kpis().get(kpi).id();
        Slice where = result.slices().get(slice);
        Period period = result.period(number);
        Answer answer = reference.answer(id, where, period);
        String cell = id + " in " + period + " for " + where;
        assertThat(result.hasValue(kpi, slice, number)).as("%s: %s", cell, answer).isEqualTo(answer.isKnown());
        Statistics.label("cells").collect(answer.isKnown());
        if (answer.isKnown()) {
            assertThat(result.valueOr(kpi, slice, number, Double.NaN)).as(cell)
                    .isCloseTo(answer.value(), within(1e-9 * Math.max(1, Math.abs(answer.value()))));
        }
    }
}

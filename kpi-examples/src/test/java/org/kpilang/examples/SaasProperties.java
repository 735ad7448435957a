package org.kpilang.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.series.Series;
import org.kpilang.testing.KpiArbitraries;
import org.kpilang.testing.KpiDomain;

/** What holds for the KPIs of a business whatever its facts are; in the README. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class SaasProperties {

    private static final Model SAAS = model();

    private static Model model() {
        try {
            return KpiLanguage.model(Path.of("saas", "saas.kpi"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // README: from here
    @Provide
    Arbitrary<Facts> facts() {
        return KpiArbitraries.facts(SAAS).between("revenue", 1, 1000);
    }

    @Property
    void aMarginNeverExceedsOneHundredPercent(@ForAll("facts") Facts facts) {
        Result result = Evaluation.of(SAAS, facts).kpis("gross_margin").by("region").run();
        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int period = 0; period < result.periods(); period++) {
                assertThat(result.valueOr(0, slice, period, 0)).isLessThanOrEqualTo(1);
            }
        }
    }
    // README: to here

    /** Of a part without a fact in a month nothing is known, and the shares of the others make up the whole. */
    @Property
    void theSharesOfAllRegionsMakeUpTheWhole(@ForAll("facts") Facts facts) {
        Result result = Evaluation.of(SAAS, facts).kpis("region_share").by("region").run();
        for (int period = 0; period < result.periods(); period++) {
            double parts = 0;
            for (int slice = 0; slice < result.slices().size() - 1; slice++) {
                parts += result.valueOr(0, slice, period, 0);
            }
            assertThat(parts).isBetween(result.hasValue(0, result.slices().size() - 1, period) ? 1 - 1e-12 : 0, 1
                    + 1e-12);
        }
    }

    @Property(tries = 20)
    @Domain(KpiDomain.class)
    void whatIsMadeUpByTypeIsWhatItSays(@ForAll Model model, @ForAll Series series) {
        assertThat(model.order()).contains(model.kpis().stream().map(Kpi::id).toArray(String[]::new));
        assertThat(series.size()).isBetween(0, 36);
    }
}

package org.kpilang.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.KpiVersion;
import org.kpilang.model.Model;
import org.kpilang.series.Absence;
import org.kpilang.source.DiagnosticException;
import org.kpilang.testing.Question;
import org.kpilang.testing.Questions;
import org.kpilang.time.Period;

/** What holds for KPIs with definitions that hold at different times. */
@PropertyDefaults(tries = 400, edgeCases = EdgeCasesMode.NONE)
class VersionProperties {

    @Provide
    Arbitrary<Question> versioned() {
        return Questions.any().filter(question -> question.model().kpis().stream().anyMatch(Kpi::isVersioned));
    }

    /** As defined then: a period has the value that the definition of that period gives when it stands alone. */
    @Property
    void aPeriodHasTheValueOfTheDefinitionThatHeldInIt(@ForAll("versioned") Question any) {
        Question question = any.defined(AsDefined.THEN);
        Kpi kpi = question.model().kpis().stream().filter(Kpi::isVersioned).findFirst().orElseThrow();
        for (int i = 0; i < kpi.versions().size(); i++) {
            question = question.and("alone" + i, kpi.versions().get(i).definition().formula());
        }
        Result result = run(question.evaluation());
        int number = result.kpis().stream().map(Kpi::id).toList().indexOf(kpi.id());

        for (int slice = 0; slice < result.slices().size(); slice++) {
            for (int i = 0; i < result.periods(); i++) {
                KpiVersion version = result.version(number, i).orElse(null);
                Statistics.collect(version == null ? "not defined" : "defined");
                if (version == null) {
                    assertThat(result.why(number, slice, i)).extracting(Reason::code)
                            .containsExactly(Absence.NOT_DEFINED);
                } else {
                    int alone = result.kpis().size() - kpi.versions().size() + kpi.versions().indexOf(version);
                    assertThat(Double.valueOf(result.valueOr(number, slice, i, Double.NaN)))
                            .isEqualTo(Double.valueOf(result.valueOr(alone, slice, i, Double.NaN)));
                    assertThat(result.why(number, slice, i)).isEqualTo(result.why(alone, slice, i));
                }
            }
        }
    }

    /** As defined now: the same as a model that has the latest definitions alone. */
    @Property
    void asDefinedNowIsAModelOfTheLatestDefinitions(@ForAll("versioned") Question question) {
        Question latest = question.of(keeping(question.model(), LocalDate.MAX));

        assertSame(run(question.defined(AsDefined.NOW).evaluation()),
                run(latest.defined(AsDefined.THEN).evaluation()));
    }

    /** As defined in a period: the same as a model that has the definitions of that period alone. */
    @Property
    void asDefinedInAPeriodIsAModelOfItsDefinitions(@ForAll("versioned") Question question) {
        Period period = question.from();
        LocalDate day = period.window().lastDay();
        Assume.that(question.model().kpis().stream().allMatch(kpi -> kpi.version(day).isPresent()));
        Question then = question.of(keeping(question.model(), day));

        assertSame(run(question.defined(AsDefined.in(period)).evaluation()),
                run(then.defined(AsDefined.THEN).evaluation()));
    }

    /** The definitions of a model, of each KPI the one that holds on a day, or the latest on the last of all days. */
    private static Definitions keeping(Model model, LocalDate day) {
        List<Definition> kept = new ArrayList<>();
        for (Definition definition : model.definitions().all()) {
            if (!(definition instanceof KpiDefinition written)) {
                kept.add(definition);
                continue;
            }
            Kpi kpi = model.kpi(Kpi.id(written)).orElseThrow();
            KpiVersion version = day.equals(LocalDate.MAX) ? kpi.latest() : kpi.version(day).orElseThrow();
            if (version.definition() == written) {
                kept.add(new KpiDefinition(written.name(), null, written.variant(), written.formula(), List.of(),
                        written.origin()));
            }
        }
        return new Definitions(kept);
    }

    private static void assertSame(Result one, Result other) {
        assertThat(one.kpis().stream().map(Kpi::id)).containsExactlyInAnyOrderElementsOf(
                other.kpis().stream().map(Kpi::id).toList());
        for (Kpi kpi : one.kpis()) {
            for (Slice slice : one.slices()) {
                for (int i = 0; i < one.periods(); i++) {
                    assertThat(one.value(kpi.id(), slice, one.period(i)))
                            .isEqualTo(other.value(kpi.id(), slice, one.period(i)));
                    assertThat(one.why(kpi.id(), slice, one.period(i)))
                            .isEqualTo(other.why(kpi.id(), slice, one.period(i)));
                }
            }
        }
    }

    private static Result run(Evaluation evaluation) {
        try {
            return evaluation.run();
        } catch (DiagnosticException e) {
            Assume.that(false);
            throw e;
        }
    }
}

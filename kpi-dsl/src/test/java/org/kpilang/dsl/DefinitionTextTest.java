package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.model.CalendarDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.DefinitionText;
import org.kpilang.model.Definitions;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.UseDefinition;

/** The canonical text of a definition means the definition. */
class DefinitionTextTest {

    static List<Path> corpus() {
        return Texts.files("corpus", ".kpi");
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void whatIsReadAgainIsTheSame(Path file) {
        Definitions definitions = KpiLanguage.definitions(Texts.read(file));
        for (Definition definition : definitions.all()) {
            if (!(definition instanceof CalendarDefinition || definition instanceof UseDefinition)) {
                String text = DefinitionText.of(definition);
                assertThat(KpiLanguage.definitions(text).all()).as(text).containsExactly(withoutExamples(definition));
            }
        }
    }

    @Test
    void theCorpusHasEveryProperty() {
        assertThat(corpus().stream().flatMap(file -> KpiLanguage.definitions(Texts.read(file)).all().stream())
                .flatMap(definition -> definition instanceof KpiDefinition kpi ? kpi.properties().stream()
                        : definition instanceof ObjectiveDefinition objective
                                ? objective.properties().stream() : List.<Property>of().stream())
                .map(Property::getClass).collect(Collectors.toSet()))
                .hasSameElementsAs(records(Property.class).toList());
    }

    /** The records that a sealed interface permits, be it through another one. */
    private static Stream<Class<? extends Property>> records(Class<? extends Property> sort) {
        return sort.isRecord() ? Stream.of(sort)
                : Stream.of(sort.getPermittedSubclasses()).flatMap(each -> records(each.asSubclass(Property.class)));
    }

    private static Definition withoutExamples(Definition definition) {
        if (!(definition instanceof KpiDefinition kpi)) {
            return definition;
        }
        return new KpiDefinition(kpi.name(), kpi.label(), kpi.variant(), kpi.formula(),
                kpi.properties().stream().filter(property -> !(property instanceof Property.Example)).toList(),
                kpi.origin());
    }
}

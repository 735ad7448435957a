package org.kpilang.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.Kpi;
import org.kpilang.model.Model;
import org.kpilang.model.Property;
import org.kpilang.source.Checked;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/** The KPIs that come with the language. */
class CatalogueTest {

    private static final List<String> FILES = List.of("ecommerce", "finance", "healthcare", "it", "manufacturing",
            "marketing", "people", "project", "saas", "sales", "social", "supply", "support");

    /** How a trade knows a KPI: what is better, how it is usually timed, and whom it is for. */
    record Expected(String file, String kpi, String better, String usually, String level) {

        static Expected of(String line) {
            String[] cells = line.split(",");
            return new Expected(cells[0], cells[1], cells[2], cells[3], cells[4]);
        }
    }

    static Stream<Expected> expected() {
        return Texts.read(Path.of("src/test/resources/library/catalogue.csv")).lines().skip(1).map(Expected::of);
    }

    static List<String> files() {
        return FILES;
    }

    private static SourceText source(String file) {
        return Library.standard().find("standard." + file).orElseThrow();
    }

    private static Checked<Model> used(String file) {
        return KpiLanguage.check(SourceText.of("own.kpi", "use standard." + file));
    }

    /** The KPIs of a file alone, without those that it only needs. */
    private static List<Kpi> kpis(String file) {
        Model model = used(file).orThrow();
        return model.kpis().stream()
                .filter(kpi -> kpi.definition().origin().source().name().equals(source(file).name())).toList();
    }

    /** All examples are run by the check. */
    @ParameterizedTest
    @MethodSource("files")
    void isWithoutMistakesAndWarnings(String file) {
        Checked<Model> model = used(file);
        assertThat(model.diagnostics()).isEmpty();
        assertThat(model.isValid()).isTrue();
        assertThat(Formatter.isFormatted(source(file))).isTrue();
    }

    @Test
    void allFilesMayBeUsedTogether() {
        String all = FILES.stream().map(file -> "use standard." + file + "\n").collect(Collectors.joining());
        Checked<Model> model = KpiLanguage.check(SourceText.of("own.kpi", "currency EUR\n" + all));
        assertThat(model.diagnostics()).isEmpty();
        assertThat(model.orThrow().kpis()).hasSizeGreaterThan(360);
        assertThat(model.orThrow().kpis()).noneMatch(kpi -> kpi.unit().powers().containsKey("money"));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void isDefinedAsTheTradeKnowsIt(Expected expected) {
        Kpi kpi = used(expected.file).orThrow().kpi(expected.kpi).orElseThrow();
        String better = kpi.property(Property.Better.class).map(said -> said.way().name().toLowerCase(Locale.ROOT))
                .orElse("range").replace("between", "range");
        assertThat(better).isEqualTo(expected.better);
        assertThat(kpi.property(Property.Usually.class).orElseThrow().timing().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expected.usually);
        assertThat(kpi.property(Property.Level.class).orElseThrow().word()).isEqualTo(expected.level);
        assertThat(kpi.property(Property.Description.class)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasALabelAUnitAndAnExampleForEachKpi(String file) {
        for (Kpi kpi : kpis(file)) {
            assertThat(kpi.definition().label()).as(kpi.id()).isNotNull();
            assertThat(kpi.unit()).as(kpi.id()).isNotEqualTo(Unit.ANY);
            assertThat(kpi.properties(Property.Example.class)).as(kpi.id()).isNotEmpty();
            assertThat(kpi.property(Property.Usually.class)).as(kpi.id()).isPresent();
            assertThat(kpi.property(Property.Level.class)).as(kpi.id()).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasALabelAndAUnitForEachInputAndNeedsAll(String file) {
        Model model = used(file).orThrow();
        Set<InputDefinition> needed = new HashSet<>();
        kpis(file).forEach(kpi -> needed.addAll(model.inputsOf(kpi)));
        List<InputDefinition> declared = new ArrayList<>(
                KpiLanguage.parseFile(source(file)).orThrow().of(InputDefinition.class));
        assertThat(declared).allSatisfy(input -> {
            assertThat(input.label()).as(input.name()).isNotNull();
            assertThat(input.unit()).as(input.name()).isNotNull();
        });
        assertThat(needed).extracting(InputDefinition::name)
                .containsAll(declared.stream().map(InputDefinition::name).toList());
    }

    /** A variant is a way to define the same thing, so there is a default that says why it is the default. */
    @ParameterizedTest
    @MethodSource("files")
    void hasADefaultForEachVariant(String file) {
        Set<String> ids = kpis(file).stream().map(Kpi::id).collect(Collectors.toSet());
        assertThat(kpis(file)).filteredOn(kpi -> kpi.variant() != null)
                .allSatisfy(kpi -> assertThat(ids).contains(kpi.name()));
    }
}

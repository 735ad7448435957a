package org.kpilang.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.facts.ResultRows;
import org.kpilang.model.Model;

/** The rooms of the project, and which may use which. */
class ArchitectureTest {

    private static final String ROOT = "org.kpilang.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("org.kpilang");

    /** Each package of the core with those it may use; one that is not mentioned here fails a test. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("source", Set.of()),
            Map.entry("unit", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("aggregate", Set.of()),
            Map.entry("expression", Set.of("source")),
            Map.entry("probability", Set.of()),
            Map.entry("series", Set.of("time")),
            Map.entry("leadlag", Set.of("source", "time", "probability", "series")),
            Map.entry("function", Set.of("source", "expression", "unit", "series", "time")),
            Map.entry("model", Set.of("source", "expression", "unit", "time", "aggregate", "series", "function")),
            // Facts may be loaded for a model, whose names they are held against.
            Map.entry("facts", Set.of("source", "expression", "time", "aggregate", "series", "model")),
            Map.entry("evaluate", Set.of("source", "expression", "unit", "time", "aggregate", "series", "function", "model",
                    "facts")),
            Map.entry("scorecard", Set.of("source", "expression", "unit", "time", "series", "leadlag", "function",
                    "facts", "model", "evaluate")),
            Map.entry("report", Set.of("source", "expression", "unit", "time", "series", "leadlag", "model", "evaluate",
                    "scorecard")));

    private static final DescribedPredicate<JavaClass> PLATFORM = DescribedPredicate.describe("are of java.base",
            type -> ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages()
                    .contains(type.getBaseComponentType().getPackageName()) || type.getBaseComponentType().isPrimitive());

    /** The results of queries come from a module that is there only if the application reads a database. */
    private static final DescribedPredicate<JavaClass> QUERIES =
            JavaClass.Predicates.belongToAnyOf(ResultRows.class).or(JavaClass.Predicates.simpleName("ResultScan"))
                    .or(JavaClass.Predicates.simpleNameStartingWith("ResultScan$"));

    static Stream<Arguments> rooms() {
        return MAY_USE.entrySet().stream().map(room -> Arguments.of(room.getKey(), room.getValue()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void packagesUseOnlyThoseBeforeThem(String room, Set<String> others) {
        List<String> allowed = new ArrayList<>(List.of(ROOT + room + ".."));
        others.forEach(other -> allowed.add(ROOT + other));
        classes().that().resideInAPackage(ROOT + room + "..").and(DescribedPredicate.not(QUERIES))
                .should().onlyDependOnClassesThat(PLATFORM.or(resideInAnyPackage(allowed.toArray(String[]::new)))
                        .or(resideInAnyPackage("org.jspecify..", "org.slf4j..")))
                .check(CLASSES);
    }

    @Test
    void onlyResultsOfQueriesNeedADatabase() {
        classes().that(QUERIES).should().onlyDependOnClassesThat(PLATFORM
                .or(resideInAnyPackage("org.jspecify..", "java.sql", ROOT + "facts", ROOT + "source"))).check(CLASSES);
    }

    @Test
    void everyPackageOfTheCoreHasItsPlace() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName)
                .map(name -> name.replaceFirst("^org\\.kpilang\\.", "").replaceFirst("\\.internal.*", "")))
                .filteredOn(room -> !room.startsWith("dsl") && !room.startsWith("examples"))
                .hasSameElementsAs(MAY_USE.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"source", "expression", "time", "unit", "probability"})
    void leavesNeedThePlatformAlone(String leaf) {
        classes().that().resideInAPackage(ROOT + leaf + "..")
                .should().onlyDependOnClassesThat(PLATFORM.or(resideInAPackage("org.jspecify.."))
                        .or(resideInAnyPackage(ROOT + leaf, ROOT + "source")))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "evaluate", "dsl"})
    void internalPackagesStayInTheirRoom(String room) {
        noClasses().that().resideOutsideOfPackage(ROOT + room + "..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + room + ".internal..")
                .check(CLASSES);
    }

    @Test
    void parseTreesStayInside() {
        noClasses().that().resideOutsideOfPackage(ROOT + "dsl.internal..")
                .should().dependOnClassesThat().resideInAnyPackage("org.antlr..", ROOT + "dsl.internal.antlr")
                .check(CLASSES);
    }

    @Test
    void examplesUseTheLanguageUsesTheCore() {
        noClasses().that().resideOutsideOfPackages(ROOT + "dsl..", ROOT + "examples..")
                .should().dependOnClassesThat().resideInAnyPackage(ROOT + "dsl..", ROOT + "examples..")
                .check(CLASSES);
        noClasses().that().resideInAPackage(ROOT + "dsl..")
                .should().dependOnClassesThat().resideInAPackage(ROOT + "examples..")
                .check(CLASSES);
    }

    @Test
    void onlyEvaluationLogs() {
        noClasses().that().resideOutsideOfPackage(ROOT + "evaluate..")
                .should().dependOnClassesThat().resideInAPackage("org.slf4j..")
                .check(CLASSES);
    }

    @Test
    void exportedTypesShowNoParser() {
        List<String> shown = CLASSES.stream()
                .filter(type -> !type.getPackageName().contains(".internal") && isOpen(type.getModifiers()))
                .flatMap(ArchitectureTest::signatures)
                .filter(text -> text.contains("org.antlr"))
                .toList();
        assertThat(shown).isEmpty();
    }

    /** The types that users of a type meet: its parents, and what its public and protected members take and give. */
    private static Stream<String> signatures(JavaClass type) {
        List<String> signatures = new ArrayList<>();
        type.getAllRawSuperclasses().forEach(parent -> signatures.add(type.getName() + " is a " + parent.getName()));
        type.getAllRawInterfaces().forEach(parent -> signatures.add(type.getName() + " is a " + parent.getName()));
        type.getFields().stream().filter(field -> isOpen(field.getModifiers()))
                .forEach(field -> signatures.add(field.getFullName() + " is " + types(List.of(field.getType()))));
        type.getCodeUnits().stream().filter(unit -> isOpen(unit.getModifiers()))
                .forEach(unit -> signatures.add(unit.getFullName() + " has " + types(involved(unit))));
        return signatures.stream();
    }

    private static Collection<JavaType> involved(JavaCodeUnit unit) {
        List<JavaType> types = new ArrayList<>(unit.getParameterTypes());
        types.add(unit.getReturnType());
        types.addAll(unit.getExceptionTypes());
        return types;
    }

    private static String types(Collection<JavaType> types) {
        return types.stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()).map(JavaClass::getName)
                .collect(Collectors.joining(", "));
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    static Stream<Arguments> modules() {
        return Stream.of(Arguments.of(Model.class, "org.kpilang.core"), Arguments.of(KpiLanguage.class, "org.kpilang.dsl"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesExportWhatIsNotInternal(Class<?> inside, String name) throws URISyntaxException {
        Path place = Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module = ModuleFinder.of(place).find(name).orElseThrow().descriptor();
        assertThat(module.exports()).noneMatch(ModuleDescriptor.Exports::isQualified)
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(module.packages().stream()
                        .filter(packageName -> !packageName.contains(".internal")).toList());
    }
}

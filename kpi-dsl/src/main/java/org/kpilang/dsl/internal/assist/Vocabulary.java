package org.kpilang.dsl.internal.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Statistics;
import org.kpilang.dsl.Library;
import org.kpilang.dsl.SymbolKind;
import org.kpilang.dsl.internal.StandardLibrary;
import org.kpilang.dsl.internal.UsedFiles;
import org.kpilang.function.EventFunction;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.DimensionDefinition;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.InputKind;
import org.kpilang.model.Kpi;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.Model;
import org.kpilang.model.ObjectiveDefinition;
import org.kpilang.model.Property;
import org.kpilang.model.UnitDefinition;
import org.kpilang.source.Limits;
import org.kpilang.source.Origin;
import org.kpilang.source.SourceText;
import org.kpilang.unit.Unit;

/**
 * The names that a text may use, each in the order of its definition. Of two definitions under one name the first
 * counts, as in the model.
 */
public final class Vocabulary {

    /** Beside it are all files of the first folder. */
    private static final String ANY_FILE = "any";

    /** Inputs, KPIs and constants, which formulas write alike. */
    private final Map<String, Entry> values = new LinkedHashMap<>();
    private final Map<String, Entry> functions = new LinkedHashMap<>();
    private final Map<String, Entry> units = new LinkedHashMap<>();
    private final Map<String, Entry> dimensions = new LinkedHashMap<>();
    private final Map<String, Entry> objectives = new LinkedHashMap<>();
    private final Set<String> statuses = new LinkedHashSet<>(List.of("green", "amber", "red"));
    private final Set<String> scopes = new LinkedHashSet<>();
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> owners = new LinkedHashSet<>();
    private final Definitions definitions;
    private final FunctionRegistry registry;
    private final Function<String, List<String>> members;
    private Supplier<Collection<String>> files = List::of;

    private Vocabulary(Definitions definitions, FunctionRegistry registry, Function<String, List<String>> members) {
        this.definitions = definitions;
        this.registry = registry;
        this.members = members;
    }

    /** The names of a model. */
    public static Vocabulary of(Model model, Function<String, List<String>> members) {
        return of(model.definitions(), model, model.functions(), members);
    }

    /** The names of what is defined so far in a file and in those it uses, whether or not all of it makes sense. */
    public static Vocabulary of(SourceText file, Library library, FunctionRegistry registry, Limits limits,
            Function<String, List<String>> members) {
        Definitions definitions = UsedFiles.readable(file, library, limits);
        Vocabulary vocabulary = of(definitions, CheckedPart.of(definitions, registry, limits), registry, members);
        vocabulary.files = () -> library.beside(ANY_FILE);
        return vocabulary;
    }

    /** Names of values of which nothing else is known. */
    public static Vocabulary of(
            Collection<String> names, FunctionRegistry registry, Function<String, List<String>> members) {
        Vocabulary vocabulary = of(Definitions.of(), null, registry, members);
        StandardLibrary.functions().values().forEach(function -> vocabulary.enter(function, null));
        for (String name : names) {
            vocabulary.values.putIfAbsent(name, Entry.of(name, SymbolKind.NAME, "a name that needs a value"));
        }
        return vocabulary;
    }

    private static Vocabulary of(Definitions definitions, @Nullable Model model, FunctionRegistry registry,
            Function<String, List<String>> members) {
        Vocabulary vocabulary = new Vocabulary(definitions, registry, members);
        definitions.all().forEach(definition -> vocabulary.enter(definition, model));
        registry.functions().stream().filter(function -> isOfUse(function, definitions)).forEach(function ->
                vocabulary.functions.putIfAbsent(function.signature().name(), Entries.of(function)));
        Unit.PREDECLARED.stream().sorted().forEach(unit ->
                vocabulary.units.putIfAbsent(unit, Entry.of(unit, SymbolKind.UNIT, Meanings.ofUnit(unit))));
        return vocabulary;
    }

    /** A statistic is a function of events as well, where there are lists of values. */
    private static boolean isOfUse(org.kpilang.function.Function function, Definitions definitions) {
        return !(function instanceof EventFunction events) || events.question() != EventFunction.Question.STATISTIC
                || definitions.of(InputDefinition.class).stream().anyMatch(input -> input.kind() == InputKind.VALUES);
    }

    private void enter(Definition definition, @Nullable Model model) {
        if (definition instanceof InputDefinition input) {
            values.putIfAbsent(input.name(), Entries.of(input));
        } else if (definition instanceof KpiDefinition kpi) {
            values.putIfAbsent(Kpi.id(kpi), Entries.of(kpi, unit(kpi, model)));
            kpi.properties().forEach(this::note);
        } else if (definition instanceof ConstantDefinition constant) {
            values.putIfAbsent(constant.name(), Entries.of(constant, null));
        } else if (definition instanceof FunctionDefinition function) {
            functions.putIfAbsent(function.name(), Entries.of(function));
        } else if (definition instanceof UnitDefinition unit) {
            units.putIfAbsent(unit.name(), Entries.of(unit));
        } else if (definition instanceof DimensionDefinition dimension) {
            dimensions.putIfAbsent(dimension.name(),
                    Entries.ofDimension(dimension.name(), dimension.origin(), members.apply(dimension.name())));
        } else if (definition instanceof ObjectiveDefinition objective) {
            objectives.putIfAbsent(objective.name(), Entries.of(objective));
        }
    }

    private static @Nullable Unit unit(KpiDefinition definition, @Nullable Model model) {
        Kpi kpi = model == null ? null : model.kpi(Kpi.id(definition)).orElse(null);
        return kpi != null
                ? known(kpi.unit()) : definition.property(Property.Shown.class).map(Property.Shown::unit).orElse(null);
    }

    /** A unit that says something, or null. */
    static @Nullable Unit known(@Nullable Unit unit) {
        return unit == Unit.ANY || unit == Unit.BARE ? null : unit;
    }

    private void note(Property property) {
        if (property instanceof Property.Status status) {
            status.bands().forEach(band -> statuses.add(band.status()));
        } else if (property instanceof Property.Scope scope) {
            scopes.add(scope.name());
        } else if (property instanceof Property.Tags all) {
            tags.addAll(all.tags());
        } else if (property instanceof Property.Owner owner) {
            owners.addAll(owner.names());
        }
    }

    Collection<Entry> values() {
        return values.values();
    }

    /** Whether there are KPIs under a name and a point. */
    boolean hasVariants(String name) {
        return values.keySet().stream().anyMatch(each -> each.startsWith(name + "."));
    }

    /** Whether a value or a dimension has a name. */
    boolean hasName(String name) {
        return values.containsKey(name) || dimensions.containsKey(name);
    }

    @Nullable Entry value(String name) {
        return values.get(name);
    }

    /** The functions of the file, and those of the language and the application. */
    Collection<Entry> functions() {
        return functions.values();
    }

    @Nullable Entry function(String name) {
        return functions.get(name);
    }

    Stream<Entry> statistics() {
        return Statistics.all().stream().map(Entries::of);
    }

    @Nullable Entry statistic(String name) {
        return Statistics.named(name).map(Entries::of).orElse(null);
    }

    Collection<Entry> units() {
        return units.values();
    }

    /** A unit; one of time may be written in the plural. */
    @Nullable Entry unit(String name) {
        Entry unit = units.get(name);
        return unit != null || !name.endsWith("s") ? unit : units.get(name.substring(0, name.length() - 1));
    }

    Collection<Entry> dimensions() {
        return dimensions.values();
    }

    @Nullable Entry dimension(String name) {
        return dimensions.get(name);
    }

    Collection<Entry> objectives() {
        return objectives.values();
    }

    @Nullable Entry objective(String name) {
        return objectives.get(name);
    }

    List<String> members(String dimension) {
        return members.apply(dimension);
    }

    /** Words of a role that other KPIs use, and that the language suggests. */
    Collection<String> words(Role role) {
        return switch (role) {
            case STATUS -> statuses;
            case SCOPE -> scopes;
            case TAG -> tags;
            case OWNER -> owners;
            default -> new ArrayList<>();
        };
    }

    /** The names of files that may be used. */
    Collection<String> files() {
        return files.get();
    }

    Definitions definitions() {
        return definitions;
    }

    FunctionRegistry registry() {
        return registry;
    }
}

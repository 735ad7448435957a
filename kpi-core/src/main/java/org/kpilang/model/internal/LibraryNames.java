package org.kpilang.model.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.Definition;
import org.kpilang.model.Definitions;
import org.kpilang.model.FunctionDefinition;
import org.kpilang.model.InputDefinition;
import org.kpilang.model.KpiDefinition;
import org.kpilang.model.UnitDefinition;

/** What names stand for in a library, and in the definitions of those who use it, which come first. */
final class LibraryNames {

    /** What the library defines, by name; a KPI may have several versions, and be an input as well. */
    private final Map<String, List<Definition>> values = new LinkedHashMap<>();
    private final Map<String, FunctionDefinition> functions = new LinkedHashMap<>();
    private final Map<String, UnitDefinition> units = new LinkedHashMap<>();
    private final Map<String, Definition> ownValues = new HashMap<>();
    private final Map<String, UnitDefinition> ownUnits = new LinkedHashMap<>();

    LibraryNames(Definitions library, Definitions own) {
        for (Definition definition : library.all()) {
            if (definition instanceof FunctionDefinition function) {
                functions.putIfAbsent(function.name(), function);
            } else if (definition instanceof UnitDefinition unit) {
                units.put(unit.name(), unit);
            } else if (isValue(definition)) {
                values.computeIfAbsent(Symbols.name(definition), first -> new ArrayList<>()).add(definition);
            }
        }
        for (Definition definition : own.all()) {
            if (isValue(definition)) {
                ownValues.put(Symbols.name(definition), definition);
            } else if (definition instanceof UnitDefinition unit) {
                ownUnits.put(unit.name(), unit);
            } else if (definition instanceof FunctionDefinition function) {
                functions.remove(function.name());
            }
        }
    }

    static boolean isValue(Definition definition) {
        return definition instanceof InputDefinition || definition instanceof ConstantDefinition
                || definition instanceof KpiDefinition;
    }

    /** What the library defines as a value of a name; nothing if it has no such name. */
    List<Definition> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** The names of all values of the library. */
    Set<String> valueNames() {
        return values.keySet();
    }

    boolean isValue(String name) {
        return values.containsKey(name);
    }

    /** The ids of the KPIs of the library. */
    List<String> kpis() {
        return values.keySet().stream().filter(this::isKpi).toList();
    }

    boolean isKpi(String id) {
        return values(id).stream().anyMatch(KpiDefinition.class::isInstance);
    }

    /** The input of the library that a name stands for, or null. */
    @Nullable InputDefinition input(String name) {
        return (InputDefinition) values(name).stream().filter(InputDefinition.class::isInstance).findFirst()
                .orElse(null);
    }

    /** The functions of the library that are not defined anew. */
    Map<String, FunctionDefinition> functions() {
        return functions;
    }

    Map<String, UnitDefinition> units() {
        return units;
    }

    /** The value that is defined by those who use the library, or null. */
    @Nullable Definition own(String name) {
        return ownValues.get(name);
    }

    Set<String> ownNames() {
        return ownValues.keySet();
    }

    Map<String, UnitDefinition> ownUnits() {
        return ownUnits;
    }

    /** Whether a definition takes the place of one of the library; of a KPI that is an input, it takes the input's. */
    boolean isReplaced(Definition definition) {
        Definition own = own(Symbols.name(definition));
        return own != null
                && !(own instanceof InputDefinition && definition instanceof KpiDefinition kpi && kpi.isMeasure());
    }
}

package org.kpilang.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kpilang.function.FunctionRegistry;
import org.kpilang.model.internal.Adoption;
import org.kpilang.source.Checked;

/**
 * Everything that a file, or a program, defines, in the order written. Immutable; nothing is checked yet.
 *
 * @param all     the definitions
 * @param demands the ids of KPIs that are not asked {@linkplain Demand#ALWAYS always}
 */
public record Definitions(List<Definition> all, Map<String, Demand> demands) {

    /** When a KPI is asked by a question that names no KPI. */
    public enum Demand {
        ALWAYS,
        /** When all of its inputs have facts: it is on offer, and nobody has said that it is wanted. */
        WITH_FACTS,
        /** Never: it is there for others that need it. */
        BY_NAME
    }

    public Definitions {
        all = List.copyOf(all);
        demands = Map.copyOf(demands);
    }

    /** Definitions of KPIs that are all asked always. */
    public Definitions(List<Definition> all) {
        this(all, Map.of());
    }

    public static Definitions of(Definition... definitions) {
        return new Definitions(List.of(definitions));
    }

    /** The definitions of one sort, in the order written. */
    public <D extends Definition> List<D> of(Class<D> sort) {
        List<D> found = new ArrayList<>();
        for (Definition definition : all) {
            if (sort.isInstance(definition)) {
                found.add(sort.cast(definition));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** When a KPI is asked by a question that names none. */
    public Demand demand(String kpi) {
        return demands.getOrDefault(kpi, Demand.ALWAYS);
    }

    /**
     * These definitions, and those of a library that they need or that are wanted, fitted to the names that are used
     * here; its functions are all there. What is defined here takes the place of what the library defines under the same name, for the library's own
     * formulas as well. Its names may be {@linkplain UseDefinition.Binding bound}; once any is, all inputs must be that
     * the wanted KPIs need, or be declared here. Without a list of those that are wanted, the others are then left out.
     *
     * @param library   its KPIs are wanted, but for those that are asked {@link Demand#BY_NAME} there
     * @param uses      how the library is used
     * @param functions what formulas may call
     * @return the definitions together, or what is wrong with the uses
     */
    public Checked<Definitions> adopting(Definitions library, List<UseDefinition> uses, FunctionRegistry functions) {
        return Adoption.of(Objects.requireNonNull(library, "library is null"), uses, this,
                Objects.requireNonNull(functions, "functions is null"));
    }

    /** These definitions with some demands changed. */
    public Definitions demanding(Map<String, Demand> changed) {
        Map<String, Demand> together = new HashMap<>(demands);
        together.putAll(changed);
        return new Definitions(all, together);
    }
}

package org.kpilang.dsl.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.model.InputDefinition;

/** What makes a variant another question than the KPI itself. */
public final class Difference {

    private Difference() {}

    /** As fragments: {@code needs `receivables_not_due` in place of `receivables`}, {@code in money}. */
    public static List<String> between(CatalogueKpi kpi, CatalogueKpi variant) {
        List<String> differences = new ArrayList<>();
        String added = names(variant.inputs(), kpi.inputs());
        String dropped = names(kpi.inputs(), variant.inputs());
        if (!added.isEmpty()) {
            differences.add("needs " + added + (dropped.isEmpty() ? " as well" : " in place of " + dropped));
        } else if (!dropped.isEmpty()) {
            differences.add("does not need " + dropped);
        }
        if (!variant.unit().equals(kpi.unit())) {
            differences.add("its unit is " + variant.unit());
        }
        if (!variant.direction().equals(kpi.direction())) {
            differences.add(variant.direction().orElse("neither way is better by itself"));
        }
        return differences;
    }

    /** The names of the first that are not among the second. */
    private static String names(List<InputDefinition> some, List<InputDefinition> others) {
        List<String> known = others.stream().map(InputDefinition::name).toList();
        List<String> names = some.stream().map(InputDefinition::name).filter(name -> !known.contains(name))
                .map(name -> "`" + name + "`").collect(Collectors.toList());
        return Words.list(names);
    }
}

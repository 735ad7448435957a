package org.kpilang.dsl.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.model.AbsentRule;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;

/** What is said of KPIs and inputs in a few words, for all forms in which the catalogue is shown. */
final class Facets {

    private Facets() {}

    /** {@code lower is better}, {@code usually lagging}, {@code operational}, {@code values at least 0}. */
    static List<String> of(CatalogueKpi kpi) {
        List<String> facets = new ArrayList<>();
        facets.add(kpi.direction().orElse("neither way is better by itself"));
        kpi.timing().ifPresent(timing -> facets.add("usually " + timing));
        kpi.level().ifPresent(facets::add);
        kpi.range().ifPresent(range -> facets.add("values " + range));
        return facets;
    }

    /** The unit and the kind of an input: {@code money, a flow}. */
    static String of(InputDefinition input) {
        String weight = input.weight() == null ? "" : " weighted by " + input.weight();
        return (input.unit() == null ? "" : input.unit() + ", ") + input.kind().description() + weight + absent(input);
    }

    private static String absent(InputDefinition input) {
        if (input.absent() instanceof AbsentRule.Zero) {
            return ", absent is zero";
        }
        return input.absent() instanceof AbsentRule.CarriesForward ? ", carried forward" : "";
    }

    static String label(InputDefinition input) {
        return input.label() == null ? input.name() : input.label();
    }

    static String of(ConstantDefinition constant) {
        return constant.name() + " = " + constant.value();
    }

    /** A formula on one line. */
    static String oneLine(String formula) {
        return formula.replaceAll("\\s*\n\\s*", " ");
    }

    /** The name of a variant for people, where its label is that of the KPI: {@code closing balance}. */
    static String title(CatalogueKpi kpi, CatalogueKpi variant) {
        String name = variant.variant().orElse("").replace('_', ' ');
        return variant.label().equals(kpi.label()) ? variant.label() + ", " + name : variant.label();
    }
}

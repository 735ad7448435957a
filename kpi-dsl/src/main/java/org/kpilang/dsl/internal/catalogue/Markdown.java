package org.kpilang.dsl.internal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kpilang.dsl.catalogue.CatalogueDomain;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.dsl.catalogue.WorkedExample;
import org.kpilang.model.ConstantDefinition;
import org.kpilang.model.InputDefinition;

/** The catalogue as pages of Markdown. */
public final class Markdown {

    private static final String SOURCES = "../src/main/resources/org/kpilang/dsl/internal/library/standard/";

    private Markdown() {}

    /** A page with all KPIs of a trade. */
    public static String page(CatalogueDomain domain) {
        StringBuilder out = new StringBuilder("# ").append(domain.title()).append("\n\n")
                .append("`use ").append(domain.file()).append("` brings ")
                .append(Words.count(domain.entries().size(), "KPI"))
                .append(". This page is made from [the file](").append(SOURCES).append(domain.name())
                .append(".kpi) that defines them;\n[the language](../LANGUAGE.md) says how they are used.")
                .append(" \"On average\" means of the balances at the start and the end of the window")
                .append(" that is asked.\n\n");
        domain.notes().forEach(note -> out.append(text(note)).append("\n\n"));
        contents(domain).forEach((part, links) -> out.append("- ").append(part.isEmpty() ? "" : "**" + part + "**: ")
                .append(links).append('\n'));
        domain.entries().forEach(entry -> out.append('\n').append(section(entry)));
        return out.toString();
    }

    private static Map<String, String> contents(CatalogueDomain domain) {
        return domain.entries().stream().collect(Collectors.groupingBy(entry -> entry.section().orElse(""),
                LinkedHashMap::new, Collectors.mapping(Markdown::link, Collectors.joining(", "))));
    }

    private static String link(CatalogueEntry entry) {
        String anchor = heading(entry).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
        return "[" + entry.label() + "](#" + anchor + ")";
    }

    private static String heading(CatalogueEntry entry) {
        return entry.label() + " (`" + entry.id() + "`)";
    }

    /** All that is known of a KPI. */
    public static String section(CatalogueEntry entry) {
        CatalogueKpi kpi = entry.kpi();
        StringBuilder out = new StringBuilder("## ").append(heading(entry)).append("\n\n");
        kpi.description().ifPresent(description -> out.append(text(description)).append("\n\n"));
        out.append("```kpi\n").append(kpi.formula()).append("\n```\n\n").append(text(kpi.reading())).append("\n\n");
        points(kpi, out);
        if (!entry.variants().isEmpty()) {
            out.append("\nOther definitions:\n");
            entry.variants().forEach(variant -> variant(entry, variant, out));
        }
        return out.toString();
    }

    private static void points(CatalogueKpi kpi, StringBuilder out) {
        out.append("- unit `").append(kpi.unit()).append("`; ").append(String.join("; ", Facets.of(kpi))).append('\n');
        point("also called ", String.join(", ", kpi.otherNames()), out);
        point("built on ", Words.list(kpi.uses().stream().map(Markdown::code).toList()), out);
        out.append("- needs\n");
        for (InputDefinition input : kpi.inputs()) {
            out.append("  - `").append(input.name()).append("` ").append(text(Facets.label(input))).append(": ")
                    .append(Facets.of(input)).append('\n');
        }
        for (ConstantDefinition constant : kpi.constants()) {
            out.append("  - `").append(Facets.of(constant)).append("`, which may be defined anew\n");
        }
        kpi.traps().forEach(trap -> point("trap: ", text(trap), out));
        kpi.examples().forEach(example -> point("example: ", example(example), out));
        kpi.sources().forEach(source -> point("source: ", text(source), out));
    }

    private static void point(String what, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("- ").append(what).append(text).append('\n');
        }
    }

    private static void variant(CatalogueEntry entry, CatalogueKpi variant, StringBuilder out) {
        out.append("\n- `").append(variant.id()).append("` ").append(text(Facets.title(entry.kpi(), variant)))
                .append(": `").append(Facets.oneLine(variant.formula())).append("`\n");
        List<String> points = new ArrayList<>();
        variant.description().ifPresent(description -> points.add(text(description)));
        points.add(text(variant.reading()));
        points.add(String.join("; ", entry.differences(variant)));
        if (!variant.otherNames().isEmpty()) {
            points.add("also called " + String.join(", ", variant.otherNames()));
        }
        variant.traps().forEach(trap -> points.add("trap: " + text(trap)));
        variant.examples().forEach(example -> points.add("example: " + example(example)));
        variant.sources().forEach(source -> points.add("source: " + text(source)));
        points.stream().filter(point -> !point.isEmpty())
                .forEach(point -> out.append("  - ").append(point).append('\n'));
    }

    private static String example(WorkedExample example) {
        return (example.during().isPresent() ? "in " + example.during().orElseThrow() + ", " : "")
                + Words.list(example.given().stream().map(Markdown::code).toList())
                + (example.given().size() == 1 ? " gives " : " give ") + "**" + example.result() + "**";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    /** A text in which no character means anything but itself, except that names may stand between backticks. */
    private static String text(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("<", "\\<").replace("[", "\\[");
    }
}

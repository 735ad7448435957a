package org.kpilang.dsl.internal.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.dsl.catalogue.CatalogueKpi;
import org.kpilang.dsl.catalogue.WorkedExample;

/** An entry of the catalogue as an article of HTML. */
final class HtmlEntry {

    private final StringBuilder out = new StringBuilder();

    private HtmlEntry() {}

    static String of(CatalogueEntry entry) {
        HtmlEntry html = new HtmlEntry();
        html.article(entry);
        return html.out.toString();
    }

    private void article(CatalogueEntry entry) {
        CatalogueKpi kpi = entry.kpi();
        String names = entry.definitions().flatMap(each -> Stream.concat(each.otherNames().stream(),
                Stream.of(SearchWords.initials(each.label())))).filter(name -> !name.isEmpty()).distinct()
                .collect(Collectors.joining("|"));
        out.append("<article id=\"").append(entry.id()).append("\" data-names=\"").append(HtmlText.escaped(names))
                .append("\">\n<h3>").append(HtmlText.of(entry.label())).append(" ").append(HtmlText.code(entry.id()))
                .append("</h3>\n");
        definition(kpi, Facets.of(kpi));
        out.append("<dl>\n");
        point("Also called", "", kpi.otherNames().stream().map(HtmlText::of).collect(Collectors.joining(", ")));
        point("Built on", "", kpi.uses().stream().map(HtmlEntry::link).collect(Collectors.joining(", ")));
        point("Needs", "", Stream.concat(
                kpi.inputs().stream().map(input -> HtmlText.code(input.name()) + " " + HtmlText.of(Facets.label(input))
                        + " <span class=\"soft\">(" + HtmlText.of(Facets.of(input)) + ")</span>"),
                kpi.constants().stream().map(constant -> HtmlText.code(Facets.of(constant))
                        + " <span class=\"soft\">(may be defined anew)</span>"))
                .map(text -> "<p>" + text + "</p>").collect(Collectors.joining("\n")));
        more(kpi);
        out.append("</dl>\n");
        if (!entry.variants().isEmpty()) {
            out.append("<h4>Other definitions</h4>\n");
            entry.variants().forEach(variant -> variant(entry, variant));
        }
        out.append("</article>\n");
    }

    private void variant(CatalogueEntry entry, CatalogueKpi variant) {
        out.append("<div class=\"variant\" id=\"").append(variant.id()).append("\">\n<h5>")
                .append(HtmlText.of(Facets.title(entry.kpi(), variant))).append(" ").append(HtmlText.code(variant.id()))
                .append("</h5>\n");
        List<String> differences = entry.differences(variant);
        definition(variant, List.of());
        if (!differences.isEmpty()) {
            out.append("<p>").append(HtmlText.of(Words.capitalized(String.join("; ", differences)))).append(".</p>\n");
        }
        out.append("<dl>\n");
        point("Also called", "", variant.otherNames().stream().map(HtmlText::of).collect(Collectors.joining(", ")));
        more(variant);
        out.append("</dl>\n</div>\n");
    }

    private void definition(CatalogueKpi kpi, List<String> facets) {
        kpi.description().ifPresent(text -> out.append("<p>").append(HtmlText.of(text)).append("</p>\n"));
        out.append("<pre><code>").append(HtmlText.escaped(kpi.formula())).append("</code></pre>\n<p class=\"reading\">")
                .append(HtmlText.of(kpi.reading())).append("</p>\n");
        if (!facets.isEmpty()) {
            out.append("<ul class=\"facets\">\n<li>in ").append(HtmlText.code(kpi.unit())).append("</li>\n");
            facets.forEach(facet -> out.append("<li>").append(HtmlText.of(facet)).append("</li>\n"));
            out.append("</ul>\n");
        }
    }

    private void more(CatalogueKpi kpi) {
        point(kpi.traps().size() == 1 ? "Trap" : "Traps", "trap", paragraphs(kpi.traps()));
        point(kpi.examples().size() == 1 ? "Example" : "Examples", "", kpi.examples().stream()
                .map(example -> "<p>" + example(example) + "</p>").collect(Collectors.joining("\n")));
        point("Source", "", paragraphs(kpi.sources()));
    }

    private static String paragraphs(List<String> texts) {
        return texts.stream().map(text -> "<p>" + HtmlText.of(text) + "</p>").collect(Collectors.joining("\n"));
    }

    private static String example(WorkedExample example) {
        return (example.during().isPresent() ? "in " + example.during().orElseThrow() + ", " : "")
                + Words.list(example.given().stream().map(HtmlText::code).toList())
                + (example.given().size() == 1 ? " gives " : " give ") + "<strong>" + HtmlText.of(example.result())
                + "</strong>";
    }

    private static String link(String id) {
        return "<a href=\"#" + id + "\">" + HtmlText.code(id) + "</a>";
    }

    private void point(String what, String sort, String html) {
        if (!html.isEmpty()) {
            out.append("<dt>").append(what).append("</dt>\n<dd").append(sort.isEmpty() ? "" : " class=\"" + sort + "\"")
                    .append(">").append(html).append("</dd>\n");
        }
    }
}

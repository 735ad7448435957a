package org.kpilang.dsl.internal.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.kpilang.dsl.catalogue.Catalogue;
import org.kpilang.dsl.catalogue.CatalogueDomain;
import org.kpilang.dsl.catalogue.CatalogueEntry;

/** The catalogue as one page of HTML, with its style and its script inside. */
public final class HtmlCatalogue {

    private HtmlCatalogue() {}

    public static String page(Catalogue catalogue) {
        String trades = catalogue.domains().stream().map(domain -> "<li><a href=\"#trade-" + domain.name() + "\">"
                + HtmlText.of(Words.capitalized(domain.title().replace("The KPIs of ", "")))
                + "</a> <span class=\"count\">" + domain.entries().size() + "</span></li>\n")
                .collect(Collectors.joining());
        String kpis = Words.count(catalogue.entries().size(), "KPI");
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
                script-src 'unsafe-inline'">
                <title>The KPIs that come with the language</title>
                <style>
                """ + resource("page.css") + """
                </style>
                </head>
                <body>
                <a class="skip" href="#page-kpis">Skip to the KPIs</a>
                <header>
                <h1>The KPIs that come with the language</h1>
                <p>""" + kpis + " of " + catalogue.domains().size() + """
                 trades, each defined once: the formula, what it needs, which way is good, and the mistakes that are
                often made with it. <code>use standard.finance</code> in a file brings those of a trade. Every formula
                is checked, units included, and every example is run.</p>
                <p class="soft">A window is the month, quarter or year that a KPI is asked for. A flow adds up over it,
                of a stock its closing value counts, and a distinct count is counted anew. “On average” means of the
                balances at its start and its end. Money is in the currency of the file.</p>
                </header>
                <div class="search" role="search" hidden>
                <label for="page-words">Search</label>
                <div class="row"><input id="page-words" type="search" autocomplete="off" spellcheck="false" \
                placeholder="churn, DSO, lead time …"><output id="page-found" for="page-words"></output></div>
                <p class="best" id="page-best" hidden></p>
                </div>
                <main id="page-kpis">
                <nav aria-label="Trades"><ul class="trades">
                """ + trades + "</ul></nav>\n"
                + catalogue.domains().stream().map(HtmlCatalogue::domain).collect(Collectors.joining())
                + "</main>\n<footer>Made from the files that define these KPIs.</footer>\n<script>\n"
                + resource("page.js") + "</script>\n</body>\n</html>\n";
    }

    private static String domain(CatalogueDomain domain) {
        StringBuilder out = new StringBuilder("<section aria-labelledby=\"trade-").append(domain.name()).append("\">\n")
                .append("<h2 id=\"trade-").append(domain.name()).append("\">").append(HtmlText.of(domain.title()))
                .append("</h2>\n<p class=\"soft\"><code>use ").append(domain.file()).append("</code></p>\n");
        domain.notes().forEach(note -> out.append("<p class=\"notes\">").append(HtmlText.of(note)).append("</p>\n"));
        Map<String, String> parts = domain.entries().stream().collect(Collectors.groupingBy(
                entry -> entry.section().orElse(""), LinkedHashMap::new,
                Collectors.mapping(HtmlCatalogue::link, Collectors.joining(", "))));
        out.append("<ul class=\"parts\">\n");
        parts.forEach((part, links) -> out.append("<li>")
                .append(part.isEmpty() ? "" : "<strong>" + HtmlText.of(part) + ":</strong> ").append(links)
                .append("</li>\n"));
        out.append("</ul>\n");
        domain.entries().forEach(entry -> out.append(HtmlEntry.of(entry)));
        return out.append("</section>\n").toString();
    }

    private static String link(CatalogueEntry entry) {
        return "<a href=\"#" + entry.id() + "\">" + HtmlText.of(entry.label()) + "</a>";
    }

    private static String resource(String name) {
        try (InputStream resource = HtmlCatalogue.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("there is no resource " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

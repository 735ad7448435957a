package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.kpilang.scorecard.Scorecard;

/**
 * A report as one page of HTML that needs nothing else: pictures and styles are inside, and there is no script. It is
 * light or dark as the reader likes it, and prints on A4. What is folded away is printed. Every picture has its figures
 * as a table or a list. It is well-formed XML as well, so that any parser reads it. Immutable and thread-safe.
 *
 * <p>KPIs are written one after the other, in a time proportional to the number of values.
 */
public final class HtmlReport implements Report {

    private final ReportContents contents;

    private HtmlReport(ReportContents contents) {
        this.contents = Objects.requireNonNull(contents, "contents is null");
    }

    /** The report of some contents. */
    public static HtmlReport of(ReportContents contents) {
        return new HtmlReport(contents);
    }

    /**
     * The report of the usual contents.
     *
     * @throws IllegalArgumentException if the totals of the KPIs were not asked
     */
    public static HtmlReport of(Scorecard scorecard) {
        return of(ReportContents.of(scorecard));
    }

    @Override
    public void write(Appendable out) throws IOException {
        ReportView view = contents.view();
        Markup page = new Markup(out);
        HtmlBlocks blocks = new HtmlBlocks(page, 2);
        head(page);
        page.open("body").newLine().element("a", "Skip to the figures", "class", "skip", "href", "#figures").newLine();
        page.open("header").open("h1").element("bdi", contents.title()).close("h1").newLine();
        page.open("p", "class", "soft").text(view.span());
        if (!contents.asOf().isEmpty()) {
            page.text(", as of ").element("bdi", contents.asOf());
        }
        page.close("p").close("header").newLine().open("main", "id", "figures").newLine();
        blocks.write(contents.beginning(view));
        page.open("section", "id", "kpis").open("div", "class", "head").element("h2", "KPI by KPI").close("div")
                .newLine();
        HtmlBlocks each = new HtmlBlocks(page, 3);
        for (KpiView kpi : view.kpis()) {
            each.write(List.of(contents.part(kpi)));
        }
        page.close("section").newLine();
        blocks.write(contents.end(view));
        page.close("main").newLine();
        footer(page);
        page.close("body").newLine().close("html").newLine();
    }

    private void head(Markup page) throws IOException {
        page.markup("<!DOCTYPE html>").newLine().open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en")
                .newLine().open("head").newLine().empty("meta", "charset", "utf-8").newLine()
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").newLine()
                .empty("meta", "http-equiv", "Content-Security-Policy", "content",
                        "default-src 'none'; style-src 'unsafe-inline'").newLine()
                .element("title", contents.title()).newLine()
                .open("style").newLine().markup(Style.CHARTS).markup(Style.PAGE).close("style").newLine()
                .close("head").newLine();
    }

    private void footer(Markup page) throws IOException {
        page.open("footer").newLine();
        for (ReportContents.Line line : contents.lines()) {
            page.open("p").element("bdi", line.name()).text(": ").element("bdi", line.text()).close("p").newLine();
        }
        page.element("p", "Values are compared unrounded and shown rounded. " + Figures.NO_VALUE + " no value.")
                .newLine().close("footer").newLine();
    }

    @Override
    public String toString() {
        return text();
    }
}

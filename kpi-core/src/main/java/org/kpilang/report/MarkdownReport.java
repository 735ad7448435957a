package org.kpilang.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.kpilang.scorecard.Scorecard;

/**
 * A report as Markdown, for a wiki or a mail: the same contents as those of {@link HtmlReport}, with charts as text.
 * Nothing in names is taken for markup. Immutable and thread-safe.
 */
public final class MarkdownReport implements Report {

    private final ReportContents contents;

    private MarkdownReport(ReportContents contents) {
        this.contents = Objects.requireNonNull(contents, "contents is null");
    }

    /** The report of some contents. */
    public static MarkdownReport of(ReportContents contents) {
        return new MarkdownReport(contents);
    }

    /**
     * The report of the usual contents.
     *
     * @throws IllegalArgumentException if the totals of the KPIs were not asked
     */
    public static MarkdownReport of(Scorecard scorecard) {
        return of(ReportContents.of(scorecard));
    }

    @Override
    public void write(Appendable out) throws IOException {
        ReportView view = contents.view();
        out.append("# ").append(MarkdownText.of(contents.title())).append("\n\n").append(view.span());
        if (!contents.asOf().isEmpty()) {
            out.append(", as of ").append(MarkdownText.of(contents.asOf()));
        }
        out.append('\n');
        new MarkdownBlocks(out, 2).write(contents.beginning(view));
        out.append("\n## KPI by KPI\n");
        MarkdownBlocks each = new MarkdownBlocks(out, 3);
        for (KpiView kpi : view.kpis()) {
            each.write(List.of(contents.part(kpi)));
        }
        new MarkdownBlocks(out, 2).write(contents.end(view));
        for (ReportContents.Line line : contents.lines()) {
            out.append('\n').append(MarkdownText.of(line.name())).append(": ").append(MarkdownText.of(line.text()))
                    .append('\n');
        }
    }

    @Override
    public String toString() {
        return text();
    }
}

package org.kpilang.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.Block;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.Phrase;
import org.kpilang.report.ReportContents;
import org.kpilang.report.ScorecardText;
import org.kpilang.scorecard.Scorecard;

/** A scorecard in a report, in the README. */
public final class FirstReport {

    private static final Model MODEL = KpiLanguage.model("""
            currency USD
            input revenue, cost : USD flow

            kpi gross_margin "Gross margin" = (revenue - cost) / revenue {
              unit    percent
              better  higher
              target  42%
              status  green >= 100% of target, amber >= 90% of target, red otherwise
              owner   "Finance"
            }
            kpi sales "Sales" = revenue { better higher }
            """);
    private static final Facts FACTS = Facts.startingAt("2024-01")
            .column("revenue", 200, 240, 250, 230)
            .column("cost", 120, 132, 150, 136)
            .build();

    private FirstReport() {}

    public static void main(String[] arguments) throws IOException {
        System.out.print(written(Path.of("margins.html")));
    }

    /** Writes a page, and gives the same as a text. */
    public static String written(Path page) throws IOException {
        // README: from here
        Scorecard scorecard = Scorecard.of(Evaluation.of(MODEL, FACTS).run());
        HtmlReport report = HtmlReport.of(ReportContents.of(scorecard)
                .title("Margins, April 2024")
                .asOf("3 May 2024")
                .withEach(kpi -> List.of(new Block.Paragraph(Phrase.of("Ask Finance about ").and(
                        new Phrase.Name(kpi.title()))))));
        Files.writeString(page, report.text());

        String terminal = ScorecardText.of(scorecard).width(80).text();
        // README: to here
        return terminal;
    }
}

package org.kpilang.examples;

import java.io.IOException;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.HtmlReport;
import org.kpilang.report.ReportContents;
import org.kpilang.scorecard.Scorecard;

/** The monthly report of the online shop, as one page of HTML. */
public final class ShopReport {

    private ShopReport() {}

    public static void main(String[] arguments) throws IOException {
        System.out.print(report().text());
    }

    /**
     * The report, by type of visitor.
     *
     * @throws IOException if the data cannot be read
     */
    public static HtmlReport report() throws IOException {
        Model model = Resources.model("shop/report.kpi");
        Facts facts = Facts.builder(model).records(OnlineShop.sessions()
                        .input("time_on_site", OnlineShop::minutes)
                        .input("weekend_sessions", session -> session.getField("Weekend").equals("TRUE") ? 1 : 0))
                .completeFrom(OnlineShop.YEAR).completeTo(OnlineShop.YEAR).build();
        Scorecard scorecard = Scorecard.of(Evaluation.of(model, facts).by("visitor_type").run());

        return HtmlReport.of(ReportContents.of(scorecard)
                .title("Online shop, December 2017")
                .asOf("31 December 2017")
                .line("Facts", "12,330 sessions of an online shop, UCI Online Shoppers Purchasing Intention, CC BY 4.0"
                        + " (Sakar, Polat, Katircioglu, Kastro 2018); the year is not in the data")
                .line("Targets", "made up for this example"));
    }
}

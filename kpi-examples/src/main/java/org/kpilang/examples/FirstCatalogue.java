package org.kpilang.examples;

import org.kpilang.dsl.KpiLanguage;
import org.kpilang.dsl.catalogue.Catalogue;
import org.kpilang.dsl.catalogue.CatalogueEntry;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.TextReport;

/** KPIs that come with the language, over inputs that have names of one's own. */
public final class FirstCatalogue {

    private FirstCatalogue() {}

    /** Two KPIs of accounting, asked in three months, and how one of them is read. */
    public static String shown() {
        // README: from here
        Model model = KpiLanguage.model("""
                currency EUR
                input net_sales, material, wages : EUR flow
                input debtors                    : EUR stock

                use standard.finance only gross_margin, dso
                    with revenue = net_sales, cogs = material + wages, credit_sales = net_sales, receivables = debtors
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("net_sales", 200, 240, 250)
                .column("material", 80, 90, 100)
                .column("wages", 40, 42, 50)
                .column("debtors", 300, 320, 330)
                .build();
        Result result = Evaluation.of(model, facts).from("2024-02").run();
        String table = TextReport.of(result).text();

        CatalogueEntry entry = Catalogue.standard().search("days sales outstanding").get(0);
        String reading = entry.kpi().reading();
        // README: to here
        return table + "\n" + reading;
    }
}

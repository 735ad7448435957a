package org.kpilang.examples;

import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.TextReport;

/** A model with its facts, in the README. */
public final class FirstModel {

    private FirstModel() {}

    public static void main(String[] arguments) {
        System.out.print(table());
    }

    /** The table that the README shows. */
    public static String table() {
        // README: from here
        Model model = KpiLanguage.model("""
                currency USD
                input revenue, cost : USD flow

                kpi gross_margin "Gross margin" = (revenue - cost) / revenue { unit percent  target 42% }
                kpi quarter "Last three months" = revenue[last 3 months]
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("revenue", 200, 240, 250)
                .column("cost", 120, 132, 150)
                .build();
        Result result = Evaluation.of(model, facts).run();
        String table = TextReport.of(result).text();
        // README: to here
        return table;
    }
}

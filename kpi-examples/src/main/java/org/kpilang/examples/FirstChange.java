package org.kpilang.examples;

import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.explain.ChangeExplanation;
import org.kpilang.explain.Context;
import org.kpilang.explain.Decomposition;
import org.kpilang.explain.Why;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.report.ChangeReport;
import org.kpilang.report.WhyReport;
import org.kpilang.time.Period;

/** Why a value is what it is and what moved it, in the README. */
public final class FirstChange {

    private FirstChange() {}

    public static void main(String[] arguments) {
        System.out.print(shown());
    }

    /** What the README shows. */
    public static String shown() {
        StringJoiner shown = new StringJoiner("\n");
        Model model = KpiLanguage.model("""
                currency USD
                unit piece
                input price : USD / piece level weighted by units
                input units : piece flow
                input cost  : USD flow

                kpi gross_margin = (price * units - cost) / (price * units) { unit percent }
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("price", 50, 52)
                .column("units", 1_000, 1_100)
                .column("cost", 30_000, 36_000)
                .build();
        // README: from here
        Result result = Evaluation.of(model, facts).run();
        Why why = Why.of(result, "gross_margin", Context.of(Period.parse("2024-02")));
        shown.add(WhyReport.of(why, model).text());

        Decomposition moved = ChangeExplanation.of(result, "gross_margin").from("2024-01").to("2024-02").decompose();
        shown.add(ChangeReport.of(moved, model).text());
        // README: to here
        return shown.toString();
    }
}

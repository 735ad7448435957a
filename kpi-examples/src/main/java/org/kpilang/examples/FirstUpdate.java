package org.kpilang.examples;

import java.util.Map;
import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/** KPIs that follow their facts, in the README. */
public final class FirstUpdate {

    private FirstUpdate() {}

    public static void main(String[] arguments) {
        System.out.println(changes());
    }

    /** The changes that the README shows. */
    public static String changes() {
        StringJoiner shown = new StringJoiner("\n", "", "\n");
        Model model = KpiLanguage.model("""
                currency USD
                input revenue, cost : USD flow

                kpi gross_margin = (revenue - cost) / revenue
                kpi quarter      = revenue[last 3 months]
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("revenue", 200, 240)
                .column("cost", 120, 132)
                .build();
        // README: from here
        LiveEvaluation live = Evaluation.of(model, facts).live();
        live.onChange(changes -> changes.forEach(change -> shown.add(change.toString())));

        Period january = Period.parse("2024-01");
        Period march = Period.parse("2024-03");
        live.apply(new FactsUpdate()
                .set("revenue", Map.of(), march, 250)
                .set("cost", Map.of(), march, 150));
        live.apply(new FactsUpdate().set("cost", Map.of(), january, 100));
        // README: to here
        return shown.toString();
    }
}

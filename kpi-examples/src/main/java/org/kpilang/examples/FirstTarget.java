package org.kpilang.examples;

import java.util.Map;
import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.LiveEvaluation;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsUpdate;
import org.kpilang.model.Model;
import org.kpilang.scorecard.KpiEvents;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.TargetOutcomes;
import org.kpilang.time.Period;

/** How targets stand and what owners are told, in the README. */
public final class FirstTarget {

    private FirstTarget() {}

    public static void main(String[] arguments) {
        System.out.println(told());
    }

    /** What the README shows. */
    public static String told() {
        StringJoiner shown = new StringJoiner("\n", "", "\n");
        Facts facts = Facts.startingAt("2025-12")
                .column("subscriptions", 180_000, 182_500, 184_200, 187_000, 188_600, 191_000, 193_400)
                .column("days_open", 1000, 960, 930, 880, 860, 815, 770)
                .column("resolved", 100, 100, 100, 100, 100, 100, 100)
                .build();
        // README: from here
        Model model = KpiLanguage.model("""
                currency USD
                input subscriptions       : USD stock
                input days_open, resolved : flow

                kpi mrr "Monthly recurring revenue" = subscriptions {
                  better  higher
                  target  +25k USD during 2026
                  owner   "Sales"
                }
                kpi days_to_resolve = days_open / resolved {
                  better  lower
                  target  5 by 2026-12 from 10 at 2025-12 in quarterly steps within 10%
                  status  green <= 110% of target, red otherwise, after 2 periods, of at least 30 resolved
                  owner   "Support"
                }
                """);
        LiveEvaluation live = Evaluation.of(model, facts).live();
        TargetOutcomes.of(Scorecard.of(live.result())).forEach(outcome -> shown.add(outcome.sentence()));

        KpiEvents.watch(live, events -> events.forEach(event -> shown.add(event.owners() + " " + event.sentence())));
        Period july = Period.parse("2026-07");
        live.apply(new FactsUpdate()
                .set("subscriptions", Map.of(), july, 205_500)
                .set("days_open", Map.of(), july, 745)
                .set("resolved", Map.of(), july, 100));
        // README: to here
        return shown.toString();
    }
}

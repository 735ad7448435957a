package org.kpilang.examples;

import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.explain.Assumption;
import org.kpilang.explain.Comparison;
import org.kpilang.explain.GoalSeek;
import org.kpilang.explain.Scenario;
import org.kpilang.explain.Sensitivity;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.time.Period;

/** What KPIs would be, what an input must be, and which input matters most, in the README. */
public final class FirstWhatIf {

    private FirstWhatIf() {}

    public static void main(String[] arguments) {
        System.out.println(answers());
    }

    /** The answers that the README shows. */
    public static String answers() {
        StringJoiner shown = new StringJoiner("\n", "", "\n");
        Model model = KpiLanguage.model("""
                currency USD
                input revenue, cost : USD flow

                kpi gross_margin = (revenue - cost) / revenue { unit percent }
                """);
        Facts facts = Facts.startingAt("2024-01")
                .column("revenue", 200, 240)
                .column("cost", 120, 120)
                .build();
        // README: from here
        Evaluation question = Evaluation.of(model, facts);
        Period february = Period.parse("2024-02");

        Comparison comparison = Scenario.of(question).suppose(Assumption.scaled("revenue", 1.25).during(february)).compare();
        shown.add("would be " + comparison.supposed().value("gross_margin", "2024-02").getAsDouble());

        GoalSeek.Outcome outcome = GoalSeek.of(question, "gross_margin", 0.6).at(february).by("cost");
        shown.add(outcome instanceof GoalSeek.Reached reached ? "cost must be " + reached.after() : outcome.toString());

        Sensitivity sensitivity = Sensitivity.of(question, "gross_margin", february);
        sensitivity.ranking().forEach(each -> shown.add(each.name() + " moves it by " + each.change()));
        // README: to here
        return shown.toString();
    }
}

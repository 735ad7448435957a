package org.kpilang.examples;

import java.util.StringJoiner;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.facts.Facts;
import org.kpilang.model.Model;
import org.kpilang.scorecard.Attainments;
import org.kpilang.scorecard.Axis;
import org.kpilang.scorecard.ObjectiveTree;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.ScorecardView;

/** Objectives, key results and what is attained of them, in the README. */
public final class FirstScorecard {

    private FirstScorecard() {}

    public static void main(String[] arguments) {
        System.out.print(attained());
    }

    /** What the README shows. */
    public static String attained() {
        StringJoiner shown = new StringJoiner("\n", "", "\n");
        // README: from here
        Model model = KpiLanguage.model("""
                input score, seen, lost : level
                objective growth "Grow"
                objective loyalty "Keep our customers" under growth {
                  weight      3
                  key result  score from 30 to 50
                }
                kpi score { better higher  target 50   objective loyalty  owner "Ada" }
                kpi lost  { better lower   target 5    objective loyalty  owner "Bob" }
                kpi seen  { better higher  target 800  objective growth   owner "Ada" }
                """);
        Facts facts = Facts.startingAt("2026-01").column("score", 44).column("lost", 6).column("seen", 1000).build();
        Result result = Evaluation.of(model, facts).run();

        Attainments attained = Attainments.of(Scorecard.of(result));
        ObjectiveTree.of(attained, 0, 0).find("loyalty").ifPresent(loyalty ->
                shown.add("loyalty: " + loyalty.attainment() + ", graded " + loyalty.grade().getAsDouble()));
        for (ScorecardView.Group owner : ScorecardView.of(attained, Axis.OWNER, 0, 0).groups()) {
            shown.add(owner.name() + ": " + owner.attainment() + ", worst " + owner.lines().get(0).attainment());
        }
        // README: to here
        return shown.toString();
    }
}

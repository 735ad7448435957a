package org.kpilang.dsl.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.kpilang.dsl.KpiLanguage;
import org.kpilang.evaluate.Evaluation;
import org.kpilang.evaluate.Result;
import org.kpilang.evaluate.Slice;
import org.kpilang.facts.Facts;
import org.kpilang.facts.FactsBuilder;
import org.kpilang.model.Model;
import org.kpilang.scorecard.Scorecard;
import org.kpilang.scorecard.TargetOutcome;
import org.kpilang.scorecard.TargetOutcomes;
import org.kpilang.time.Period;

/** A file of definitions and its facts, judged. */
final class Judged {

    private final Model model;
    private final FactsBuilder facts;
    private UnaryOperator<Evaluation> question = evaluation -> evaluation;

    private Judged(String model, String first) {
        this.model = KpiLanguage.model(model);
        this.facts = Facts.builder(this.model).startingAt(first);
    }

    /** A file, and the first period of its facts. */
    static Judged of(String model, String first) {
        return new Judged(model, first);
    }

    /** The facts of an input, period by period. */
    Judged facts(String input, double... values) {
        facts.column(input, values);
        return this;
    }

    /** The facts of an input from another period on. */
    Judged facts(String input, String first, double... values) {
        facts.column(input, Period.parse(first), values);
        return this;
    }

    Judged ask(UnaryOperator<Evaluation> other) {
        question = other;
        return this;
    }

    Model model() {
        return model;
    }

    Result result() {
        return question.apply(Evaluation.of(model, facts.build())).run();
    }

    Scorecard scorecard() {
        return Scorecard.of(result());
    }

    /** The targets of the first KPI, period by period; NaN where there is none. */
    List<Double> targets() {
        Scorecard scorecard = scorecard();
        List<Double> targets = new ArrayList<>();
        for (int period = 0; period < scorecard.result().periods(); period++) {
            targets.add(scorecard.targetOr(0, total(scorecard), period, Double.NaN));
        }
        return targets;
    }

    /** The statuses of the first KPI, period by period. */
    String statuses() {
        Scorecard scorecard = scorecard();
        return String.join(" ", IntStream.range(0, scorecard.result().periods())
                .mapToObj(period -> scorecard.status(0, total(scorecard), period).orElse("-")).toList());
    }

    private static int total(Scorecard scorecard) {
        return scorecard.result().slices().indexOf(Slice.TOTAL);
    }

    List<TargetOutcome> outcomes() {
        return TargetOutcomes.of(scorecard());
    }

    /** The one target. */
    TargetOutcome outcome() {
        List<TargetOutcome> outcomes = outcomes();
        if (outcomes.size() != 1) {
            throw new AssertionError(outcomes.toString());
        }
        return outcomes.get(0);
    }
}

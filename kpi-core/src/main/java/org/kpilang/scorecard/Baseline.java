package org.kpilang.scorecard;

import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.Answers;
import org.kpilang.evaluate.Result;
import org.kpilang.model.Property;
import org.kpilang.time.Grain;
import org.kpilang.time.Period;

/**
 * Where a KPI started. A formula is asked in the period of the baseline, at the grain of the result.
 *
 * @param anchor the value in the period of the baseline
 */
record Baseline(Anchor anchor) implements Target {

    /**
     * The baseline as it was said; null if it cannot be compared: a constant of a KPI that adds up over time is the
     * figure of one period and says nothing of longer or shorter ones.
     */
    static @Nullable Target of(Property.Baseline said, Amounts amounts, Questions questions) {
        Result result = questions.result();
        Period at = said.at() == null ? null : result.model().calendar().parse(said.at());
        Grain asked = result.window().grain();
        if (amounts.addsUp() && questions.isConstant(said.value())
                && asked != (at == null ? amounts.said() : at.grain())) {
            return null;
        }
        return at == null ? new Holding(said.value(), amounts, questions)
                : new Baseline(Anchor.of(said.value(), at.calendar().ordinal(asked, at.window().lastDay()), questions));
    }

    @Override
    public boolean holdsIn(int period) {
        return true;
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        return anchor.value(answers, slice);
    }
}

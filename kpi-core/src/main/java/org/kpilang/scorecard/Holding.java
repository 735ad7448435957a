package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;

/** A value that is wanted in every period, or what a formula asks for in each. */
final class Holding implements Target {

    private final int formula;
    private final boolean fixed;
    private final Amounts amounts;

    Holding(Expression formula, Amounts amounts, Questions questions) {
        this.formula = questions.add(formula);
        this.fixed = questions.isConstant(formula);
        this.amounts = amounts;
    }

    @Override
    public boolean holdsIn(int period) {
        return !fixed || amounts.tell();
    }

    @Override
    public double at(Answers answers, int slice, int period) {
        double value = answers.valueOr(formula, slice, period, Double.NaN);
        return fixed && holdsIn(period) ? value * amounts.times(period) : value;
    }
}

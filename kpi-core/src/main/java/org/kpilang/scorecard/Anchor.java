package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;
import org.kpilang.expression.Expression;
import org.kpilang.expression.PeriodUnit;
import org.kpilang.expression.Selection;
import org.kpilang.expression.Selector;
import org.kpilang.time.Window;

/**
 * What a formula comes to in one period, whichever period asks for it: the two ends of a path, or the value that a
 * change starts from. The period may lie before those of the result; one that lies after them is not known.
 *
 * @param formula the number of the question, or -1 if it is not known
 * @param cell    the period of the result in which it is asked
 */
record Anchor(int formula, int cell) {

    /** The value in the period of an ordinal, in the grain of the result. */
    static Anchor of(Expression formula, int ordinal, Questions questions) {
        Window asked = questions.result().window();
        if (questions.isConstant(formula)) {
            return new Anchor(questions.add(formula), 0);
        } else if (ordinal > asked.last()) {
            return new Anchor(-1, 0);
        } else if (ordinal >= asked.first()) {
            return new Anchor(questions.add(formula), ordinal - asked.first());
        }
        PeriodUnit unit = PeriodUnit.valueOf(asked.grain().name());
        Selector back = new Selector.Ago(asked.first() - ordinal, unit, false);
        return new Anchor(questions.add(Selection.of(formula, back)), 0);
    }

    double value(Answers answers, int slice) {
        return formula < 0 ? Double.NaN : answers.valueOr(formula, slice, cell, Double.NaN);
    }
}

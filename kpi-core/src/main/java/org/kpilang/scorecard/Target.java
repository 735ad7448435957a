package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;

/** A target as it was declared, at work in the cells of a result. */
interface Target {

    /** Whether it holds in a period. */
    boolean holdsIn(int period);

    /** What is wanted in a cell in which it holds; NaN if that is not known. */
    double at(Answers answers, int slice, int period);

    /** What is wanted in the end; NaN if that is not known. */
    default double end(Answers answers, int slice, int period) {
        return at(answers, slice, period);
    }

    /** The value from which it leads to the end; NaN if it does not say. */
    default double start(Answers answers, int slice, int period) {
        return Double.NaN;
    }

    /** The value from which it leads away, of a period as long as the one it is for; NaN if it does not say. */
    default double begun(Answers answers, int slice, int period) {
        return Double.NaN;
    }
}

package org.kpilang.scorecard;

import org.kpilang.evaluate.Answers;

/** A target as it was declared, at work in the cells of a result. */
interface Target {

    /** Whether it holds in a period. */
    boolean holdsIn(int period);

    /** What is wanted in a cell in which it holds; NaN if that is not known. */
    double at(Answers answers, int slice, int period);
}

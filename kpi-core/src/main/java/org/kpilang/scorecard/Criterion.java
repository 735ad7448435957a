package org.kpilang.scorecard;

/** The five things that are asked of a KPI, by their initials SMART. */
public enum Criterion {
    /** It says what it tells, of what, in which unit, and which way is good. */
    SPECIFIC("specific"),
    /** Its formula gives a number, and there are data for it. */
    MEASURABLE("measurable"),
    /** Its target is one that its own history makes possible. */
    ACHIEVABLE("achievable"),
    /** It serves an objective, or drives something that does. */
    RELEVANT("relevant"),
    /** It says by when, and when it is looked at. */
    TIME_BOUND("time-bound");

    private final String word;

    Criterion(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}

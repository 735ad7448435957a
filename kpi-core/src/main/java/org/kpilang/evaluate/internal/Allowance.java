package org.kpilang.evaluate.internal;

/**
 * How large the programs of one question may become, those inside statistics included, and how many meanings of names
 * and parts may be looked up for them. Not thread-safe.
 */
final class Allowance {

    private final int most;
    private int steps;
    private int meanings;

    Allowance(int most) {
        this.most = most;
    }

    void addStep() {
        steps++;
    }

    void addMeaning() {
        meanings++;
    }

    /** How much of it has been used. */
    int used() {
        return Math.max(steps, meanings);
    }

    boolean isExceeded() {
        return steps > most || meanings > most;
    }
}

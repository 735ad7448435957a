package org.kpilang.leadlag;

import java.util.Objects;

/**
 * What a {@link Screening} says of one pair.
 *
 * @param candidate the name of the candidate
 * @param outcome   the name of the outcome
 * @param direction whether the two were expected to rise together
 * @param finding   what the pair shows by itself; without its time scales where it shows no relation
 * @param chance    the chance, raised for all the pairs that were tested; NaN if this one was not
 * @param found     whether the relation holds after that
 */
public record ScreenedPair(
        String candidate, String outcome, Direction direction, TimingFinding finding, double chance, boolean found) {

    public ScreenedPair {
        Objects.requireNonNull(candidate, "candidate is null");
        Objects.requireNonNull(outcome, "outcome is null");
        Objects.requireNonNull(direction, "direction is null");
        Objects.requireNonNull(finding, "finding is null");
    }

    /** The class after the correction: a relation that does not hold is none. */
    public TimingClass timing() {
        return found || finding.timing() == TimingClass.ABSTAIN ? finding.timing() : TimingClass.NONE;
    }
}

package org.kpilang.scorecard;

import java.util.List;
import java.util.Objects;

/**
 * Whether a KPI meets one criterion, and why.
 *
 * @param reasons what speaks for it, or tells how it stands; fragments
 * @param missing what to add or to change; fragments that one can act on
 */
public record SmartVerdict(Criterion criterion, Outcome outcome, List<String> reasons, List<String> missing) {

    public SmartVerdict {
        Objects.requireNonNull(criterion, "criterion is null");
        Objects.requireNonNull(outcome, "outcome is null");
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }

    /** Met if nothing is missing. */
    static SmartVerdict of(Criterion criterion, List<String> reasons, List<String> missing) {
        return new SmartVerdict(criterion, missing.isEmpty() ? Outcome.MET : Outcome.NOT_MET, reasons, missing);
    }

    public boolean isMet() {
        return outcome == Outcome.MET;
    }

    /** {@code specific: yes}. */
    @Override
    public String toString() {
        return criterion + ": " + outcome;
    }

    /** The answers. */
    public enum Outcome {
        MET("yes"), NOT_MET("no"),
        /** It takes facts, or more of them, to tell. */
        UNDECIDED("cannot tell");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }
}

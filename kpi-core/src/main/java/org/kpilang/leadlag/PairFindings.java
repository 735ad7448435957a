package org.kpilang.leadlag;

import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What was found about many pairs, by their number. Of a pair of complete series without a relation only its chance is
 * kept.
 */
final class PairFindings {

    /**
     * What a finding repeats of one series.
     *
     * @param abstention why the series cannot be tested, or null
     */
    private record Source(double seasonFreedom, @Nullable Abstention abstention) {

        static @Nullable Source of(TimingTest.@Nullable Side side) {
            if (side == null) {
                return null;
            }
            ScaledSeries series = side.series();
            return new Source(series == null ? 0 : series.prepared().seasonFreedom(), side.abstention());
        }
    }

    private final Pairs pairs;
    private final List<String> names;
    private final Directions directions;
    private final int periods;
    private final double[] chances;
    private final @Nullable TimingFinding[] kept;
    private final @Nullable Source[] candidates;
    private final @Nullable Source[] outcomes;

    /**
     * @param periods    how many complete series have
     * @param chances    of each pair; NaN of those that were not tested
     * @param kept       the findings of pairs that show a relation, and of all with a series that is not complete
     * @param candidates the complete series that were candidates, by their number
     * @param outcomes   the complete series that were outcomes, by their number
     */
    PairFindings(Pairs pairs, List<String> names, Directions directions, int periods, double[] chances,
            @Nullable TimingFinding[] kept, IntFunction<TimingTest.@Nullable Side> candidates,
            IntFunction<TimingTest.@Nullable Side> outcomes) {
        this.pairs = pairs;
        this.names = names;
        this.directions = directions;
        this.periods = periods;
        this.chances = chances;
        this.kept = kept;
        this.candidates = new Source[names.size()];
        this.outcomes = new Source[names.size()];
        for (int i = 0; i < names.size(); i++) {
            this.candidates[i] = Source.of(candidates.apply(i));
            this.outcomes[i] = Source.of(outcomes.apply(i));
        }
    }

    String candidate(int pair) {
        return names.get(pairs.candidate(pair));
    }

    String outcome(int pair) {
        return names.get(pairs.outcome(pair));
    }

    Direction direction(int pair) {
        return directions.of(candidate(pair), outcome(pair));
    }

    double[] chances() {
        return chances.clone();
    }

    TimingFinding finding(int pair) {
        TimingFinding finding = kept[pair];
        if (finding != null) {
            return finding;
        }
        Source x = Objects.requireNonNull(candidates[pairs.candidate(pair)]);
        Source y = Objects.requireNonNull(outcomes[pairs.outcome(pair)]);
        Abstention why = x.abstention() != null ? x.abstention() : y.abstention();
        return why != null ? TimingFinding.abstained(why, periods) : new TimingFinding(null, chances[pair], null, null,
                periods, List.of(), x.seasonFreedom(), y.seasonFreedom());
    }
}

package org.kpilang.evaluate.internal.live;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.kpilang.evaluate.internal.IdentitySummary;
import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.Occurrences;
import org.kpilang.evaluate.internal.Reading;

/** A distinct count under a path, or another count of who turned up. */
final class IdentitiesLeaf extends FactsLeaf {

    private final Reading reading;
    private final GroupEvents source;
    private @Nullable IdentitySummary summary;
    private int identities;

    IdentitiesLeaf(Leaf.Facts leaf, GroupEvents source) {
        super(leaf, source.input(), source.origin(), source.groups());
        this.reading = leaf.reading();
        this.source = source;
    }

    @Override
    Cells changed() {
        return source.changed();
    }

    /** Whoever turns up earlier is not seen for the first time any more. */
    @Override
    @Nullable BitSet changedBeside(LeafWindow window) {
        Cells changed = source.changed();
        return reading instanceof Reading.FirstSeen && !changed.isEmpty() && changed.firstPage() < window.lo()
                ? changed.between(changed.firstPage(), window.lo() - 1) : null;
    }

    @Override
    double value(int group, LeafWindow window) {
        if (reading == Reading.VALUE) {
            return source.count(group, window);
        }
        int lo = Math.max(window.lo(), 0);
        int first = reading instanceof Reading.FirstSeen ? 0 : lo;
        Occurrences occurrences = source.occurrences(group, first, window.hi());
        int from = Math.min(lo - first, occurrences.periods());
        if (!window.isEnough(occurrences.known(from, occurrences.periods() - 1))) {
            return Double.NaN;
        }
        double[] result = new double[1];
        summary().run(occurrences, null, new IdentitySummary.Spans(new int[] {from}, new int[] {occurrences.periods()}),
                null, 1, result, 0);
        return result[0];
    }

    private IdentitySummary summary() {
        int different = source.input().differentIdentities();
        if (summary == null || different > identities) {
            identities = 2 * different;
            summary = IdentitySummary.of(reading, identities, ordinal -> ordinal);
        }
        return summary;
    }
}

package org.kpilang.leadlag;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * The pairs of a screening, the surest first. A million of them take a few bytes each; a pair is made when it is asked
 * for, and only of those that show a relation, or have gaps, the finding is kept.
 */
final class ScreenedPairs extends AbstractList<ScreenedPair> implements RandomAccess {

    private final PairFindings findings;
    private final double share;
    private final int[] order;
    /** The raised chances, by the number of the pair; NaN of those that were not tested. */
    private final double[] raised;

    ScreenedPairs(PairFindings findings, FalseDiscovery correction, double share) {
        this.findings = findings;
        this.share = share;
        double[] keys = findings.chances();
        int tested = 0;
        for (int pair = 0; pair < keys.length; pair++) {
            tested += Double.isNaN(keys[pair]) ? 0 : 1;
            keys[pair] = Double.isNaN(keys[pair]) ? Double.POSITIVE_INFINITY : keys[pair];
        }
        // A pair with a smaller chance is never refused where one with a larger is taken; numbers follow the names.
        this.order = Ranking.ascending(keys);
        double[] sorted = new double[tested];
        for (int i = 0; i < tested; i++) {
            sorted[i] = keys[order[i]];
        }
        double[] adjusted = correction.adjusted(sorted);
        this.raised = keys;
        Arrays.fill(raised, Double.NaN);
        for (int i = 0; i < tested; i++) {
            raised[order[i]] = adjusted[i];
        }
    }

    @Override
    public ScreenedPair get(int index) {
        int pair = order[index];
        TimingFinding finding = findings.finding(pair);
        return new ScreenedPair(findings.candidate(pair), findings.outcome(pair), findings.direction(pair), finding,
                raised[pair], finding.call() != null && raised[pair] <= share);
    }

    @Override
    public int size() {
        return order.length;
    }
}

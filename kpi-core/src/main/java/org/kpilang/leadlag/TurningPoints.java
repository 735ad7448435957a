package org.kpilang.leadlag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.kpilang.probability.SampleMoments;

/**
 * The peaks and troughs of a cycle, which take turns, after the rules of Bry and Boschan (1971) in the simplified form
 * that the OECD uses: a phase lasts at least so long, and a full cycle at least so long. A candidate is higher, or
 * lower, than all values within half a phase to each side. Immutable and thread-safe.
 */
public final class TurningPoints {

    private static final int PHASE = 9;
    private static final int CYCLE = 24;

    private final List<TurningPoint> points;

    private TurningPoints(List<TurningPoint> points) {
        this.points = List.copyOf(points);
    }

    /** The turning points of a monthly cycle: phases of at least 9 and cycles of at least 24 months. */
    public static TurningPoints ofMonths(double[] cycle) {
        return of(cycle, PHASE, CYCLE);
    }

    /**
     * The turning points of a cycle.
     *
     * @param cycle finite numbers around zero, for example by {@link HodrickPrescott#band}
     * @param phase the fewest periods from a peak to a trough or back, at least 1
     * @param whole the fewest periods from a peak to the next peak, or from a trough to the next
     */
    public static TurningPoints of(double[] cycle, int phase, int whole) {
        if (phase < 1 || whole < phase) {
            throw new IllegalArgumentException("no phases of " + phase + " in cycles of " + whole);
        }
        List<TurningPoint> points = alternating(candidates(cycle, Math.max(1, phase / 2)));
        while (removeShortest(points, 1, phase) || removeShortest(points, 2, whole)) {
            points = alternating(points);
        }
        return new TurningPoints(points);
    }

    private static List<TurningPoint> candidates(double[] cycle, int reach) {
        List<TurningPoint> points = new ArrayList<>();
        for (int t = reach; t < cycle.length - reach; t++) {
            boolean highest = true;
            boolean lowest = true;
            for (int other = t - reach; other <= t + reach; other++) {
                // Of equal values the first one counts.
                highest &= other == t || (other < t ? cycle[other] < cycle[t] : cycle[other] <= cycle[t]);
                lowest &= other == t || (other < t ? cycle[other] > cycle[t] : cycle[other] >= cycle[t]);
            }
            if (highest || lowest) {
                points.add(new TurningPoint(t, highest, cycle[t]));
            }
        }
        return points;
    }

    /** Of peaks in a row the highest stays, of troughs in a row the lowest. */
    private static List<TurningPoint> alternating(List<TurningPoint> points) {
        List<TurningPoint> kept = new ArrayList<>();
        for (TurningPoint point : points) {
            TurningPoint last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || last.peak() != point.peak()) {
                kept.add(point);
            } else if (point.peak() ? point.value() > last.value() : point.value() < last.value()) {
                kept.set(kept.size() - 1, point);
            }
        }
        return kept;
    }

    /** Takes out the weakest part of the shortest stretch of so many steps, if that is too short. */
    private static boolean removeShortest(List<TurningPoint> points, int steps, int fewest) {
        int shortest = -1;
        for (int i = 0; i + steps < points.size(); i++) {
            int length = points.get(i + steps).index() - points.get(i).index();
            if (length < fewest
                    && (shortest < 0 || length < points.get(shortest + steps).index() - points.get(shortest).index())) {
                shortest = i;
            }
        }
        if (shortest < 0) {
            return false;
        }
        TurningPoint first = points.get(shortest);
        TurningPoint last = points.get(shortest + steps);
        if (steps == 1) {
            // A phase goes as a whole, so that peaks and troughs still take turns; at an end only its end goes.
            boolean atStart = shortest == 0;
            boolean atEnd = shortest + 2 == points.size();
            points.remove(atStart && !atEnd ? 0 : shortest + 1);
            if (!atStart && !atEnd) {
                points.remove(shortest);
            }
        } else {
            boolean dropFirst = first.peak() ? first.value() < last.value() : first.value() > last.value();
            points.remove(dropFirst ? first : last);
        }
        return true;
    }

    /** The points, in order; peaks and troughs take turns. */
    public List<TurningPoint> points() {
        return points;
    }

    /**
     * For each period whether it belongs to a phase of growth, from a trough to the next peak: 1, to a phase of decline:
     * -1, or lies before the first or after the last turning point: 0. A turning point ends its phase.
     *
     * @param periods how long the row is
     */
    public int[] phases(int periods) {
        int[] phases = new int[periods];
        for (int i = 1; i < points.size(); i++) {
            TurningPoint end = points.get(i);
            Arrays.fill(phases, points.get(i - 1).index() + 1, end.index() + 1, end.peak() ? 1 : -1);
        }
        return phases;
    }

    /**
     * By how many periods these points come before the matching ones of a reference: for each point of the reference
     * the nearest of the same sort, if it lies within a reach; positive where these come first.
     *
     * @param reach how many periods a matching point may lie away
     */
    public int[] leads(TurningPoints reference, int reach) {
        List<Integer> leads = new ArrayList<>();
        for (TurningPoint theirs : reference.points) {
            int nearest = Integer.MAX_VALUE;
            for (TurningPoint ours : points) {
                int lead = theirs.index() - ours.index();
                if (ours.peak() == theirs.peak() && Math.abs(lead) <= reach && Math.abs(lead) < Math.abs((long) nearest)) {
                    nearest = lead;
                }
            }
            if (nearest != Integer.MAX_VALUE) {
                leads.add(nearest);
            }
        }
        return leads.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The median of the {@linkplain #leads leads}, or empty if no point matches. */
    public OptionalDouble medianLead(TurningPoints reference, int reach) {
        int[] leads = leads(reference, reach);
        return leads.length == 0 ? OptionalDouble.empty()
                : OptionalDouble.of(SampleMoments.median(Arrays.stream(leads).asDoubleStream().toArray()));
    }
}

package org.kpilang.evaluate.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * Counts who turned up in a certain way, in time linear in occurrences, periods and windows as long as windows move
 * forward. Keeps working memory; for the use of one thread.
 */
public abstract class IdentitySummary {

    private IdentitySummary() {}

    /**
     * What works out a reading.
     *
     * @param identities more than the largest number of an identity
     * @param reach      how far a time after each period reaches; not asked by readings of one input
     * @throws IllegalArgumentException if the reading is not one of identities
     */
    public static IdentitySummary of(Reading reading, int identities, Following reach) {
        if (reading instanceof Reading.Repeated repeated) {
            return new Repeated(identities, repeated.times());
        } else if (reading instanceof Reading.FirstSeen) {
            return new FirstSeen(identities);
        } else if (reading instanceof Reading.Both) {
            return new Both(identities);
        } else if (reading instanceof Reading.Followed followed) {
            return followed.credits() ? new Credited(identities, reach) : new Followed(identities, reach);
        }
        throw new IllegalArgumentException("not of identities: " + reading);
    }

    /** How far a time after a period reaches. */
    @FunctionalInterface
    public interface Following {

        /** The last period that lies at most so long after another, both by their ordinals. */
        int last(int ordinal);
    }

    /** How far the time of a reading reaches after the periods of a grain. */
    public static Following following(Reading.Followed followed, Grain grain, Calendar calendar) {
        return ordinal -> new Window(calendar, grain, ordinal, ordinal)
                .back(-followed.count(), TimePath.grain(followed.unit())).in(grain).last();
    }

    /** Windows of some occurrences: those of window {@code i} are the periods {@code [lo[i], end[i])}, which may be none. */
    public record Spans(int[] lo, int[] end) {}

    /**
     * Answers some windows, in any order.
     *
     * @param other   the occurrences of the other input; null if the reading has one input
     * @param windows the windows, in periods that there are
     * @param others  the same windows of the other input, in periods that it has; null if those are not asked
     */
    public abstract void run(Occurrences own, @Nullable Occurrences other, Spans windows, @Nullable Spans others,
            int count, double[] out, int at);

    private static final class Repeated extends IdentitySummary {

        private final Presence presence;
        private int there;

        Repeated(int identities, int times) {
            presence = new Presence(identities, times, (identity, comes) -> there += comes ? 1 : -1);
        }

        @Override
        public void run(Occurrences own, @Nullable Occurrences other, Spans windows, @Nullable Spans others, int count,
                double[] out, int at) {
            presence.begin(own, null);
            for (int i = 0; i < count; i++) {
                presence.moveTo(windows.lo()[i], windows.end()[i]);
                out[at + i] = there;
            }
            presence.leaveAll();
        }
    }

    private static final class Both extends IdentitySummary {

        private final Presence here;
        private final Presence elsewhere;
        private int inBoth;

        Both(int identities) {
            here = new Presence(identities, 1, (identity, comes) -> change(this.elsewhere(), identity, comes));
            elsewhere = new Presence(identities, 1, (identity, comes) -> change(here, identity, comes));
        }

        private Presence elsewhere() {
            return elsewhere;
        }

        private void change(Presence otherwise, int identity, boolean comes) {
            if (otherwise.isThere(identity)) {
                inBoth += comes ? 1 : -1;
            }
        }

        @Override
        public void run(Occurrences own, @Nullable Occurrences other, Spans windows, @Nullable Spans others, int count,
                double[] out, int at) {
            here.begin(own, null);
            elsewhere.begin(other, null);
            for (int i = 0; i < count; i++) {
                here.moveTo(windows.lo()[i], windows.end()[i]);
                elsewhere.moveTo(others.lo()[i], others.end()[i]);
                out[at + i] = inBoth;
            }
            here.leaveAll();
            elsewhere.leaveAll();
        }
    }

    /** A number for each period, added up over windows. */
    private abstract static class Tally extends IdentitySummary {

        private long[] before = new long[1];

        /** Adds what belongs to each period to the place after it. */
        abstract void tally(Occurrences own, @Nullable Occurrences other, long[] counts);

        @Override
        public void run(Occurrences own, @Nullable Occurrences other, Spans windows, @Nullable Spans others, int count,
                double[] out, int at) {
            if (before.length <= own.periods()) {
                before = new long[own.periods() + 1];
            }
            Arrays.fill(before, 0);
            tally(own, other, before);
            for (int period = 0; period < own.periods(); period++) {
                before[period + 1] += before[period];
            }
            for (int i = 0; i < count; i++) {
                out[at + i] = before[windows.end()[i]] - before[windows.lo()[i]];
            }
        }
    }

    private static final class FirstSeen extends Tally {

        private final boolean[] seen;

        FirstSeen(int identities) {
            seen = new boolean[identities];
        }

        @Override
        void tally(Occurrences own, @Nullable Occurrences other, long[] counts) {
            for (int period = 0; period < own.periods(); period++) {
                for (int i = own.start(period); i < own.start(period + 1); i++) {
                    counts[period + 1] += seen[own.identity(i)] ? 0 : 1;
                    seen[own.identity(i)] = true;
                }
            }
            for (int i = 0; i < own.start(own.periods()); i++) {
                seen[own.identity(i)] = false;
            }
        }
    }

    private static final class Credited extends Tally {

        private static final int NEVER = -1;
        private final Following reach;
        /** The latest period of each identity up to now, or that there is none. */
        private final int[] latest;

        Credited(int identities, Following reach) {
            this.reach = reach;
            this.latest = new int[identities];
            Arrays.fill(latest, NEVER);
        }

        @Override
        void tally(Occurrences own, @Nullable Occurrences other, long[] counts) {
            int next = 0;
            for (int period = 0; period < other.periods(); period++) {
                int now = other.origin() + period;
                for (; next < own.periods() && own.origin() + next <= now; next++) {
                    for (int i = own.start(next); i < own.start(next + 1); i++) {
                        latest[own.identity(i)] = next;
                    }
                }
                for (int i = other.start(period); i < other.start(period + 1); i++) {
                    int then = latest[other.identity(i)];
                    if (then != NEVER && now <= reach.last(own.origin() + then)) {
                        counts[then + 1] += other.times(i);
                    }
                }
            }
            for (int i = 0; i < own.start(own.periods()); i++) {
                latest[own.identity(i)] = NEVER;
            }
        }
    }

    private static final class Followed extends IdentitySummary {

        private static final int NEVER = Integer.MAX_VALUE;
        private final Following reach;
        private final Presence presence;
        /** The first period, from now on, in which each identity turns up in the other input. */
        private final int[] next;
        /** For each occurrence 1 if it was followed, else 0. */
        private int[] followed = new int[0];
        private int there;

        Followed(int identities, Following reach) {
            this.reach = reach;
            this.next = new int[identities];
            Arrays.fill(next, NEVER);
            this.presence = new Presence(identities, 1, (identity, comes) -> there += comes ? 1 : -1);
        }

        @Override
        public void run(Occurrences own, @Nullable Occurrences other, Spans windows, @Nullable Spans others, int count,
                double[] out, int at) {
            findFollowed(own, other);
            presence.begin(own, followed);
            for (int i = 0; i < count; i++) {
                presence.moveTo(windows.lo()[i], windows.end()[i]);
                out[at + i] = there;
            }
            presence.leaveAll();
        }

        private void findFollowed(Occurrences own, Occurrences other) {
            int size = own.start(own.periods());
            if (followed.length < size) {
                followed = new int[size];
            }
            int later = other.periods() - 1;
            for (int period = own.periods() - 1; period >= 0; period--) {
                int now = own.origin() + period;
                for (; later >= 0 && other.origin() + later >= now; later--) {
                    for (int i = other.start(later); i < other.start(later + 1); i++) {
                        next[other.identity(i)] = other.origin() + later;
                    }
                }
                int last = reach.last(now);
                for (int i = own.start(period); i < own.start(period + 1); i++) {
                    followed[i] = next[own.identity(i)] <= last ? 1 : 0;
                }
            }
            for (int i = 0; i < other.start(other.periods()); i++) {
                next[other.identity(i)] = NEVER;
            }
        }
    }
}

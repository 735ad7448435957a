package org.kpilang.evaluate.internal.live;

import org.kpilang.evaluate.internal.Occurrences;

/** When which identities turned up in a group, put together period by period. */
final class GroupOccurrences implements Occurrences {

    private final int origin;
    private final IntRow identities = new IntRow();
    private final IntRow starts = new IntRow();
    /** How many of the periods before each are known. */
    private final IntRow knownBefore = new IntRow();

    GroupOccurrences(int origin) {
        this.origin = origin;
        starts.add(0);
        knownBefore.add(0);
    }

    /** Adds identities to the period after the last one that was ended. */
    void add(int[] more) {
        for (int identity : more) {
            identities.add(identity);
        }
    }

    /** Ends a period, which is known in any case if that is said. */
    void endPeriod(boolean known) {
        boolean any = identities.size() > starts.get(starts.size() - 1);
        starts.add(identities.size());
        knownBefore.add(knownBefore.get(knownBefore.size() - 1) + (known || any ? 1 : 0));
    }

    @Override
    public int origin() {
        return origin;
    }

    @Override
    public int periods() {
        return starts.size() - 1;
    }

    @Override
    public int start(int period) {
        return starts.get(period);
    }

    @Override
    public int identity(int occurrence) {
        return identities.get(occurrence);
    }

    @Override
    public int times(int occurrence) {
        return 1;
    }

    @Override
    public int known(int from, int to) {
        return from > to ? 0 : knownBefore.get(to + 1) - knownBefore.get(from);
    }
}

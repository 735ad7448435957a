package org.kpilang.evaluate.internal.live;

import org.kpilang.evaluate.internal.Leaf;
import org.kpilang.evaluate.internal.TimePath;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * A window of a leaf in pages of facts, and how much of it must be known.
 *
 * @param lo      the first page; it may lie before all facts
 * @param hi      the last page
 * @param reach   the window and how much of it must be known
 * @param balance whether the last page alone counts
 */
record LeafWindow(int lo, int hi, TimePath.Reach reach, boolean balance) {

    static LeafWindow of(Leaf.Facts leaf, Window asked, Grain grain, int origin) {
        TimePath.Reach reach = leaf.path().time().from(asked);
        Window window = reach.window().in(grain);
        boolean balance = leaf.input().kind().isBalance();
        int hi = window.last() - origin;
        return new LeafWindow(balance ? hi : window.first() - origin, hi, reach, balance);
    }

    boolean isSingle() {
        return lo == hi;
    }

    boolean isEnough(int known) {
        return balance ? known > 0 : known >= reach.enough(hi - lo + 1);
    }
}

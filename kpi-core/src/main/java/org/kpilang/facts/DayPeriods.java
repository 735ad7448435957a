package org.kpilang.facts;

import java.util.Arrays;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;

/** The periods that hold days, each looked up in the calendar once. */
final class DayPeriods {

    private static final int UNKNOWN = Integer.MIN_VALUE;
    /** Days on either side of the first one that are remembered; some hundred years. */
    private static final int REACH = 1 << 16;

    private final Calendar calendar;
    private final Grain grain;
    private long start;
    private int[] ordinals = {};

    DayPeriods(Calendar calendar, Grain grain) {
        this.calendar = calendar;
        this.grain = grain;
    }

    /** The ordinal of the period that holds an epoch day. */
    int ordinal(int day) {
        if (grain == Grain.DAY) {
            return day;
        }
        if (ordinals.length == 0) {
            start = (long) day - REACH;
            ordinals = new int[2 * REACH];
            Arrays.fill(ordinals, UNKNOWN);
        }
        long place = day - start;
        if (place < 0 || place >= ordinals.length) {
            return calendar.enclosing(Grain.DAY, day, grain);
        }
        if (ordinals[(int) place] == UNKNOWN) {
            ordinals[(int) place] = calendar.enclosing(Grain.DAY, day, grain);
        }
        return ordinals[(int) place];
    }
}

package org.kpilang.evaluate.internal;

import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Windows;
import org.kpilang.facts.InputFacts;
import org.kpilang.time.Calendar;
import org.kpilang.time.Window;

/**
 * The windows of a leaf in periods of the facts' own grain, counted from the first period of the input; and how much of
 * each must be known.
 */
final class BaseWindows {

    private final InputFacts input;
    private final Calendar calendar;
    private final boolean balance;
    private final boolean single;
    private final TimePath.Reach[] reaches;
    /** The window as it is rolled up: for a balance its last period alone. */
    private final int[] lo;
    private final int[] hi;
    /** How many periods of each must be known for a value. */
    private final int[] enough;
    private final boolean basePeriods;
    /** Worked out when it is first asked for; by several threads perhaps, which come to the same. */
    private @Nullable Windows inRows;

    /** How far a time after each period reaches, where windows were made longer by it. */
    private final IdentitySummary.Following reach;
    private final boolean isLonger;

    /** Windows that end later, in the periods of another input of the same grain, of which all must be known. */
    private BaseWindows(BaseWindows before, InputFacts input, IdentitySummary.Following reach) {
        this.input = input;
        this.calendar = before.calendar;
        this.balance = false;
        this.single = false;
        this.reaches = before.reaches;
        this.lo = new int[before.size()];
        this.hi = new int[before.size()];
        this.enough = new int[before.size()];
        for (int i = 0; i < lo.length; i++) {
            lo[i] = before.lo[i] + before.origin() - input.firstPeriod();
            hi[i] = reach.last(before.hi[i] + before.origin()) - input.firstPeriod();
            enough[i] = length(i);
        }
        this.basePeriods = false;
        this.reach = reach;
        this.isLonger = true;
    }

    private BaseWindows(Leaf.Facts leaf, Frame frame, InputFacts input) {
        this.input = input;
        this.calendar = frame.window(0).calendar();
        this.balance = leaf.input().kind().isBalance();
        this.single = leaf.input().kind().overTime() == null && !input.hasIdentities() && !input.hasEvents();
        this.reach = ordinal -> ordinal;
        this.isLonger = false;
        this.reaches = new TimePath.Reach[frame.size()];
        this.lo = new int[frame.size()];
        this.hi = new int[frame.size()];
        for (int i = 0; i < reaches.length; i++) {
            reaches[i] = leaf.path().time().from(frame.window(i));
            Window window = reaches[i].window().in(input.grain());
            hi[i] = window.last() - input.firstPeriod();
            lo[i] = balance ? hi[i] : window.first() - input.firstPeriod();
        }
        this.enough = new int[lo.length];
        boolean periods = true;
        for (int i = 0; i < enough.length; i++) {
            enough[i] = !isAdditive(i) ? Integer.MAX_VALUE
                    : balance ? 1 : (int) Math.min(Integer.MAX_VALUE, reaches[i].enough(length(i)));
            periods &= lo[i] == hi[i] && hi[i] == (long) hi[0] + i && enough[i] <= 1;
        }
        this.basePeriods = periods;
    }

    static BaseWindows of(Leaf.Facts leaf, Frame frame, InputFacts input) {
        return new BaseWindows(leaf, frame, input);
    }

    /** The same windows until a time after them, in the periods of another input. */
    BaseWindows until(InputFacts other, IdentitySummary.Following following) {
        return new BaseWindows(this, other, following);
    }

    /** How far a time after each period reaches, if they were made longer; else as far as the period. */
    IdentitySummary.Following reach() {
        return reach;
    }

    int size() {
        return reaches.length;
    }

    /** The ordinal of the period from which on the windows are counted. */
    int origin() {
        return input.firstPeriod();
    }

    Calendar calendar() {
        return calendar;
    }

    int[] lo() {
        return lo;
    }

    int[] hi() {
        return hi;
    }

    int length(int window) {
        return hi[window] - lo[window] + 1;
    }

    boolean isEnough(int window, int known) {
        return known >= enough[window];
    }

    /** The windows over rows of so many periods from the first of the input on. */
    Windows over(int periods) {
        Windows windows = inRows;
        if (windows == null || windows.length() != periods) {
            windows = Windows.of(lo, hi, periods, origin());
            inRows = windows;
        }
        return windows;
    }

    /** How many periods of each window must be known for a value. Not to be changed. */
    int[] enough() {
        return enough;
    }

    /** Whether each window is one period of the facts, the one after that of the window before, and enough by itself. */
    boolean areBasePeriods() {
        return basePeriods;
    }

    /** Whether the kind of the input and the sort of its facts can answer the window at all. */
    boolean isAdditive(int window) {
        return !single || lo[window] == hi[window];
    }

    boolean isBefore(int window) {
        return hi[window] < 0;
    }

    boolean isAfter(int window) {
        return lo[window] > input.lastPeriod() - input.firstPeriod();
    }

    String label(int window) {
        if (isLonger) {
            int first = input.firstPeriod();
            return new Window(calendar, input.grain(), lo[window] + first, hi[window] + first).toString();
        }
        return balance ? periodLabel(window, 0) : reaches[window].window().toString();
    }

    String periodLabel(int window, int offset) {
        return calendar.label(input.grain(), input.firstPeriod() + lo[window] + offset);
    }

    String firstLabel() {
        return calendar.label(input.grain(), input.firstPeriod());
    }

    String lastLabel() {
        return calendar.label(input.grain(), input.lastPeriod());
    }
}

package org.kpilang.evaluate.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kpilang.aggregate.Windows;
import org.kpilang.expression.Stretch;
import org.kpilang.facts.Facts;
import org.kpilang.facts.InputFacts;
import org.kpilang.time.Calendar;
import org.kpilang.time.Grain;
import org.kpilang.time.Window;

/**
 * The periods that a statistic summarises, for each window in which it is asked. They are usually neighbours, so that
 * the summary can slide; where the unit of the stretch is longer than the windows asked, such as four quarters up to
 * each month, each window has periods of its own, one unit long and ending with it.
 */
public final class StretchWindows {

    private final Stretch stretch;
    private final Frame frame;
    /** The windows in which the statistic is asked. */
    private final Window[] windows;
    private final boolean regular;
    private final int origin;
    private final int[] lo;
    private final int[] hi;
    /** The same over the row of all periods. */
    private final Windows inRow;
    /** The periods of each window, where they are not neighbours. */
    private final int[][] picked;

    private StretchWindows(Stretch stretch, Frame frame, Window[] windows, boolean regular, int[] lo, int[] hi,
            int[][] picked) {
        this.stretch = stretch;
        this.frame = frame;
        this.windows = windows;
        this.regular = regular;
        this.origin = frame.window(0).first();
        this.lo = lo;
        this.hi = hi;
        this.inRow = Windows.of(lo, hi, frame.size(), origin);
        this.picked = picked;
    }

    /** The periods for each window of a frame. */
    public static StretchWindows of(Leaf.Summary leaf, Frame asked, Facts facts) {
        Stretch stretch = leaf.source().stretch();
        Window[] windows = new Window[asked.size()];
        for (int i = 0; i < windows.length; i++) {
            windows[i] = leaf.path().time().from(asked.window(i)).window();
        }
        if (stretch instanceof Stretch.Periods periods
                && !windows[0].calendar().nests(TimePath.grain(periods.unit()), windows[0].grain())) {
            return picked(periods, windows);
        } else if (stretch instanceof Stretch.Everything) {
            return everything(leaf, windows, facts);
        }
        Window[] runs = new Window[windows.length];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = run(stretch, windows[i]);
        }
        int first = Arrays.stream(runs).mapToInt(Window::first).min().orElseThrow();
        int last = Arrays.stream(runs).mapToInt(Window::last).max().orElseThrow();
        int[] lo = Arrays.stream(runs).mapToInt(run -> run.first() - first).toArray();
        int[] hi = Arrays.stream(runs).mapToInt(run -> run.last() - first).toArray();
        Frame frame = frame(runs[0], first, last);
        return new StretchWindows(stretch, frame, windows, true, lo, hi, new int[0][]);
    }

    /** The run of periods up to a window. */
    static Window run(Stretch stretch, Window window) {
        if (stretch instanceof Stretch.Periods periods) {
            Window inUnits = window.in(TimePath.grain(periods.unit()));
            return new Window(window.calendar(), inUnits.grain(),
                    Math.subtractExact(inUnits.last(), periods.count() - 1), inUnits.last());
        }
        return window.toDate(TimePath.grain(((Stretch.ToDate) stretch).unit()));
    }

    /** From the first fact on, whatever is asked besides; nothing up to windows that end before it. */
    private static StretchWindows everything(Leaf.Summary leaf, Window[] windows, Facts facts) {
        Calendar calendar = windows[0].calendar();
        Grain grain = windows[0].grain();
        int earliest = Arrays.stream(windows).mapToInt(Window::last).min().orElseThrow();
        int last = Arrays.stream(windows).mapToInt(Window::last).max().orElseThrow();
        LocalDate day = firstFact(leaf.operand(), facts, calendar);
        int start = day == null ? last + 1 : calendar.ordinal(grain, day);
        int first = Math.min(start, earliest);
        int[] lo = new int[windows.length];
        Arrays.fill(lo, start - first);
        int[] hi = Arrays.stream(windows).mapToInt(window -> window.last() - first).toArray();
        Frame frame = frame(windows[0], first, last);
        return new StretchWindows(leaf.source().stretch(), frame, windows, true, lo, hi, new int[0][]);
    }

    private static Frame frame(Window like, int first, int last) {
        return Frame.of(new Window(like.calendar(), like.grain(), first, last));
    }

    /**
     * The period that ends so many units back, less one; it starts right after the one before it, whatever their
     * lengths.
     */
    private static Window between(Window end, int back, Grain unit) {
        int before = end.back(back, unit).last();
        return new Window(end.calendar(), end.grain(), before + 1, end.back(back - 1, unit).last());
    }

    private static StretchWindows picked(Stretch.Periods periods, Window[] windows) {
        Grain unit = TimePath.grain(periods.unit());
        Window[][] all = new Window[windows.length][];
        for (int i = 0; i < windows.length; i++) {
            Window latest = windows[i].last(1, unit);
            Window end = new Window(latest.calendar(), latest.grain(), latest.last(), latest.last());
            all[i] = IntStream.range(0, periods.count())
                    .mapToObj(place -> between(end, periods.count() - place, unit))
                    .toArray(Window[]::new);
        }
        TreeSet<Window> distinct =
                new TreeSet<>(Comparator.comparingInt(Window::first).thenComparingInt(Window::last));
        Arrays.stream(all).forEach(each -> distinct.addAll(Arrays.asList(each)));
        List<Window> order = new ArrayList<>(distinct);
        int[][] picked = new int[windows.length][];
        for (int i = 0; i < windows.length; i++) {
            picked[i] = Arrays.stream(all[i])
                    .mapToInt(window -> Collections.binarySearch(order, window, distinct.comparator()))
                    .toArray();
        }
        return new StretchWindows(periods, new Frame(order), windows, false, new int[0], new int[0], picked);
    }

    private static @Nullable LocalDate firstFact(Leaf.Facts leaf, Facts facts, Calendar calendar) {
        InputFacts of = facts.of(leaf.input().name()).orElse(null);
        LocalDate first = of == null ? null : calendar.firstDay(of.grain(), of.firstPeriod());
        LocalDate other = leaf.reading().other() == null ? null : firstFact(leaf.reading().other(), facts, calendar);
        return first == null || other != null && other.isBefore(first) ? other : first;
    }

    /** The first day of the first fact that a program reads, or null if it reads none. */
    static LocalDate firstFact(Program program, Facts facts, Calendar calendar) {
        return program.leaves()
                .map(leaf -> {
                    if (leaf instanceof Leaf.Facts input) {
                        return firstFact(input, facts, calendar);
                    }
                    if (leaf instanceof Leaf.Given given) {
                        return given.values().firstDay(given.name());
                    }
                    return leaf instanceof Leaf.Summary inner ? firstFact(inner.operand(), facts, calendar)
                            : leaf instanceof Leaf.Index inner ? firstFact(inner.operand(), facts, calendar) : null;
                })
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Stretch stretch() {
        return stretch;
    }

    /** All periods that any window needs. */
    public Frame frame() {
        return frame;
    }

    /** The number of windows. */
    int size() {
        return windows.length;
    }

    /** The ordinal of the first period, where they are neighbours. */
    public int origin() {
        return origin;
    }

    public boolean isRegular() {
        return regular;
    }

    /** Whether the periods before the first value of a slice do not count. */
    public boolean startsAtFirstValue() {
        return stretch instanceof Stretch.Everything;
    }

    public int[] lo() {
        return lo;
    }

    public int[] hi() {
        return hi;
    }

    /** The windows over the row of all periods, where those of a window are neighbours. */
    Windows windows() {
        return inRow;
    }

    /** The same without what lies before a period. */
    Windows windowsFrom(int first) {
        return Windows.of(Arrays.stream(lo).map(each -> Math.max(each, first)).toArray(), hi, frame.size(), origin);
    }

    /** The periods of one window, the earliest first. */
    int[] periods(int window, int firstKnown) {
        int from = !regular ? 0 : startsAtFirstValue() ? Math.max(lo[window], firstKnown) : lo[window];
        return regular ? IntStream.rangeClosed(from, hi[window]).toArray() : picked[window];
    }

    /** The periods of one window where they are not neighbours. Not to be changed. */
    public int[] picked(int window) {
        return picked[window];
    }

    /** The most periods of a window where they are not neighbours; 0 where they are. */
    int mostPicked() {
        return Arrays.stream(picked).mapToInt(periods -> periods.length).max().orElse(0);
    }

    String label(int window) {
        return windows[window].lastPeriod().toString();
    }
}
